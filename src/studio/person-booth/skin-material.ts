import { Color, type MeshPhysicalMaterial, type Texture } from 'three'

/** How far red, green and blue light creeps round under skin, as a wrap of the lit side: a cheap stand-in for scattering. */
const WRAP = 'vec3(0.30, 0.115, 0.06)'

const SHEEN = 0.22

/** Makes a material look like skin: light bleeds red past the terminator, pores break the shine, down catches light at the rim. */
export function makeSkin(material: MeshPhysicalMaterial, pores: Texture): void {
  material.roughness = 0.52
  material.specularIntensity = 0.75
  material.ior = 1.42
  material.sheen = SHEEN
  material.sheenRoughness = 0.45
  material.sheenColor = new Color(1, 0.82, 0.72)
  material.bumpMap = pores
  material.bumpScale = 0.55
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <lights_physical_pars_fragment>',
      `#include <lights_physical_pars_fragment>
      void RE_Direct_Skin( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
        vec3 before = reflectedLight.directDiffuse;
        RE_Direct_Physical( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
        float facing = dot( geometryNormal, directLight.direction );
        vec3 wrapped = clamp( ( facing + ${WRAP} ) / ( 1.0 + ${WRAP} ), 0.0, 1.0 );
        wrapped *= mix( vec3( 1.0 ), wrapped, 0.25 );
        reflectedLight.directDiffuse = before + wrapped * directLight.color * BRDF_Lambert( material.diffuseColor );
      }
      #undef RE_Direct
      #define RE_Direct RE_Direct_Skin`,
    )
  }
  material.customProgramCacheKey = () => 'skin'
  material.needsUpdate = true
}

/** Takes away, or gives back, what makes a skin slow to draw and is hardly seen from afar. */
export function simplifySkin(material: MeshPhysicalMaterial, pores: Texture, draft: boolean): void {
  const bump = draft ? null : pores
  if (material.bumpMap === bump) return
  material.bumpMap = bump
  material.sheen = draft ? 0 : SHEEN
  material.needsUpdate = true
}
