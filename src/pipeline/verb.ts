/** How far a verb has come. */
export interface VerbProgress {
  /** What is being done, one of the verb's own words: `read`, `pictures`, ... Its sentence is `pipeline.step.<step>`. */
  readonly step: string
  /** Share of the whole that is done, 0..1, never falling. */
  readonly share: number
}

/** What every verb understands. */
export interface VerbOptions {
  readonly onProgress?: ((progress: VerbProgress) => void) | undefined
  /** Ends the verb early: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}
