/**
 * Why a model could not be shown. Each code has a sentence in `assets/messages/<lang>/engine.json`
 * under `fault.<code>`, which `detail` fills in.
 */
export type ModelFaultCode =
  | 'empty-file'
  | 'not-glb'
  | 'web-page'
  | 'gltf-json'
  | 'old-version'
  | 'truncated'
  | 'bad-json'
  | 'bad-structure'
  | 'missing-buffer'
  | 'external-file'
  | 'unsupported-extension'
  | 'too-complex'
  | 'empty-scene'
  | 'zero-size'
  | 'bad-positions'
  | 'decode-failed'
  | 'network'
  | 'not-found'
  | 'aborted'
  | 'no-webgl'

/** An expected failure of a file or a network: to be shown as a sentence, never thrown. */
export interface ModelFault {
  readonly code: ModelFaultCode
  /** Values of the sentence's placeholders. */
  readonly detail?: Readonly<Record<string, string | number>>
}

/** A failed result. */
export interface Failed {
  readonly ok: false
  readonly fault: ModelFault
}

/** Builds a failed result. */
export function failed(code: ModelFaultCode, detail?: Readonly<Record<string, string | number>>): Failed {
  return { ok: false, fault: detail ? { code, detail } : { code } }
}
