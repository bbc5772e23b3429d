import { type BufferGeometry, Mesh, type Object3D, type ShaderMaterial, Vector2 } from 'three'
import type { Moment } from './look-slot'
import { SHADE_OF_SKIN, skinShadowMaterial } from './skin-shadow-material'

const VERTEX = `
uniform vec2 limb;
varying float along;
void main() {
	vec4 placed = modelMatrix * vec4( position, 1.0 );
	along = dot( ( LIMB_AXIS ), position ) * limb.x + limb.y;
	gl_Position = projectionMatrix * viewMatrix * placed;
}
`
const FRAGMENT = `
uniform vec3 edge;
varying float along;
void main() {
	float beyond = max( 0.0, abs( along ) - edge.x );
	float dark = edge.z * exp( - beyond / edge.y );
	if ( dark < 0.003 ) discard;
	gl_FragColor = ${SHADE_OF_SKIN};
}
`

/** The dark line on the skin along a strap or a ring: where it touches, no light gets in. */
export class LimbShadow {
  readonly mesh: Mesh
  readonly #material: ShaderMaterial
  readonly #limb = new Vector2()
  readonly #edge: { value: number[] }

  /**
   * @param halfLength of the strap or ring along the limb, metres
   * @param reach over which the shadow fades beyond it, metres
   */
  constructor(
    surface: BufferGeometry,
    readonly axis: 'x' | 'z',
    halfLength: number,
    reach: number,
  ) {
    this.#edge = { value: [halfLength, reach, 0.3] }
    this.#material = skinShadowMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      defines: { LIMB_AXIS: axis === 'x' ? 'vec3( 1.0, 0.0, 0.0 )' : 'vec3( 0.0, 0.0, 1.0 )' },
      uniforms: { limb: { value: this.#limb }, edge: this.#edge },
    })
    this.mesh = new Mesh(surface, this.#material)
    this.mesh.frustumCulled = false
    this.mesh.renderOrder = -5
  }

  /** @param limb the occluder, whose place and size it takes */
  update(limb: Object3D, moment: Moment): void {
    this.mesh.position.copy(limb.position)
    this.mesh.scale.copy(limb.scale)
    const x = this.axis === 'x'
    this.#limb.set(x ? limb.scale.x : limb.scale.z, x ? limb.position.x : limb.position.z)
    this.#edge.value[2] = 0.26 + 0.14 * (moment.light?.contrast ?? 0.4)
  }

  dispose(): void {
    this.#material.dispose()
    this.mesh.removeFromParent()
  }
}
