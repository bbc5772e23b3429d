import type { ModelFaultCode } from '../core/model-fault'

/**
 * Why a verb gave nothing. Each code has a sentence under `fault.<code>`, filled in by `detail`: those of {@link ModelFaultCode} in
 * the engine's messages, the others in `assets/messages/<lang>/pipeline.json`.
 */
export type PipelineFaultCode =
  | ModelFaultCode
  | 'needs-draco'
  | 'unreadable'
  | 'bad-picture'
  | 'no-ktx2-encoder'
  | 'unknown-variant'
  | 'no-browser'
  | 'no-booth'

/** What a file does wrong, or cannot be done here: to be shown as a sentence, never thrown. */
export interface PipelineFault {
  readonly code: PipelineFaultCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export interface PipelineFailed {
  readonly ok: false
  readonly fault: PipelineFault
}

/** Builds a failed result. */
export function refused(
  code: PipelineFaultCode,
  detail?: Readonly<Record<string, string | number>>,
): PipelineFailed {
  return { ok: false, fault: detail ? { code, detail } : { code } }
}

/** The fault of being asked for a variant that a file does not have. */
export function unknownVariant(variant: string, known: readonly string[]): PipelineFailed {
  return refused('unknown-variant', { variant, known: known.join(', '), count: known.length })
}
