/** A mistake of the programmer, or a device without WebGL 2: thrown, with a code to tell them apart. */
export class EngineError extends Error {
  readonly code: 'no-webgl' | 'disposed' | 'released'

  constructor(code: EngineError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineError'
    this.code = code
  }
}
