import type { Document } from '@gltf-transform/core'
import type { Dimensions } from '../core/dimensions'
import { type ReadWear, readWear } from '../core/wear'
import { BUDGETS, type BudgetName, judge, type Verdict } from './budgets'
import { type GeometryFacts, geometryFacts } from './geometry-facts'
import { measure } from './measure'
import { type Origin, originOf } from './origin'
import { type PipelineFailed, refused } from './pipeline-fault'
import { type ReadDeps, readGlb } from './read-glb'
import { type TextureFacts, textureFacts } from './texture-facts'
import { type UnitHint, unitHints } from './unit-hint'
import { type Validation, type Validator, validate } from './validation'
import type { VerbOptions } from './verb-options'

export type InspectStep = 'read' | 'validate' | 'measure'

export interface InspectOptions extends VerbOptions<InspectStep> {
  /** Budgets the model is held against. */
  readonly budgets: readonly BudgetName[]
  /** The size the product is declared to have; makes hints of units certain. */
  readonly declared?: Dimensions | undefined
}

export const INSPECT_DEFAULTS: InspectOptions = { budgets: Object.keys(BUDGETS) as BudgetName[] }

export interface InspectDeps extends ReadDeps {
  readonly validator: Validator
}

/** What a model is and costs. */
export interface Inspection {
  /** Of the file. */
  readonly bytes: number
  /** The program that wrote it, where it says. */
  readonly generator: string | undefined
  readonly extensionsUsed: readonly string[]
  readonly extensionsRequired: readonly string[]
  /** Undefined when the validator itself failed. */
  readonly validation: Validation | undefined
  /** Size of the box, metres; undefined when positions are not numbers. */
  readonly dimensions: Dimensions | undefined
  readonly unitHints: readonly UnitHint[]
  readonly origin: Origin | undefined
  readonly geometry: GeometryFacts
  readonly materials: readonly string[]
  /** Names in KHR_materials_variants. */
  readonly variants: readonly string[]
  readonly animations: readonly string[]
  readonly skins: number
  readonly textures: readonly TextureFacts[]
  /** On the GPU, of all textures, see `gpuBytes` in texture-facts.ts for what is assumed; geometry is apart. */
  readonly textureGpuBytes: number
  /** What try-on must know, in the scene's extras; or what is wrong with it. */
  readonly wear: ReadWear
  readonly verdicts: readonly Verdict[]
}

export type InspectResult =
  | { readonly ok: true; readonly inspection: Inspection }
  /** Where the file could be framed at all, the validator may still say what is wrong with it. */
  | (PipelineFailed & { readonly validation?: Validation })

/** Says what a GLB is, what is wrong with it and what it costs. Any bytes get an answer; nothing is thrown. */
export async function inspect(
  bytes: Uint8Array,
  options: Partial<InspectOptions>,
  deps: InspectDeps,
): Promise<InspectResult> {
  const { budgets, declared, onProgress, signal } = { ...INSPECT_DEFAULTS, ...options }
  onProgress?.({ step: 'read', share: 0 })
  const read = await readGlb(bytes, deps)
  if (!read.ok) {
    const framed = read.fault.code === 'bad-structure' || read.fault.code === 'missing-buffer'
    const validation = framed ? await validate(bytes, deps.validator) : undefined
    return validation ? { ...read, validation } : read
  }
  if (signal?.aborted) return refused('aborted')
  onProgress?.({ step: 'validate', share: 0.3 })
  const validation = await validate(bytes, deps.validator)
  if (signal?.aborted) return refused('aborted')
  onProgress?.({ step: 'measure', share: 0.8 })
  try {
    const { json, document } = read
    const measured = measure(document)
    const textures = textureFacts(document)
    const geometry = geometryFacts(document)
    const root = document.getRoot()
    const scene = root.getDefaultScene() ?? root.listScenes()[0]
    const inspection: Inspection = {
      bytes: bytes.byteLength,
      generator: json.asset?.generator,
      extensionsUsed: json.extensionsUsed ?? [],
      extensionsRequired: json.extensionsRequired ?? [],
      validation,
      dimensions: measured?.dimensions,
      unitHints: measured ? unitHints(measured.dimensions, declared) : [],
      origin: measured ? originOf(measured) : undefined,
      geometry,
      materials: root.listMaterials().map((material) => material.getName()),
      variants: variantNames(document),
      animations: root.listAnimations().map((animation) => animation.getName()),
      skins: root.listSkins().length,
      textures,
      textureGpuBytes: textures.reduce((sum, texture) => sum + texture.gpuBytes, 0),
      wear: readWear(scene?.getExtras()),
      verdicts: judge({ bytes: bytes.byteLength, geometry, textures }, budgets),
    }
    onProgress?.({ step: 'measure', share: 1 })
    return { ok: true, inspection }
  } catch (cause) {
    // A graph no reader foresaw, such as scenes inside each other.
    return refused('unreadable', { reason: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** Names of a document's variants, in the file's order. */
export function variantNames(document: Document): string[] {
  const names = new Set<string>()
  for (const property of document.getGraph().listEdges()) {
    const child = property.getChild()
    if (child.propertyType === 'Variant') names.add(child.getName())
  }
  return [...names]
}
