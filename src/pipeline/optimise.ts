import type { Document } from '@gltf-transform/core'
import { cloneDocument, dedup, prune, resample, unpartition, weld } from '@gltf-transform/functions'
import type { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import { compressGeometry, type GeometryOptions } from './compress-geometry'
import { dropAttributes } from './drop-attributes'
import { fitTextures, type TextureDeps, type TextureOptions } from './fit-textures'
import { geometryFacts } from './geometry-facts'
import { joinDraws } from './join-draws'
import { keptNodes } from './kept-nodes'
import { type LodRequest, simplifyTo } from './make-lods'
import { type PipelineFailed, refused } from './pipeline-fault'
import { type ReadDeps, readGlb } from './read-glb'
import { shelterNodes } from './shelter-nodes'
import { textureFacts } from './texture-facts'
import type { VerbOptions } from './verb-options'

export type OptimiseStep = 'read' | 'clean' | 'join' | 'textures' | 'simplify' | 'compress' | 'write'

/** What an optimised file is made for. */
export interface OptimiseProfile {
  readonly textures: TextureOptions
  readonly geometry: GeometryOptions
}

const GEOMETRY: GeometryOptions = {
  positionBits: { least: 14, most: 16 },
  step: 0.002,
  normalBits: 8,
  texcoordBits: 14,
}

/** Fewest bytes to send. */
export const WEBP_PROFILE: OptimiseProfile = {
  textures: {
    format: 'webp',
    mostEdge: 1024,
    quality: 82,
    normalQuality: 90,
    normals: 'etc1s',
    detailPsnr: 50,
  },
  geometry: GEOMETRY,
}

/** Least memory on the GPU: an eighth. For scenes of many products. */
export const KTX2_PROFILE: OptimiseProfile = {
  textures: {
    format: 'ktx2',
    mostEdge: 1024,
    quality: 160,
    normalQuality: 220,
    normals: 'etc1s',
    detailPsnr: 50,
  },
  geometry: GEOMETRY,
}

export const OPTIMISE_PROFILES = { webp: WEBP_PROFILE, ktx2: KTX2_PROFILE } as const

export interface OptimiseOptions extends VerbOptions<OptimiseStep> {
  readonly profile: keyof typeof OPTIMISE_PROFILES | OptimiseProfile
  /** Simpler files beside the whole one, each with the same textures. */
  readonly lods: readonly LodRequest[]
}

export const OPTIMISE_DEFAULTS: OptimiseOptions = { profile: 'webp', lods: [] }

export interface OptimiseDeps extends ReadDeps, TextureDeps {
  readonly meshoptEncoder: typeof MeshoptEncoder
  readonly meshoptSimplifier: typeof MeshoptSimplifier
}

/** What a file costs. */
export interface Cost {
  readonly bytes: number
  readonly triangles: number
  readonly vertices: number
  readonly draws: number
  /** On the GPU, see texture-facts.ts for what is assumed. */
  readonly textureGpuBytes: number
  readonly geometryGpuBytes: number
}

/** A simpler file. */
export interface Lod {
  /** Share of the triangles that was kept. */
  readonly ratio: number
  /** How far its surface is from the whole one's, metres. */
  readonly error: number
  readonly triangles: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type OptimiseResult =
  | {
      readonly ok: true
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly before: Cost
      readonly after: Cost
      readonly lods: readonly Lod[]
    }
  | PipelineFailed

/** When each step begins, as a share of the whole: measured on a mixer of 2.7 MB, where pictures are nearly everything. */
const STARTS: Readonly<Record<OptimiseStep, number>> = {
  read: 0,
  clean: 0.03,
  join: 0.08,
  textures: 0.1,
  simplify: 0.85,
  compress: 0.92,
  write: 0.97,
}

/**
 * Makes a file light and changes nothing a shopper or a program could miss: variants, extras, animations, names and origins of nodes
 * that extras mention stay. The same bytes give the same bytes. Steps and their order: docs/pipeline.md.
 */
export async function optimise(
  bytes: Uint8Array,
  options: Partial<OptimiseOptions>,
  deps: OptimiseDeps,
): Promise<OptimiseResult> {
  const { profile: chosen, lods: wanted, onProgress, signal } = { ...OPTIMISE_DEFAULTS, ...options }
  const profile = typeof chosen === 'string' ? OPTIMISE_PROFILES[chosen] : chosen
  const begin = (step: OptimiseStep) => onProgress?.({ step, share: STARTS[step] })
  begin('read')
  const read = await readGlb(bytes, deps, deps.meshoptEncoder)
  if (!read.ok) return read
  const { document, io } = read
  try {
    // Comparing pictures reads their headers, so a broken one must be found first.
    const broken = textureFacts(document).find(({ width, height }) => width * height === 0)
    if (broken) return refused('bad-picture', { name: broken.name || '?' })
    const before = costOf(document, bytes.byteLength)
    begin('clean')
    await clean(document)
    if (signal?.aborted) return refused('aborted')

    begin('join')
    const kept = keptNodes(document)
    await joinDraws(document, kept)
    await document.transform(weld(), prune(keeping(kept.size > 0)), dedup())
    shelterNodes(document, kept)
    if (signal?.aborted) return refused('aborted')

    begin('textures')
    const span = STARTS.simplify - STARTS.textures
    const fitted = await fitTextures(
      document,
      profile.textures,
      deps,
      (done, all) => onProgress?.({ step: 'textures', share: STARTS.textures + (span * done) / all }),
      signal,
    )
    if (!fitted.ok) return fitted

    begin('simplify')
    const whole = geometryFacts(document).triangles
    const lods: Lod[] = []
    for (const request of wanted) {
      if (signal?.aborted) return refused('aborted')
      const simpler = cloneDocument(document).setLogger(document.getLogger())
      const error = await simplifyTo(simpler, request, deps.meshoptSimplifier)
      const { triangles } = geometryFacts(simpler)
      await compressGeometry(simpler, profile.geometry, deps.meshoptEncoder)
      lods.push({ ratio: triangles / whole, error, triangles, bytes: await io.writeBinary(simpler) })
    }

    if (signal?.aborted) return refused('aborted')
    begin('compress')
    await compressGeometry(document, profile.geometry, deps.meshoptEncoder)
    begin('write')
    const packed = await io.writeBinary(document)
    const after = costOf(document, packed.byteLength)
    onProgress?.({ step: 'write', share: 1 })
    return { ok: true, bytes: packed, before, after, lods }
  } catch (cause) {
    // A graph no step foresaw: the merchant gets a sentence, and whoever mends it the reason.
    return refused('unreadable', { reason: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** Removes what is there twice or not used. */
async function clean(document: Document): Promise<void> {
  const draco = document
    .getRoot()
    .listExtensionsUsed()
    .find(({ extensionName }) => extensionName === 'KHR_draco_mesh_compression')
  draco?.dispose()
  dropAttributes(document)
  await document.transform(unpartition(), dedup(), resample(), prune(keeping(keptNodes(document).size > 0)))
}

/**
 * What `prune` must leave: extras; attributes, for it asks no variant (see drop-attributes.ts); solid textures, which it would read with
 * a codec of its own; empty nodes where somebody may know one by its name.
 */
function keeping(leaves: boolean) {
  return { keepExtras: true, keepAttributes: true, keepSolidTextures: true, keepLeaves: leaves }
}

function costOf(document: Document, bytes: number): Cost {
  const { triangles, vertices, draws, gpuBytes: geometryGpuBytes } = geometryFacts(document)
  const textureGpuBytes = textureFacts(document).reduce((sum, { gpuBytes }) => sum + gpuBytes, 0)
  return { bytes, triangles, vertices, draws, textureGpuBytes, geometryGpuBytes }
}
