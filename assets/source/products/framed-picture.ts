import { Matrix4 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { blackOak, oak } from '../materials/timber'
import { Mesh } from '../shape/mesh'
import { mitredFrame } from '../shape/mitred-frame'
import { bakeOcclusion } from '../shape/occlusion'
import { ART_SIZE, lowSun, nightTide } from '../texture/artwork'
import { linear } from '../texture/image'
import { MOUNT_TILE, mountBoard } from '../texture/mount-board'

const WIDTH = 0.62
const HEIGHT = 0.82
const DEPTH = 0.028
/** Where the mount board lies, metres in front of the wall, and the print behind it. */
const BOARD = 0.0195
const PRINT = 0.0165

/**
 * Framed picture, 0.62 × 0.82 × 0.028 m, back on the wall (z = 0), origin at the centre of the back. A mitred moulding, a mount with a 45° bevel
 * that shows its white core, a print behind it, a backing board.
 */
export default function framedPicture(): ProductSource<'frame' | 'mount' | 'print' | 'backing'> {
  const frame = mitredFrame({ width: WIDTH, height: HEIGHT, depth: DEPTH, face: 0.019, rebate: 0.006 })
  const [artWidth, artHeight] = ART_SIZE
  const print = plane(artWidth, artHeight, PRINT, 6, 8)
  const mount = new Mesh()
  mount.append(mountFace(WIDTH - 0.034, HEIGHT - 0.034, artWidth, artHeight))
  const backing = plane(WIDTH - 0.02, HEIGHT - 0.02, 0.002, 1, 1, true)
  bakeOcclusion([frame, mount, print, backing], { reach: 0.05, rays: 48, strength: 0.85 })

  const board = mountBoard()
  const glass = { clearcoat: { factor: 0.55, roughness: 0.04 } }
  const look = (name: string, wood: ReturnType<typeof oak>, art: ReturnType<typeof lowSun>) => ({
    name,
    surfaces: {
      frame: wood,
      mount: {
        name: 'Mount board, cotton',
        roughness: 0.95,
        base: { image: board.colour, tile: MOUNT_TILE },
        normal: { image: board.normal, tile: MOUNT_TILE },
        ...glass,
      },
      print: { name: `Print, ${name}`, roughness: 0.9, base: { image: art, tile: ART_SIZE }, ...glass },
      backing: { name: 'Backing board', colour: linear('#6d5a45'), roughness: 0.95 },
    },
  })
  return {
    sku: 'framed-picture',
    parts: { frame, mount, print, backing },
    looks: [look('low-sun', oak(), lowSun()), look('night-tide', blackOak(), nightTide())],
  }
}

function plane(width: number, height: number, z: number, columns: number, rows: number, back = false): Mesh {
  const mesh = new Mesh().grid(columns, rows, (i, j) => ({
    x: (i / columns - 0.5) * width,
    y: (j / rows - 0.5) * height,
    z: 0,
    u: (i / columns) * width,
    v: (1 - j / rows) * height,
  }))
  for (let i = 0; i < mesh.vertexCount; i++) mesh.normals.push(0, 0, 1)
  return new Mesh().append(
    mesh,
    new Matrix4().makeTranslation(0, 0, z).multiply(new Matrix4().makeRotationY(back ? Math.PI : 0)),
  )
}

/** The mount: a flat border round the opening, then the bevel down to the print. Rows of vertices beside the frame take its shade. */
function mountFace(width: number, height: number, openWidth: number, openHeight: number): Mesh {
  const bevel = BOARD - PRINT
  const steps = [
    { t: 0, z: BOARD },
    { t: 0.06, z: BOARD },
    { t: 0.14, z: BOARD },
    { t: 0.3, z: BOARD },
    { t: 0.7, z: BOARD },
    { t: 1, z: BOARD },
  ]
  const mesh = new Mesh()
  const sides = 4
  for (let side = 0; side < sides; side++) {
    const ring = (w: number, h: number, i: number, columns: number) => {
      const corners: readonly (readonly [number, number])[] = [
        [-w / 2, -h / 2],
        [w / 2, -h / 2],
        [w / 2, h / 2],
        [-w / 2, h / 2],
      ]
      const [ax, ay] = corners[side] as readonly [number, number]
      const [bx, by] = corners[(side + 1) % 4] as readonly [number, number]
      return [ax + ((bx - ax) * i) / columns, ay + ((by - ay) * i) / columns] as const
    }
    const columns = 20
    const flat = new Mesh().grid(columns, steps.length - 1, (i, j) => {
      const { t, z } = steps[j] as { t: number; z: number }
      const w = width + (openWidth + 2 * bevel - width) * t
      const h = height + (openHeight + 2 * bevel - height) * t
      const [x, y] = ring(w, h, i, columns)
      return { x, y, z, u: x, v: -y }
    })
    for (let i = 0; i < flat.vertexCount; i++) flat.normals.push(0, 0, 1)
    mesh.append(flat)
    const slope = new Mesh().grid(columns, 1, (i, j) => {
      const open = (1 - j) * 2 * bevel
      const [x, y] = ring(openWidth + open, openHeight + open, i, columns)
      return { x, y, z: BOARD - bevel * j, u: x, v: -y }
    })
    const inwards = [
      [0, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ][side] as [number, number]
    for (let i = 0; i < slope.vertexCount; i++) {
      slope.normals.push(inwards[0] * Math.SQRT1_2, inwards[1] * Math.SQRT1_2, Math.SQRT1_2)
    }
    mesh.append(slope)
  }
  return mesh
}
