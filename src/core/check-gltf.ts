import type { GltfAccessor, GltfJson } from './gltf-json'
import { type Failed, failed } from './model-fault'

/** Extensions a file may require: three's loader and our plugins read them. */
const SUPPORTED: ReadonlySet<string> = new Set([
  'EXT_materials_bump',
  'EXT_mesh_gpu_instancing',
  'EXT_meshopt_compression',
  'EXT_texture_avif',
  'EXT_texture_webp',
  'KHR_draco_mesh_compression',
  'KHR_lights_punctual',
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_diffuse_roughness',
  'KHR_materials_dispersion',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_iridescence',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_variants',
  'KHR_materials_volume',
  'KHR_mesh_quantization',
  'KHR_meshopt_compression',
  'KHR_texture_basisu',
  'KHR_texture_transform',
])

/** The most a file may ask for. */
export interface SizeLimits {
  readonly nodes: number
  readonly draws: number
  readonly vertices: number
}

/** Above these a phone's browser runs out of memory or patience: refused with a sentence instead. */
export const LIMITS = { nodes: 60_000, draws: 40_000, vertices: 12_000_000 } as const satisfies SizeLimits

const COMPONENT_BYTES: Readonly<Record<number, number>> = {
  5120: 1,
  5121: 1,
  5122: 2,
  5123: 2,
  5125: 4,
  5126: 4,
}
const COMPONENTS: Readonly<Record<string, number>> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
}

/**
 * Checks what a glTF document promises against what its file holds.
 *
 * @param binLength bytes of the binary chunk; -1 when there is none
 * @returns the first fault found, or undefined
 */
export function checkGltf(
  json: GltfJson,
  binLength: number,
  limits: SizeLimits = LIMITS,
): Failed | undefined {
  try {
    return (
      checkLists(json) ??
      checkVersion(json) ??
      checkExtensions(json) ??
      checkBuffers(json, binLength) ??
      checkAccessors(json, limits) ??
      checkNodes(json, limits)
    )
  } catch {
    // A field of the wrong type (a string where a list belongs): the document is not glTF.
    return failed('bad-structure')
  }
}

const LISTS = [
  'scenes',
  'nodes',
  'meshes',
  'accessors',
  'bufferViews',
  'buffers',
  'images',
  'extensionsRequired',
] as const

function checkLists(json: GltfJson): Failed | undefined {
  const wrong = LISTS.some((name) => json[name] !== undefined && !Array.isArray(json[name]))
  return wrong ? failed('bad-structure') : undefined
}

function checkVersion({ asset }: GltfJson): Failed | undefined {
  if (!asset) return failed('bad-structure')
  const version = asset.version ?? ''
  return version.startsWith('2') ? undefined : failed('old-version', { version })
}

function checkExtensions({ extensionsRequired = [] }: GltfJson): Failed | undefined {
  const unknown = extensionsRequired.find((name) => !SUPPORTED.has(name))
  return unknown === undefined ? undefined : failed('unsupported-extension', { extension: unknown })
}

function checkBuffers(
  { buffers = [], bufferViews = [], images = [] }: GltfJson,
  binLength: number,
): Failed | undefined {
  for (const [index, buffer] of buffers.entries()) {
    // The fallback of a compressed buffer is allowed to be absent.
    if (Object.values(buffer.extensions ?? {}).some((extension) => extension.fallback)) continue
    if (buffer.uri !== undefined) {
      if (!buffer.uri.startsWith('data:')) return failed('external-file', { name: buffer.uri })
    } else if (index !== 0 || binLength < 0) {
      return failed('missing-buffer')
    } else if ((buffer.byteLength ?? 0) > binLength) {
      return failed('missing-buffer')
    }
  }
  for (const view of bufferViews) {
    const compressed = Object.values(view.extensions ?? {}).find(
      (extension) => extension.buffer !== undefined,
    )
    const target = buffers[compressed?.buffer ?? view.buffer ?? 0]
    if (!target) return failed('missing-buffer')
    if (!compressed && (view.byteOffset ?? 0) + (view.byteLength ?? 0) > (target.byteLength ?? 0)) {
      return failed('missing-buffer')
    }
  }
  for (const image of images) {
    if (image.uri !== undefined && !image.uri.startsWith('data:'))
      return failed('external-file', { name: image.uri })
    if (image.bufferView !== undefined && !bufferViews[image.bufferView]) return failed('missing-buffer')
  }
  return undefined
}

function checkAccessors(
  { accessors = [], bufferViews = [] }: GltfJson,
  limits: SizeLimits,
): Failed | undefined {
  for (const accessor of accessors) {
    if (accessor.bufferView === undefined) {
      // Zeros that take no room in the file and any in memory.
      const count = accessor.count ?? 0
      if (count > limits.vertices) return failed('too-complex', { what: 'vertices', count })
      continue
    }
    const view = bufferViews[accessor.bufferView]
    if (!view) return failed('missing-buffer')
    const need = accessorBytes(accessor, view.byteStride)
    if (!(need <= (view.byteLength ?? 0))) return failed('missing-buffer')
  }
  return undefined
}

/** Bytes an accessor reads from its view; NaN for an unknown type. */
function accessorBytes(accessor: GltfAccessor, stride: number | undefined): number {
  const element =
    (COMPONENT_BYTES[accessor.componentType ?? 0] ?? NaN) * (COMPONENTS[accessor.type ?? ''] ?? NaN)
  const count = accessor.count ?? NaN
  return (accessor.byteOffset ?? 0) + (count - 1) * Math.max(stride ?? 0, element) + element
}

/** Walks the scene once: broken references, loops, and how much there is to draw. */
function checkNodes(json: GltfJson, limits: SizeLimits): Failed | undefined {
  const { nodes = [], meshes = [], accessors = [], scenes = [] } = json
  if (nodes.length > limits.nodes) return failed('too-complex', { what: 'nodes', count: nodes.length })
  const scene = scenes[json.scene ?? 0]
  const open = [...(scene?.nodes ?? [])]
  const seen = new Set<number>()
  let draws = 0
  let vertices = 0
  while (open.length > 0) {
    const index = open.pop()
    if (index === undefined) break
    const node = nodes[index]
    // A node met twice has two parents or is its own ancestor: both are forbidden, the second would never end.
    if (!node || seen.has(index)) return failed('bad-structure')
    seen.add(index)
    for (const child of node.children ?? []) open.push(child)
    if (node.mesh === undefined) continue
    const mesh = meshes[node.mesh]
    if (!mesh) return failed('bad-structure')
    for (const primitive of mesh.primitives ?? []) {
      const position = primitive.attributes?.POSITION
      if (position === undefined) continue
      const accessor = accessors[position]
      if (!accessor) return failed('missing-buffer')
      draws += 1
      vertices += accessor.count ?? 0
    }
  }
  if (draws === 0) return failed('empty-scene')
  if (draws > limits.draws) return failed('too-complex', { what: 'draws', count: draws })
  if (vertices > limits.vertices) return failed('too-complex', { what: 'vertices', count: vertices })
  return undefined
}
