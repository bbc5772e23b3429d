import {
  Color,
  DoubleSide,
  FrontSide,
  Group,
  type IUniform,
  Matrix3,
  Matrix4,
  Mesh,
  NoBlending,
  type Object3D,
  Quaternion,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from 'three'
import type { PictureUniforms } from '../../../engine/glass-over-picture'
import type { HeadFit } from '../fit/head-fit'
import { ContourStrip } from './contour-strip'
import { CHEEKS, EYELIDS, LIPS } from './face-contours'
import { FaceMesh } from './face-mesh'
import type { FaceTopology } from './face-topology'
import type { LookSlot, Moment } from './look-slot'
import {
  CHEEKS_FRAGMENT,
  LIDS_FRAGMENT,
  LIPS_FRAGMENT,
  MEAN_SAMPLES,
  MESH_VERTEX,
  STRIP_VERTEX,
} from './makeup-shader'
import type { Shade } from './shade'

/** What paint on a picture has to know of where the picture is on the screen. */
export interface PaintUniforms extends PictureUniforms {
  readonly pictureSize: { readonly value: Vector2 }
  /** Scale (xy) and offset (zw) from pixels of the frame to clip space. */
  readonly clipFromPicture: { readonly value: Vector4 }
}

/** Ratio kept in shadow, ratio kept in light, highlight kept, glint: by finish. */
const FINISH = {
  matte: [0.82, 0.5, 0.2, 0],
  satin: [0.95, 0.75, 0.7, 0.06],
  gloss: [1.1, 1.1, 1.5, 0.42],
} as const

const matrix = new Matrix4()
const rotation = new Quaternion()

/** One shade on one face. */
export class MakeupSlot implements LookSlot<HeadFit> {
  readonly root = new Group()
  readonly note = undefined
  readonly #shade: Shade
  readonly #colour: Color
  readonly #strips: readonly ContourStrip[]
  readonly #mesh: FaceMesh | undefined
  readonly #materials: ShaderMaterial[] = []
  readonly #samples = Array.from({ length: MEAN_SAMPLES }, () => new Vector2())
  readonly #tint = new Vector4()
  readonly #light = new Vector3(0, 0.4, 0.9)
  readonly #lightColour = new Color(1, 1, 1)
  readonly #soft = new Vector2(1, 1)
  readonly #turn = new Matrix3()

  constructor(shade: Shade, picture: PaintUniforms, face: FaceTopology, scene: Object3D) {
    this.#shade = shade
    this.#colour = new Color(shade.colour)
    const [shadow, light, highlight, glint] = FINISH[shade.finish]
    const uniforms = {
      picture: picture.picture,
      pictureFromScreen: picture.pictureFromScreen,
      pictureSize: picture.pictureSize,
      clipFromPicture: picture.clipFromPicture,
      samples: { value: this.#samples },
      shade: { value: this.#tint },
      finish: {
        value: new Vector4(shadow, light, highlight, shade.region === 'eyelids' ? glint * 0.3 : glint),
      },
      lightFrom: { value: this.#light },
      lightColour: { value: this.#lightColour },
      soft: { value: this.#soft },
      cameraFromHead: { value: this.#turn },
    }
    const strips = shade.region === 'lips' ? LIPS : shade.region === 'eyelids' ? EYELIDS : []
    this.#strips = strips.map((region) => new ContourStrip(region, MEAN_SAMPLES / 2))
    for (const strip of this.#strips) {
      const material = paintMaterial(
        STRIP_VERTEX,
        shade.region === 'lips' ? LIPS_FRAGMENT : LIDS_FRAGMENT,
        uniforms,
      )
      if (shade.region === 'eyelids') material.defines.LASHES = true
      this.#materials.push(material)
      this.root.add(still(new Mesh(strip.geometry, material)))
    }
    if (shade.region === 'cheeks') {
      this.#mesh = new FaceMesh(face)
      const material = paintMaterial(MESH_VERTEX, CHEEKS_FRAGMENT, { ...uniforms, ...ovalOf(face) })
      material.depthTest = true
      material.side = FrontSide
      this.#materials.push(material)
      const depth = paintMaterial(MESH_VERTEX, 'void main() { gl_FragColor = vec4( 0.0 ); }', uniforms)
      depth.colorWrite = false
      depth.side = FrontSide
      depth.depthTest = true
      depth.depthWrite = true
      this.#materials.push(depth)
      const first = still(new Mesh(this.#mesh.geometry, depth))
      first.renderOrder = -1
      this.root.add(first, still(new Mesh(this.#mesh.geometry, material)))
    }
    scene.add(this.root)
  }

  update(head: HeadFit, moment: Moment): void {
    const { exposure, light } = moment
    const { r, g, b } = this.#colour
    const { tint } = exposure
    this.#tint.set(r * tint.r, g * tint.g, b * tint.b, this.#shade.opacity)
    if (light) this.#light.set(...light.direction)
    this.#lightColour.copy(tint)
    matrix.makeRotationFromQuaternion(rotation.fromArray(head.pose.quaternion))
    this.#turn.setFromMatrix4(matrix)
    this.#soften(head)
    const lips = this.#shade.region === 'lips'
    let at = 0
    for (const strip of this.#strips) {
      // Half of a soft edge lies beyond its contour.
      if (lips) strip.update(head, this.#soft.x / 2, this.#soft.y / 2)
      else strip.update(head)
      for (let i = 0; i + 1 < strip.middle.length; i += 2) this.#samples[at++]?.fromArray(strip.middle, i)
    }
    if (this.#mesh) {
      this.#mesh.update(head)
      for (let i = 0; i < MEAN_SAMPLES; i++) {
        this.#samples[i]?.fromArray(head.points, (CHEEKS[i % CHEEKS.length] ?? 0) * 2)
      }
    }
  }

  dispose(): void {
    for (const strip of this.#strips) strip.dispose()
    this.#mesh?.geometry.dispose()
    for (const material of this.#materials) material.dispose()
    this.root.removeFromParent()
  }

  /** Edges as wide as a steady hand draws them: some 0.7 mm, never less than a pixel and a half. */
  #soften({ points }: HeadFit): void {
    const eyes = Math.hypot(
      (points[263 * 2] ?? 0) - (points[33 * 2] ?? 0),
      (points[263 * 2 + 1] ?? 0) - (points[33 * 2 + 1] ?? 0),
    )
    // Outer corners of the eyes are 87 mm apart (Farkas).
    const pixels = Math.max(1.5, (eyes / 87) * 0.7)
    const open = Math.hypot(
      (points[14 * 2] ?? 0) - (points[13 * 2] ?? 0),
      (points[14 * 2 + 1] ?? 0) - (points[13 * 2 + 1] ?? 0),
    )
    this.#soft.set(pixels, this.#shade.region === 'lips' ? Math.min(pixels, open * 0.4) : pixels)
  }
}

function paintMaterial(
  vertexShader: string,
  fragmentShader: string,
  uniforms: Record<string, IUniform>,
): ShaderMaterial {
  // The picture's pixel is read, painted and written: nothing is blended, so that what has no paint is left as it was, bit for bit.
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms,
    // Upper and lower contours run the same way: one of their strips shows its back.
    side: DoubleSide,
    blending: NoBlending,
    depthTest: false,
    depthWrite: false,
  })
}

function still(mesh: Mesh): Mesh {
  mesh.frustumCulled = false
  return mesh
}

/** Where blush goes, in the face's coordinates: from the apple of the cheek (landmark 50, below the pupil) towards the ear's middle (landmark 234). */
function ovalOf({ uvs }: FaceTopology): Record<string, IUniform> {
  const at = (point: number) => new Vector2(uvs[point * 2], uvs[point * 2 + 1])
  const apple = at(50)
  const along = at(127).sub(apple).normalize()
  const centre = apple.addScaledVector(along, 0.05)
  return {
    oval: { value: new Vector4(centre.x, centre.y, along.x, along.y) },
    radii: { value: new Vector2(0.145, 0.075) },
  }
}
