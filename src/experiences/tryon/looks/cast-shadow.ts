import {
  type BufferGeometry,
  DataTexture,
  Group,
  LinearFilter,
  Matrix4,
  Mesh,
  type Object3D,
  RedFormat,
  type ShaderMaterial,
  Vector2,
  type Vector3,
  Vector4,
} from 'three'
import { transmissionOf } from '../../../engine/glass'
import { castShadow, MASK_SIZE } from '../../../engine/shadow-mask'
import { SHADE_OF_SKIN, skinShadowMaterial } from './skin-shadow-material'

/** The direction in which a thing is looked through to get its outline: from the front, from above. */
export type CastAxis = 'y' | 'z'

/** Outline of a thing as its shadow's density, softened; made once for a model. */
export interface CastMask {
  readonly texture: DataTexture
  readonly axis: CastAxis
  /** Scale (xy) and offset (zw) from the model's x and its y or z, in metres, to the texture. */
  readonly place: Vector4
}

/** Room round the outline for the shadow's soft edge, metres. */
const MARGIN = 0.016

/**
 * Looks through a model along an axis of its own.
 *
 * @param from only what lies before (z) or above (y) this casts, metres: temples do not shade the cheeks
 * @param seeThrough glass casts nothing
 */
export function castMaskOf(model: Object3D, axis: CastAxis, from: number, seeThrough: boolean): CastMask {
  model.updateWorldMatrix(false, true)
  const casting = new Group()
  const inverse = new Matrix4().copy(model.matrixWorld).invert()
  model.traverse((mesh) => {
    if (!(mesh instanceof Mesh) || Array.isArray(mesh.material)) return
    if (seeThrough && transmissionOf(mesh.material) > 0.6) return
    const copy = new Mesh(mesh.geometry)
    copy.matrixAutoUpdate = false
    copy.matrix.multiplyMatrices(inverse, mesh.matrixWorld)
    casting.add(copy)
  })
  const bounds = extentOf(casting, axis, from)
  const width = bounds.z - bounds.x + 2 * MARGIN
  const height = bounds.w - bounds.y + 2 * MARGIN
  const mask = new Uint8ClampedArray(MASK_SIZE * MASK_SIZE)
  castShadow(
    casting,
    mask,
    (vertex) => {
      const across = axis === 'z' ? vertex.y : vertex.z
      const depth = axis === 'z' ? vertex.z : vertex.y
      const column = ((vertex.x - bounds.x + MARGIN) / width) * MASK_SIZE
      const row = ((across - bounds.y + MARGIN) / height) * MASK_SIZE
      // What is infinitely high casts nothing.
      vertex.set(column, row, depth < from ? Infinity : 0)
    },
    0.05,
    0.5,
  )
  const texture = new DataTexture(new Uint8Array(mask.buffer), MASK_SIZE, MASK_SIZE, RedFormat)
  texture.magFilter = LinearFilter
  texture.minFilter = LinearFilter
  texture.needsUpdate = true
  return {
    texture,
    axis,
    place: new Vector4(1 / width, 1 / height, (MARGIN - bounds.x) / width, (MARGIN - bounds.y) / height),
  }
}

function extentOf(casting: Object3D, axis: CastAxis, from: number): Vector4 {
  const out = new Vector4(Infinity, Infinity, -Infinity, -Infinity)
  const corner = new Vector2()
  casting.updateMatrixWorld(true)
  for (const mesh of casting.children) {
    if (!(mesh instanceof Mesh)) continue
    const vertex = mesh.position.clone()
    const count = mesh.geometry.getAttribute('position')?.count ?? 0
    for (let i = 0; i < count; i++) {
      mesh.getVertexPosition(i, vertex).applyMatrix4(mesh.matrixWorld)
      if ((axis === 'z' ? vertex.z : vertex.y) < from) continue
      corner.set(vertex.x, axis === 'z' ? vertex.y : vertex.z)
      out.set(
        Math.min(out.x, corner.x),
        Math.min(out.y, corner.y),
        Math.max(out.z, corner.x),
        Math.max(out.w, corner.y),
      )
    }
  }
  return out.x > out.z ? out.set(-0.01, -0.01, 0.01, 0.01) : out
}

const VERTEX = `
uniform mat4 modelFromReceiver;
varying vec3 inModel;
void main() {
	inModel = ( modelFromReceiver * vec4( position, 1.0 ) ).xyz;
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}
`
const FRAGMENT = `
uniform sampler2D mask;
uniform vec4 place;
uniform vec4 slant;
uniform vec2 reach;
varying vec3 inModel;
void main() {
	float depth = max( 0.0, - ( AXIS_Z > 0.5 ? inModel.z : inModel.y ) );
	vec2 flat_ = vec2( inModel.x, AXIS_Z > 0.5 ? inModel.y : inModel.z ) + slant.xy * min( depth, 0.05 );
	float dark = texture2D( mask, flat_ * place.xy + place.zw ).r * reach.x * exp( - depth / reach.y ) * slant.z;
	if ( dark < 0.002 ) discard;
	gl_FragColor = ${SHADE_OF_SKIN};
}
`

/** The shadow of what is worn, multiplied onto the skin it falls on. */
export class CastShadow {
  readonly mesh: Mesh
  readonly #material: ShaderMaterial

  /**
   * @param receiver surface of the skin
   * @param strength 0..1 at contact
   * @param reach metres over which it fades with distance
   */
  constructor(receiver: BufferGeometry, mask: CastMask, strength: number, reach: number) {
    this.#material = skinShadowMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      defines: { AXIS_Z: mask.axis === 'z' ? '1.0' : '0.0' },
      uniforms: {
        mask: { value: mask.texture },
        place: { value: mask.place },
        modelFromReceiver: { value: new Matrix4() },
        slant: { value: new Vector4(0, 0, 1, 0) },
        reach: { value: new Vector2(strength, reach) },
      },
    })
    this.mesh = new Mesh(receiver, this.#material)
    this.mesh.frustumCulled = false
    this.mesh.renderOrder = -5
  }

  /**
   * @param modelFromReceiver from the receiver's space to the model's
   * @param light towards the light, in the model's space
   * @param strength 0..1
   */
  update(modelFromReceiver: Matrix4, light: Vector3, strength: number): void {
    const { modelFromReceiver: matrix, slant } = this.#material.uniforms
    if (matrix?.value instanceof Matrix4) matrix.value.copy(modelFromReceiver)
    if (!(slant?.value instanceof Vector4)) return
    const z = this.#material.defines.AXIS_Z === '1.0'
    const along = Math.max(0.5, z ? light.z : light.y)
    slant.value.set(light.x / along, (z ? light.y : light.z) / along, strength, 0)
  }

  dispose(): void {
    this.#material.dispose()
    this.mesh.removeFromParent()
  }
}
