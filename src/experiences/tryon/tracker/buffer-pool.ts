/** Buffers that go to another thread and come back, so that frames in a steady state make none. */
export class BufferPool {
  readonly #spare = new Map<number, ArrayBuffer[]>()

  /** This many floats, with whatever was in them. */
  floats(length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#take(length * 4))
  }

  /** This many bytes, with whatever was in them. */
  bytes(length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#take(length))
  }

  give(buffer: ArrayBuffer): void {
    const kept = this.#spare.get(buffer.byteLength)
    if (kept) kept.push(buffer)
    else this.#spare.set(buffer.byteLength, [buffer])
  }

  #take(bytes: number): ArrayBuffer {
    return this.#spare.get(bytes)?.pop() ?? new ArrayBuffer(bytes)
  }
}
