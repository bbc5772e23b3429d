import {
  AmbientLight,
  BackSide,
  BoxGeometry,
  Color,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  type Texture,
  type WebGLRenderer,
} from 'three'
import type { PersonShot } from './person-shot'

/** Panels of light round the booth: where, how large, how bright. */
const PANELS: readonly {
  readonly at: readonly [number, number, number]
  readonly size: readonly [number, number, number]
  readonly brightness: number
}[] = [
  { at: [-2.2, 1.9, 2.4], size: [1.5, 1.5, 0.1], brightness: 12 },
  // Low enough to be seen in an eye, under its lid.
  { at: [-1.75, 0.7, 3.2], size: [0.8, 0.9, 0.1], brightness: 16 },
  { at: [3.2, 0.8, 1.6], size: [0.1, 2.4, 1.6], brightness: 3 },
  { at: [0, 4, 0], size: [4, 0.1, 4], brightness: 2 },
  { at: [2.2, 1.6, -3], size: [1.2, 2.2, 0.1], brightness: 7 },
  { at: [-2.6, 1.4, -3], size: [1, 2, 0.1], brightness: 5 },
]

/** Light all round: a dim room with soft panels, as reflections see it. */
export function boothSurroundings(renderer: WebGLRenderer): Texture {
  const scene = new Scene()
  const box = new BoxGeometry()
  const add = (material: MeshBasicMaterial, at: readonly number[], size: readonly number[]) => {
    const mesh = new Mesh(box, material)
    mesh.position.fromArray([...at])
    mesh.scale.fromArray([...size])
    scene.add(mesh)
    return material
  }
  const materials = [
    add(
      new MeshBasicMaterial({ color: new Color(0.34, 0.33, 0.32), side: BackSide }),
      [0, 0, 0],
      [12, 9, 12],
    ),
    ...PANELS.map(({ at, size, brightness }) =>
      add(new MeshBasicMaterial({ color: new Color(brightness, brightness, brightness * 0.97) }), at, size),
    ),
  ]
  const generator = new PMREMGenerator(renderer)
  const { texture } = generator.fromScene(scene, 0.03)
  generator.dispose()
  box.dispose()
  for (const material of materials) material.dispose()
  return texture
}

/** The lamps: a soft key with a shadow, a fill opposite, a rim from behind. */
export class BoothLight {
  readonly key = new DirectionalLight()
  private readonly fill = new DirectionalLight('#dfe8ff')
  private readonly rim = new DirectionalLight('#fff4e6')
  private readonly ambient = new AmbientLight()

  constructor(private readonly scene: Scene) {
    this.key.castShadow = true
    this.key.shadow.mapSize.set(2048, 2048)
    this.key.shadow.radius = 5
    this.key.shadow.bias = -0.0004
    this.key.shadow.normalBias = 0.0022
    const { camera } = this.key.shadow
    camera.left = -0.32
    camera.right = 0.32
    camera.top = 0.32
    camera.bottom = -0.36
    camera.near = 0.1
    camera.far = 3
    scene.add(this.key, this.key.target, this.fill, this.fill.target, this.rim, this.rim.target, this.ambient)
  }

  /** Sets the lamps for a shot, all aimed at what it shows. */
  aim(shot: PersonShot): void {
    const {
      direction = [-0.55, 0.6, 0.75],
      intensity = 1,
      colour = '#fff6ec',
      ambient = 1,
    } = shot.light ?? {}
    const [x, y, z] = shot.pose.position
    const length = Math.hypot(...direction) || 1
    const put = (lamp: DirectionalLight, towards: readonly [number, number, number], strength: number) => {
      lamp.target.position.set(x, y, z)
      lamp.position.set(x + towards[0], y + towards[1], z + towards[2])
      lamp.intensity = strength
    }
    const [dx, dy, dz] = direction.map((part) => (part / length) * 1.2) as [number, number, number]
    put(this.key, [dx, dy, dz], 2.1 * intensity)
    this.key.color.set(colour)
    put(this.fill, [-dx, dy * 0.3, dz], 0.45 * ambient)
    put(this.rim, [-dx * 1.6, dy * 0.9, -Math.abs(dz)], 0.9 * ambient)
    this.ambient.intensity = 0.12 * ambient
    this.scene.environmentIntensity = 0.55 * ambient
  }
}
