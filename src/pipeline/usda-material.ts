import type { Material, Texture, TextureInfo } from '@gltf-transform/core'
import type { Clearcoat, EmissiveStrength, IOR, Transform, Transmission } from '@gltf-transform/extensions'
import { blendedGlass } from './glass-opacity'

/** Path of the scope all materials live in. */
export const MATERIALS = '/Root/Materials'

type Channel = 'rgb' | 'r' | 'g' | 'b' | 'a'

const number = (value: number) => String(Math.round(value * 1e6) / 1e6)
const tuple = (values: readonly number[]) => `(${values.map(number).join(', ')})`

/**
 * A glTF material as UsdPreviewSurface. Each texture keeps its own placement (UsdTransform2d). Glass becomes opacity, for the surface
 * knows no transmission; what it cannot say at all (sheen, anisotropy, …) is left out.
 *
 * @param name prim name, unique
 * @param fileOf path of a texture inside the archive
 */
export function usdaMaterial(material: Material, name: string, fileOf: (texture: Texture) => string): string {
  const home = `${MATERIALS}/${name}`
  const nodes: string[] = []
  const readers = new Map<number, string>()
  const inputs: string[] = []

  const reader = (set: number): string => {
    const known = readers.get(set)
    if (known) return known
    const prim = `st${set}`
    readers.set(set, prim)
    nodes.push(`        def Shader "${prim}"
        {
            uniform token info:id = "UsdPrimvarReader_float2"
            string inputs:varname = "st${set || ''}"
            float2 outputs:result
        }`)
    return prim
  }

  /** Writes a texture read and returns the path its channels are outputs of. */
  const read = (
    slot: string,
    texture: Texture,
    info: TextureInfo | null,
    o: { colour: boolean; scale: readonly number[]; bias?: readonly number[] },
  ): string => {
    const transform = info?.getExtension<Transform>('KHR_texture_transform') ?? null
    let st = `${home}/${reader(transform?.getTexCoord() ?? info?.getTexCoord() ?? 0)}`
    if (transform) {
      nodes.push(placement(`${slot}Placement`, st, transform))
      st = `${home}/${slot}Placement`
    }
    nodes.push(`        def Shader "${slot}"
        {
            uniform token info:id = "UsdUVTexture"
            asset inputs:file = @${fileOf(texture)}@
            float2 inputs:st.connect = <${st}.outputs:result>
            token inputs:wrapS = "${wrap(info?.getWrapS())}"
            token inputs:wrapT = "${wrap(info?.getWrapT())}"
            token inputs:sourceColorSpace = "${o.colour ? 'sRGB' : 'raw'}"
            float4 inputs:scale = ${tuple(o.scale)}${o.bias ? `\n            float4 inputs:bias = ${tuple(o.bias)}` : ''}
            float outputs:r
            float outputs:g
            float outputs:b
            float outputs:a
            float3 outputs:rgb
        }`)
    return `${home}/${slot}`
  }
  const connect = (input: string, type: string, from: string, channel: Channel) =>
    inputs.push(`${type} inputs:${input}.connect = <${from}.outputs:${channel}>`)
  const set = (input: string, type: string, value: string) =>
    inputs.push(`${type} inputs:${input} = ${value}`)

  const [r, g, b, a] = material.getBaseColorFactor()
  const blend = material.getAlphaMode() !== 'OPAQUE'
  const base = material.getBaseColorTexture()
  const glass = blendedGlass(material)
  const diffuse = glass?.diffuse ?? [r, g, b]
  if (base) {
    const from = read('baseColour', base, material.getBaseColorTextureInfo(), {
      colour: true,
      scale: [...diffuse, a],
    })
    connect('diffuseColor', 'color3f', from, 'rgb')
    if (blend && !glass) connect('opacity', 'float', from, 'a')
  } else {
    set('diffuseColor', 'color3f', tuple(diffuse))
    if (blend && !glass) set('opacity', 'float', number(a))
  }
  if (glass) {
    const through = material.getExtension<Transmission>('KHR_materials_transmission')
    const pattern = through?.getTransmissionTexture()
    if (through && pattern) {
      const from = read('transmission', pattern, through.getTransmissionTextureInfo(), {
        colour: false,
        scale: [glass.opacity - 1, 1, 1, 1],
        bias: [1, 0, 0, 0],
      })
      connect('opacity', 'float', from, 'r')
    } else if (base) {
      // Tinted by a picture (a graded lens): as opaque as it is dark. Green is near enough to luminance.
      const from = read('tint', base, material.getBaseColorTextureInfo(), {
        colour: true,
        scale: [1, glass.opacity - 1, 1, 1],
        bias: [0, 1, 0, 0],
      })
      connect('opacity', 'float', from, 'g')
    } else set('opacity', 'float', number(glass.opacity))
  }
  if (material.getAlphaMode() === 'MASK') set('opacityThreshold', 'float', number(material.getAlphaCutoff()))

  const rough = material.getRoughnessFactor()
  const metal = material.getMetallicFactor()
  const packed = material.getMetallicRoughnessTexture()
  if (packed) {
    const from = read('metallicRoughness', packed, material.getMetallicRoughnessTextureInfo(), {
      colour: false,
      scale: [1, rough, metal, 1],
    })
    connect('roughness', 'float', from, 'g')
    connect('metallic', 'float', from, 'b')
  } else {
    set('roughness', 'float', number(rough))
    set('metallic', 'float', number(metal))
  }
  const normal = material.getNormalTexture()
  if (normal) {
    const n = material.getNormalScale()
    const from = read('normalMap', normal, material.getNormalTextureInfo(), {
      colour: false,
      scale: [2 * n, 2 * n, 2, 1],
      bias: [-n, -n, -1, 0],
    })
    connect('normal', 'normal3f', from, 'rgb')
  }
  const occlusion = material.getOcclusionTexture()
  if (occlusion) {
    const s = material.getOcclusionStrength()
    const from = read('occlusionMap', occlusion, material.getOcclusionTextureInfo(), {
      colour: false,
      scale: [s, s, s, 1],
      bias: [1 - s, 1 - s, 1 - s, 0],
    })
    connect('occlusion', 'float', from, 'r')
  }
  const emissive = material.getEmissiveTexture()
  const strength = material.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')
  const glow = material.getEmissiveFactor().map((value) => value * (strength?.getEmissiveStrength() ?? 1))
  if (emissive) {
    const from = read('emissiveMap', emissive, material.getEmissiveTextureInfo(), {
      colour: true,
      scale: [...glow, 1],
    })
    connect('emissiveColor', 'color3f', from, 'rgb')
  } else if (glow.some((value) => value > 0)) set('emissiveColor', 'color3f', tuple(glow))
  const clearcoat = material.getExtension<Clearcoat>('KHR_materials_clearcoat')
  if (clearcoat) {
    set('clearcoat', 'float', number(clearcoat.getClearcoatFactor()))
    set('clearcoatRoughness', 'float', number(clearcoat.getClearcoatRoughnessFactor()))
  }
  const ior = material.getExtension<IOR>('KHR_materials_ior')
  if (ior) set('ior', 'float', number(ior.getIOR()))

  return `    def Material "${name}"
    {
        token outputs:surface.connect = <${home}/surface.outputs:surface>
        def Shader "surface"
        {
            uniform token info:id = "UsdPreviewSurface"
            ${inputs.join('\n            ')}
            token outputs:surface
        }
${nodes.join('\n')}
    }`
}

/**
 * KHR_texture_transform for st, whose origin is the lower left: with F(s, t) = (s, 1 − t), placement = F ∘ T·R·S ∘ F.
 */
function placement(name: string, from: string, transform: Transform): string {
  const [ox, oy] = transform.getOffset()
  const [sx, sy] = transform.getScale()
  const angle = transform.getRotation()
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return `        def Shader "${name}"
        {
            uniform token info:id = "UsdTransform2d"
            float2 inputs:in.connect = <${from}.outputs:result>
            float inputs:rotation = ${number((angle * 180) / Math.PI)}
            float2 inputs:scale = ${tuple([sx, sy])}
            float2 inputs:translation = ${tuple([ox + sin * sy, 1 - oy - cos * sy])}
            float2 outputs:result
        }`
}

function wrap(mode: number | undefined): string {
  if (mode === 33071) return 'clamp'
  return mode === 33648 ? 'mirror' : 'repeat'
}
