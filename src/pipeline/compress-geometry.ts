import type { Document, Mesh } from '@gltf-transform/core'
import type { Volume } from '@gltf-transform/extensions'
import { type EXTMeshoptCompression as Compression, EXTMeshoptCompression } from '@gltf-transform/extensions'
import { quantize, reorder } from '@gltf-transform/functions'
import type { MeshoptEncoder } from 'meshoptimizer'
import { mappingsOf, setMappings } from './primitive-materials'

/** How finely vertices are kept. */
export interface GeometryOptions {
  /** Least and most bits of a position; between them as many as the thinnest mesh needs. */
  readonly positionBits: { readonly least: number; readonly most: number }
  /** The largest step between two positions, as a fraction of the thinnest edge of a mesh. */
  readonly step: number
  readonly normalBits: number
  readonly texcoordBits: number
}

const VOLUME = 'KHR_materials_volume'

/**
 * Orders, quantises and packs vertices (KHR_mesh_quantization, EXT_meshopt_compression); packed when the document is written.
 */
export async function compressGeometry(
  document: Document,
  options: GeometryOptions,
  encoder: typeof MeshoptEncoder,
): Promise<void> {
  await encoder.ready
  const meshes = document.getRoot().listMeshes()
  for (const mesh of meshes) keepThickness(mesh)
  await document.transform(
    reorder({ encoder, target: 'size' }),
    quantize({
      quantizePosition: Math.max(...meshes.map((mesh) => positionBits(mesh, options)), 8),
      quantizeNormal: options.normalBits,
      quantizeTexcoord: options.texcoordBits,
      quantizeColor: 8,
    }),
  )
  const extension: Compression = document.createExtension(EXTMeshoptCompression)
  extension.setRequired(true).setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
}

/** Bits that keep a mesh's thinnest edge: 14 over a rug of 2 m are steps of 0.12 mm, one per cent of its 12 mm of height. */
function positionBits(mesh: Mesh, { positionBits: { least, most }, step }: GeometryOptions): number {
  const edges = edgesOf(mesh).filter((edge) => edge > 0)
  if (edges.length === 0) return least
  const steps = Math.max(...edges) / (Math.min(...edges) * step)
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(steps + 1))))
}

/** Edges of a mesh's box, in its own space. */
function edgesOf(mesh: Mesh): number[] {
  const min = [Infinity, Infinity, Infinity]
  const max = [-Infinity, -Infinity, -Infinity]
  for (const primitive of mesh.listPrimitives()) {
    const position = primitive.getAttribute('POSITION')
    if (!position) continue
    const [low, high] = [position.getMinNormalized([]), position.getMaxNormalized([])]
    for (let axis = 0; axis < 3; axis++) {
      min[axis] = Math.min(min[axis] ?? 0, low[axis] ?? 0)
      max[axis] = Math.max(max[axis] ?? 0, high[axis] ?? 0)
    }
  }
  return max.map((value, axis) => value - (min[axis] ?? 0)).filter(Number.isFinite)
}

/**
 * Thickness of glass is told in a mesh's own units, which quantising changes. glTF-Transform rewrites it for the default material;
 * here for those of the variants, by the same factor.
 */
function keepThickness(mesh: Mesh): void {
  const scale = Math.max(...edgesOf(mesh), 0) / 2
  if (scale === 0) return
  for (const primitive of mesh.listPrimitives()) {
    const list = mappingsOf(primitive)
    const thick = (list?.listMappings() ?? []).filter((mapping) => {
      const volume = mapping.getMaterial()?.getExtension<Volume>(VOLUME)
      return volume && volume.getThicknessFactor() > 0
    })
    if (!list || thick.length === 0) continue
    const own = list.clone()
    for (const mapping of list.listMappings()) {
      const material = mapping.getMaterial()
      const volume = material?.getExtension<Volume>(VOLUME)
      if (!material || !volume || !thick.includes(mapping)) continue
      const scaled = volume.clone().setThicknessFactor(volume.getThicknessFactor() / scale)
      own.removeMapping(mapping)
      own.addMapping(mapping.clone().setMaterial(material.clone().setExtension(VOLUME, scaled)))
    }
    setMappings(primitive, own)
  }
}
