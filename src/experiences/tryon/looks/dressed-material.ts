import {
  type IUniform,
  type Material,
  Matrix4,
  MeshPhysicalMaterial,
  MeshStandardMaterial,
  Vector3,
  Vector4,
} from 'three'
import { transmissionOf } from '../../../engine/glass'
import {
  blendOverPicture,
  glassOverPicture,
  PICTURE_DECLARE,
  type PictureUniforms,
} from '../../../engine/glass-over-picture'
import { closeStrap, type StrapUniforms } from './closed-strap'

/** What the materials of one worn thing share: set before it is drawn. */
export interface DressUniforms extends PictureUniforms {
  /** Colour and strength of the picture's light against the studio's. */
  readonly lookTint: IUniform
  /** Linear sRGB of the wearer's skin; black when it is not known. */
  readonly lookSkin: IUniform
}

/** What one part of it (a temple, an earring) has of its own. */
export interface PartUniforms {
  /** 0..1 */
  readonly partSeen: IUniform<number>
  /** From camera space to the model's. */
  readonly modelFromView: IUniform<Matrix4>
  /** Of a temple: the hinge's z in the model's space; behind it, where fading starts and ends; how strongly hair hides it, 0..1. */
  readonly temple: IUniform<Vector4>
  /** Of a watch. */
  readonly strap?: StrapUniforms
}

export type PartKind = 'whole' | 'fading' | 'temple' | 'strap'

export function partUniforms(): PartUniforms {
  return {
    partSeen: { value: 1 },
    modelFromView: { value: new Matrix4() },
    temple: { value: new Vector4(0, 1, 2, 0) },
  }
}

const FADE_DECLARE = `
uniform float partSeen;
uniform vec3 lookSkin;
uniform mat4 modelFromView;
uniform vec4 temple;
`
/**
 * Hair is told from skin by its colour: the distance of chromaticities, or how much darker it is than any shade on skin. Only the rear of a temple is
 * asked (from 12 mm behind the hinge), where hair falls over it; five samples calm the picture's noise.
 */
const TEMPLE = `
float templeSeen() {
	float behind = temple.x - ( modelFromView * vec4( - vViewPosition, 1.0 ) ).z;
	float seen = 1.0 - smoothstep( temple.y, temple.z, behind );
	float rear = smoothstep( 0.012, 0.034, behind ) * temple.w;
	if ( seen <= 0.0 || rear <= 0.0 || lookSkin.r <= 0.0 ) return seen;
	vec2 at = onPicture();
	vec2 off = 4.0 / vec2( textureSize( picture, 0 ) );
	vec3 near = texture2D( picture, at ).rgb + texture2D( picture, at + off ).rgb + texture2D( picture, at - off ).rgb
		+ texture2D( picture, at + vec2( off.x, - off.y ) ).rgb + texture2D( picture, at + vec2( - off.x, off.y ) ).rgb;
	near = pow( near * 0.2, vec3( 2.2 ) ) + 1e-4;
	float total = near.r + near.g + near.b;
	float skinTotal = lookSkin.r + lookSkin.g + lookSkin.b + 3e-4;
	float odd = distance( near / total, ( lookSkin + 1e-4 ) / skinTotal );
	odd += 0.06 * clamp( log2( 0.22 * skinTotal / total ), 0.0, 2.0 );
	return seen * ( 1.0 - rear * smoothstep( 0.055, 0.12, odd ) );
}
`

/**
 * A copy of a product's material for wearing: lit by the picture's light, glass that lets the picture through, fading where its part does. Textures stay
 * shared with the model; whoever makes it disposes of it.
 *
 * @param share luminance that glass is to let through; undefined: what its own colour says
 */
export function dressMaterial(
  original: Material,
  kind: PartKind,
  dress: DressUniforms,
  part: PartUniforms,
  share?: number,
): Material {
  const material = original.clone()
  if (!(material instanceof MeshStandardMaterial)) return material
  const through = transmissionOf(original)
  const glass = through > 0 && material instanceof MeshPhysicalMaterial
  const fades = kind === 'fading' || kind === 'temple'
  const tint = new Vector3(1, 1, 1)
  if (glass) {
    blendOverPicture(material)
    if (share !== undefined && through > 0.8 && !material.map) {
      const { r, g, b } = material.color
      // Never brighter than what comes in: a channel that is full stays full.
      const scale = share / ((0.2126 * r + 0.7152 * g + 0.0722 * b) * through)
      tint.setScalar(Math.min(scale, 1 / (Math.max(r, g, b) * through)))
    }
  } else if (fades) {
    material.transparent = true
    material.depthWrite = true
  }
  material.onBeforeCompile = (shader) => {
    const { strap, ...own } = part
    if (strap) {
      Object.assign(shader.uniforms, strap)
      shader.vertexShader = closeStrap(shader.vertexShader)
    }
    Object.assign(shader.uniforms, dress, own, {
      glassTransmission: { value: through },
      glassTint: { value: tint },
    })
    let code = shader.fragmentShader.replace(
      '#include <opaque_fragment>',
      'outgoingLight *= lookTint;\n#include <opaque_fragment>',
    )
    let declare = 'uniform vec3 lookTint;\n'
    if (glass) code = glassOverPicture(code)
    else declare += PICTURE_DECLARE
    if (fades) {
      declare += FADE_DECLARE
      code = code
        .replace('void main() {', `${kind === 'temple' ? TEMPLE : ''}\nvoid main() {`)
        .replace('#include <premultiplied_alpha_fragment>', fadeCode(kind, glass))
    }
    shader.fragmentShader = declare + code
  }
  material.customProgramCacheKey = () => `worn ${kind} ${glass}`
  return material
}

function fadeCode(kind: PartKind, glass: boolean): string {
  const seen = kind === 'temple' ? 'partSeen * templeSeen()' : 'partSeen'
  // Glass is composed with its alpha multiplied in already.
  return glass ? `gl_FragColor *= ${seen};` : `gl_FragColor.a *= ${seen};`
}
