import {
  CustomBlending,
  ShaderMaterial,
  type ShaderMaterialParameters,
  SrcColorFactor,
  ZeroFactor,
} from 'three'

/** GLSL: what multiplies the picture where a shadow lies on skin, `dark` 0..1. Light that reaches it there has been through skin: it is redder. */
export const SHADE_OF_SKIN = 'vec4( 1.0 - dark * vec3( 0.86, 1.0, 1.05 ), 1.0 )'

/** A material that multiplies what is drawn already, just above the skin it lies on. */
export function skinShadowMaterial(shading: ShaderMaterialParameters): ShaderMaterial {
  return new ShaderMaterial({
    ...shading,
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: ZeroFactor,
    blendDst: SrcColorFactor,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -2,
  })
}
