/** How far a verb is. */
export interface Progress<Step extends string = string> {
  readonly step: Step
  /** Of the whole verb, 0..1, never falling. */
  readonly share: number
}

/** What every verb of the pipeline takes. */
export interface VerbOptions<Step extends string = string> {
  readonly onProgress?: ((progress: Progress<Step>) => void) | undefined
  /** Stops the verb before its next step; it then returns the fault `aborted`. */
  readonly signal?: AbortSignal | undefined
}
