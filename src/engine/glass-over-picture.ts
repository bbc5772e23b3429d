import {
  CustomBlending,
  type IUniform,
  type MeshPhysicalMaterial,
  OneFactor,
  OneMinusSrcAlphaFactor,
} from 'three'

import { tintByThickness } from './glass'

/** What glass needs to know of the picture behind it. Shared by all that lies over one picture. */
export interface PictureUniforms {
  /** Texture of the picture, sRGB-coded values, first row at the top, without mipmaps. */
  readonly picture: IUniform
  /** Scale (xy) and offset (zw) from `gl_FragCoord` to the texture's coordinates. */
  readonly pictureFromScreen: IUniform
}

export const PICTURE_DECLARE = `
uniform sampler2D picture;
uniform vec4 pictureFromScreen;
vec2 onPicture() { return gl_FragCoord.xy * pictureFromScreen.xy + pictureFromScreen.zw; }
`
const DECLARE = `
${PICTURE_DECLARE}
uniform float glassTransmission;
uniform vec3 glassTint;
vec3 glassThrough = vec3( 0.0 );
`
/** Instead of three's second pass over the scene: how much goes through, by colour; what is reflected stays as three has it. */
const THROUGH = `
{
	vec3 seen = EnvironmentBRDF( normal, geometryViewDir, material.specularColorBlended, material.specularF90, material.roughness );
	glassThrough = ( 1.0 - seen ) * diffuseColor.rgb * glassTint * glassTransmission;
	totalDiffuse *= 1.0 - glassTransmission;
}
`
/**
 * The picture is known here, so one blended draw is exact over it: alpha covers what the darkest channel of the tint takes, and colour is what then makes
 * picture times tint plus reflection, in linear light. Over what is drawn between picture and glass (a shadow, a temple) it dims as its darkest channel does.
 */
const COMPOSE = `
{
	vec3 page = texture2D( picture, onPicture() ).rgb;
	vec3 through = max( glassThrough, vec3( 1e-5 ) );
	vec3 want = min( vec3( 1.0 ), pow( pow( page, vec3( 2.2 ) ) * through + pow( saturate( gl_FragColor.rgb ), vec3( 2.2 ) ), vec3( 1.0 / 2.2 ) ) );
	float kept = pow( min( through.r, min( through.g, through.b ) ), 1.0 / 2.2 );
	gl_FragColor = vec4( max( vec3( 0.0 ), want - kept * page ), 1.0 - kept );
}
`

/** Changes three's physical shader so that a material lets the picture behind it through. */
export function glassOverPicture(fragmentShader: string): string {
  return (DECLARE + fragmentShader)
    .replace('#include <transmission_fragment>', THROUGH)
    .replace('#include <colorspace_fragment>', `#include <colorspace_fragment>${COMPOSE}`)
}

/** Sets a material up for {@link glassOverPicture}: one blended draw, no pass of its own. */
export function blendOverPicture(material: MeshPhysicalMaterial): void {
  tintByThickness(material)
  material.transmission = 0
  material.thickness = 0
  material.transparent = true
  material.depthWrite = false
  material.blending = CustomBlending
  material.blendSrc = OneFactor
  material.blendDst = OneMinusSrcAlphaFactor
}
