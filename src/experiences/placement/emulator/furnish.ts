import {
  BoxGeometry,
  type BufferGeometry,
  CanvasTexture,
  Color,
  CylinderGeometry,
  DirectionalLight,
  Group,
  HemisphereLight,
  LatheGeometry,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  PlaneGeometry,
  RepeatWrapping,
  SRGBColorSpace,
  Vector2,
} from 'three'
import { RoundedBoxGeometry } from 'three/examples/jsm/geometries/RoundedBoxGeometry.js'
import type { RoomFile, RoomLook } from './room-file'

/** Builds what the emulated camera sees of a room: furniture, daylight from the window, shadows drawn once. */
export function furnish(room: RoomFile): Group {
  const group = new Group()
  group.name = room.name
  for (const look of room.looks) group.add(build(look))
  const sky = new HemisphereLight('#fdf6ea', '#a58a6c', 0.75)
  const sun = new DirectionalLight('#fff1dc', 2.6)
  sun.position.set(6.2, 4.6, 0.6)
  sun.target.position.set(-0.6, 0, -1.7)
  sun.castShadow = true
  sun.shadow.mapSize.set(2048, 2048)
  sun.shadow.radius = 5
  sun.shadow.bias = -0.0006
  sun.shadow.normalBias = 0.02
  const { camera } = sun.shadow
  camera.left = camera.bottom = -4.5
  camera.right = camera.top = 4.5
  camera.far = 14
  group.add(sky, sun, sun.target)
  return group
}

function build(look: RoomLook): Mesh | Group {
  const [x, y, z] = look.at
  const mesh = look.shape === 'leaves' ? leaves(look) : new Mesh(shapeOf(look), materialOf(look))
  mesh.position.set(x, y, z)
  if (look.tilt) mesh.rotation.z = (look.tilt * Math.PI) / 180
  if (look.heading) mesh.rotation.y = (look.heading * Math.PI) / 180
  if (look.axis === 'z') mesh.rotation.x = Math.PI / 2
  if (look.shape === 'floor') mesh.rotation.x = -Math.PI / 2
  const unlit = look.shape === 'sky'
  mesh.traverse((each) => {
    each.castShadow = !unlit && look.shape !== 'floor'
    each.receiveShadow = !unlit
  })
  return mesh
}

function shapeOf({ shape, size, round }: RoomLook): BufferGeometry {
  const [a = 1, b = 1, c = 1] = size
  switch (shape) {
    case 'floor':
    case 'sky':
      return new PlaneGeometry(a, b)
    case 'soft':
      return new RoundedBoxGeometry(a, b, c, 5, round ?? 0.05)
    case 'cloth':
      return foldedCloth(a, b, c)
    case 'cylinder':
      return new CylinderGeometry(a / 2, c / 2, b, 24)
    case 'pot':
      return pot(a / 2, b)
    default:
      return round ? new RoundedBoxGeometry(a, b, c, 2, round) : new BoxGeometry(a, b, c)
  }
}

function materialOf({ shape, colour, size }: RoomLook): Material {
  if (shape === 'sky') return new MeshBasicMaterial({ color: new Color(colour).multiplyScalar(1.25) })
  if (shape === 'floor') return planks(colour, size[0] ?? 1, size[1] ?? 1)
  const cloth = shape === 'soft' || shape === 'cloth'
  return new MeshStandardMaterial({ color: colour, roughness: cloth ? 0.95 : 0.72 })
}

/** A curtain: a box whose front waves. */
function foldedCloth(thickness: number, height: number, width: number): BufferGeometry {
  const cloth = new BoxGeometry(thickness, height, width, 1, 1, 48)
  const positions = cloth.getAttribute('position')
  for (let i = 0; i < positions.count; i++) {
    const wave = Math.sin((positions.getZ(i) / width) * Math.PI * 11) * thickness * 0.42
    positions.setX(i, positions.getX(i) * 0.35 + wave)
  }
  cloth.computeVertexNormals()
  return cloth
}

function pot(radius: number, height: number): BufferGeometry {
  const outline = [
    [0, -0.5],
    [0.72, -0.5],
    [0.8, -0.46],
    [1, 0.44],
    [0.98, 0.5],
    [0.9, 0.5],
    [0.86, 0.36],
    [0, 0.34],
  ] as const
  return new LatheGeometry(
    outline.map(([r, h]) => new Vector2(r * radius, h * height)),
    40,
  )
}

/** A plant: long leaves that lean out and bend. */
function leaves({ size, colour }: RoomLook): Group {
  const [spread = 1, height = 1] = size
  const group = new Group()
  const material = new MeshStandardMaterial({ color: colour, roughness: 0.6, side: 2 })
  const count = 17
  for (let i = 0; i < count; i++) {
    const tall = height * (0.5 + 0.5 * Math.abs(Math.sin(i * 2.1)))
    const leaf = new PlaneGeometry(0.13, tall, 4, 14)
    const positions = leaf.getAttribute('position')
    const lean = spread * (0.18 + 0.3 * Math.abs(Math.cos(i * 1.7)))
    for (let v = 0; v < positions.count; v++) {
      const t = positions.getY(v) / tall + 0.5
      const width = Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.06)) ** 0.7
      const across = positions.getX(v) * width
      positions.setXYZ(v, across, tall * t - tall * 0.22 * t * t, lean * t * t + Math.abs(across) * 0.35)
    }
    leaf.computeVertexNormals()
    const blade = new Mesh(leaf, material)
    blade.rotation.y = i * 2.39996
    group.add(blade)
  }
  return group
}

/** Oak planks, drawn once on a canvas. */
function planks(colour: string, width: number, depth: number): Material {
  const canvas = document.createElement('canvas')
  canvas.width = 1024
  canvas.height = 1024
  const context = canvas.getContext('2d')
  const base = new Color(colour)
  const tone = new Color()
  let seed = 7
  const random = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  if (context) {
    const rows = 8
    const high = canvas.height / rows
    for (let row = 0; row < rows; row++) {
      let left = -random() * 500
      while (left < canvas.width) {
        const long = 420 + random() * 320
        tone.copy(base).multiplyScalar(0.86 + random() * 0.22)
        context.fillStyle = `#${tone.getHexString()}`
        context.fillRect(left, row * high, long, high)
        for (let grain = 0; grain < 16; grain++) {
          context.fillStyle = `rgb(60 35 15 / ${0.02 + random() * 0.05})`
          context.fillRect(left, row * high + random() * high, long, 1 + random() * 2)
        }
        context.fillStyle = 'rgb(40 24 12 / 0.5)'
        context.fillRect(left + long - 2, row * high, 2, high)
        left += long
      }
      context.fillStyle = 'rgb(40 24 12 / 0.45)'
      context.fillRect(0, (row + 1) * high - 2, canvas.width, 2)
    }
  }
  const map = new CanvasTexture(canvas)
  map.colorSpace = SRGBColorSpace
  map.wrapS = map.wrapT = RepeatWrapping
  map.anisotropy = 8
  map.repeat.set(width / 1.6, depth / 1.2)
  return new MeshStandardMaterial({ map, roughness: 0.55 })
}
