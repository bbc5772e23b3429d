import type { Document } from '@gltf-transform/core'
import { cloneDocument } from '@gltf-transform/functions'
import { bakeVariant } from './bake-variant'
import { ground } from './ground'
import { variantNames } from './inspect'
import { measure } from './measure'
import { type PipelineFailed, refused, unknownVariant } from './pipeline-fault'
import {
  PLAIN_MODEL_DEFAULTS,
  type PlainModelDeps,
  type PlainModelOptions,
  type PlainModelStep,
  plainModel,
} from './plain-model'
import type { VerbOptions } from './verb-options'
import { WRITE_USDZ_DEFAULTS, type WriteUsdzOptions, writeUsdz } from './write-usdz'

export interface UsdzOptions extends PlainModelOptions, Omit<WriteUsdzOptions, 'precision'> {
  /** Sets the thing down on what it stands on; see {@link ground}. */
  readonly ground: boolean
  /** Names of the variants to write; undefined for all of them. */
  readonly variants: readonly string[] | undefined
}

/** Quick Look draws textures of up to 2048 pixels. */
export const USDZ_DEFAULTS: UsdzOptions = {
  ...PLAIN_MODEL_DEFAULTS,
  maxTexture: 2048,
  stand: WRITE_USDZ_DEFAULTS.stand,
  ground: false,
  variants: undefined,
}

export interface UsdzFile {
  /** Name of the variant; undefined where the model has none. */
  readonly variant: string | undefined
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type UsdzResult = { readonly ok: true; readonly files: readonly UsdzFile[] } | PipelineFailed

export type UsdzStep = PlainModelStep | 'write'

/** Makes one USDZ for AR Quick Look of every variant in a GLB. */
export async function usdz(
  bytes: Uint8Array,
  options: Partial<UsdzOptions> & VerbOptions<UsdzStep>,
  deps: PlainModelDeps,
): Promise<UsdzResult> {
  const { onProgress } = options
  const chosen = { ...USDZ_DEFAULTS, ...options }
  // Reading and pictures are two thirds of the work.
  const plain = await plainModel(
    bytes,
    { ...chosen, onProgress: onProgress && (({ step, share }) => onProgress({ step, share: share * 0.6 })) },
    deps,
  )
  if (!plain.ok) return plain
  return usdzOf(plain.document, {
    ...chosen,
    onProgress: onProgress && (({ step, share }) => onProgress({ step, share: 0.6 + share * 0.4 })),
  })
}

/** The same of a document that is plain already (see `plainModel`), which stays as it is. */
export async function usdzOf(
  document: Document,
  options: Partial<UsdzOptions> & VerbOptions<UsdzStep>,
): Promise<UsdzResult> {
  const { variants, stand, ground: grounded, onProgress, signal } = { ...USDZ_DEFAULTS, ...options }
  const known = variantNames(document)
  const unknown = variants?.find((name) => !known.includes(name))
  if (unknown !== undefined) return unknownVariant(unknown, known)
  const wanted: readonly (string | undefined)[] = variants ?? (known.length > 0 ? known : [undefined])
  const precision = precisionFor(document)
  const files: UsdzFile[] = []
  for (const variant of wanted) {
    if (signal?.aborted) return refused('aborted')
    const baked = cloneDocument(document).setLogger(document.getLogger())
    if (variant !== undefined) await bakeVariant(baked, variant)
    if (grounded) ground(baked, stand)
    const written = writeUsdz(baked, { stand, precision })
    if (!written.ok) return refused('unreadable', { reason: written.fault.code })
    files.push({ variant, bytes: written.bytes })
    onProgress?.({ step: 'write', share: files.length / wanted.length })
  }
  return { ok: true, files }
}

/** A place of the text costs bytes, so positions keep a four-thousandth of the largest side: 0.1 mm on a chair, 1 µm on a ring. */
function precisionFor(document: Document): WriteUsdzOptions['precision'] {
  const { width = 1, height = 1, depth = 1 } = measure(document)?.dimensions ?? {}
  const places = Math.ceil(-Math.log10(Math.max(width, height, depth) / 4000))
  return { ...WRITE_USDZ_DEFAULTS.precision, position: Math.min(6, Math.max(1, places)), texture: 4 }
}
