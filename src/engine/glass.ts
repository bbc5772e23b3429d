import {
  type Color,
  CustomBlending,
  type Material,
  MeshPhysicalMaterial,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderChunk,
} from 'three'

/**
 * How glass is drawn. `refracting`: what is behind it is drawn once more and seen through it, bent and blurred. `plain`: one blended draw
 * that tints and reflects but bends nothing, for devices that cannot afford drawing the scene twice.
 */
export type GlassLook = 'refracting' | 'plain'

/** Brightness of a page that is not ours to see, sRGB: shops are light. */
const PAGE = 0.94

/**
 * Where nothing of the scene lies behind glass, the page does, or the camera's picture, which only the compositor knows: it adds
 * `rgb + (1 - alpha) * page`, in sRGB. So alpha covers what the darkest channel of the tint or a highlight takes of any page, and colour is what
 * then makes a light page look exactly as light would have it. Left to three, a brown lens is grey, clear glass is brighter than what is behind
 * it (for sRGB values are added), and highlights vanish from pictures.
 */
const DECLARE = `
vec3 glassThrough = vec3( 0.0 );
float glassUnseen = 0.0;
`
const COMPOSE = `
{
	// The far side of a glass is drawn first, into a target of linear values; the near side into the page's sRGB.
	float power = linearToOutputTexel( vec4( 0.25 ) ).r > 0.3 ? 2.2 : 1.0;
	float light = pow( ${PAGE}, 2.2 );
	float page = pow( light, 1.0 / power );
	vec3 own = saturate( gl_FragColor.rgb );
	vec3 tint = linearToOutputTexel( vec4( glassThrough, 1.0 ) ).rgb;
	vec3 lit = pow( own, vec3( power ) ) + glassUnseen * light * glassThrough;
	vec3 overPage = saturate( linearToOutputTexel( vec4( lit, 1.0 ) ).rgb );
	float cover = max( 1.0 - glassUnseen * min( tint.r, min( tint.g, tint.b ) ), max( own.r, max( own.g, own.b ) ) );
	if ( glassUnseen > 0.0 ) gl_FragColor = vec4( clamp( overPage - ( 1.0 - cover ) * page, 0.0, cover ), cover );
}
`

/** three's own refraction, which also notes how much of the page goes through. */
const REFRACT = ShaderChunk.transmission_pars_fragment.replace(
  'return vec4( ( 1.0 - F ) * attenuatedColor',
  `glassThrough = ( 1.0 - F ) * transmittance;
		glassUnseen = 1.0 - transmittedLight.a;
		return vec4( ( 1.0 - F ) * attenuatedColor`,
)
const REFRACTED = `
#include <transmission_fragment>
glassUnseen *= material.transmission;
`
const PLAIN = `
{
	vec3 seen = EnvironmentBRDF( normal, geometryViewDir, material.specularColorBlended, material.specularF90, material.roughness );
	glassThrough = ( 1.0 - seen ) * diffuseColor.rgb;
	glassUnseen = GLASS_TRANSMISSION;
	totalDiffuse *= 1.0 - GLASS_TRANSMISSION;
}
`

/** Makes a material that lets light through look right over a page, at the cost its device can bear. Others are left alone. */
export function prepareGlass(material: Material, look: GlassLook): void {
  if (!(material instanceof MeshPhysicalMaterial) || material.transmission === 0) return
  if (look === 'plain') makePlain(material)
  const plain = look === 'plain'
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <transmission_pars_fragment>', DECLARE + (plain ? '' : REFRACT))
      .replace('#include <transmission_fragment>', plain ? PLAIN : REFRACTED)
      .replace('#include <colorspace_fragment>', `#include <colorspace_fragment>${COMPOSE}`)
  }
  material.customProgramCacheKey = () => `glass ${look}`
}

/** Share of light that a material lets through, 0..1, whichever look it was prepared for. */
export function transmissionOf(material: Material): number {
  if (!(material instanceof MeshPhysicalMaterial)) return 0
  return Number(material.defines?.GLASS_TRANSMISSION ?? material.transmission)
}

function makePlain(material: MeshPhysicalMaterial): void {
  const { transmission } = material
  tintByThickness(material)
  material.defines = { ...material.defines, GLASS_TRANSMISSION: transmission.toFixed(3) }
  material.transmission = 0
  material.thickness = 0
  material.transparent = true
  material.depthWrite = false
  // Colours are composed as the compositor does: a highlight adds, whatever shines through is dimmed.
  material.blending = CustomBlending
  material.blendSrc = OneFactor
  material.blendDst = OneMinusSrcAlphaFactor
}

/** Takes what a glass's thickness absorbs into its colour. Seen straight on, light crosses it once: Beer's law with one fixed path. */
export function tintByThickness(material: MeshPhysicalMaterial): void {
  const { thickness, attenuationColor, attenuationDistance } = material
  if (thickness > 0 && Number.isFinite(attenuationDistance)) {
    absorb(material.color, attenuationColor, thickness / attenuationDistance)
  }
}

function absorb(colour: Color, tint: Color, paths: number): void {
  colour.r *= tint.r ** paths
  colour.g *= tint.g ** paths
  colour.b *= tint.b ** paths
}
