import { type Document, Logger, Verbosity, WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import type { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import { checkGlb } from '../core/check-glb'
import type { SizeLimits } from '../core/check-gltf'
import type { GltfJson } from '../core/gltf-json'
import { type PipelineFailed, refused } from './pipeline-fault'

/** What reading a GLB needs. */
export interface ReadDeps {
  readonly meshoptDecoder: typeof MeshoptDecoder
  /** A `draco3dgltf` decoder module; without it a file packed with Draco is refused with `needs-draco`. */
  readonly dracoDecoder?: unknown
}

/**
 * A merchant's file may be heavier than a shop shows, for making it light is what the pipeline is for; above these it would not
 * fit into a browser's memory.
 */
export const PIPELINE_LIMITS: SizeLimits = { nodes: 200_000, draws: 100_000, vertices: 30_000_000 }

export interface ReadGlb {
  readonly ok: true
  readonly document: Document
  /** What the file's JSON said, checked but not resolved. */
  readonly json: GltfJson
  readonly io: WebIO
}

const DRACO = 'KHR_draco_mesh_compression'
const SILENT = new Logger(Verbosity.SILENT)

/** Reads and writes GLB bytes, in Node and in a Worker alike: never a file, never an address. */
export function createGlbIo(deps: ReadDeps, encoder?: typeof MeshoptEncoder): WebIO {
  const io = new WebIO().setLogger(SILENT)
  io.registerExtensions(ALL_EXTENSIONS).registerDependencies({
    'meshopt.decoder': deps.meshoptDecoder,
    ...(encoder ? { 'meshopt.encoder': encoder } : {}),
    ...(deps.dracoDecoder ? { 'draco3d.decoder': deps.dracoDecoder } : {}),
  })
  return io
}

/** Reads a GLB as a document. Any bytes get an answer; nothing is thrown. */
export async function readGlb(
  bytes: Uint8Array,
  deps: ReadDeps,
  encoder?: typeof MeshoptEncoder,
): Promise<ReadGlb | PipelineFailed> {
  const checked = checkGlb(asBuffer(bytes), PIPELINE_LIMITS)
  if (!checked.ok) return checked
  const { json } = checked
  if (!deps.dracoDecoder && json.extensionsUsed?.includes(DRACO)) return refused('needs-draco')
  await deps.meshoptDecoder.ready
  const io = createGlbIo(deps, encoder)
  const readable = new Set(ALL_EXTENSIONS.map(({ EXTENSION_NAME }) => EXTENSION_NAME))
  const unknown = json.extensionsRequired?.find((name) => !readable.has(name))
  if (unknown) return refused('unsupported-extension', { extension: unknown })
  try {
    const document = await io.readBinary(bytes)
    document.setLogger(SILENT)
    return { ok: true, document, json, io }
  } catch (cause) {
    return refused('unreadable', { reason: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** The bytes as a buffer of exactly their length. */
function asBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes
  return buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength
    ? buffer
    : bytes.slice().buffer
}
