/**
 * A value kept on this device between visits, as JSON under a key of local storage. Storage may be forbidden (private windows, embedded pages) or full:
 * then the value is kept for the visit.
 */
export class Kept {
  #visit: unknown

  constructor(readonly key: string) {}

  /** What is kept; undefined when nothing is, or nothing readable. Whoever reads it checks its shape: it may be years old. */
  read(): unknown {
    try {
      const text = localStorage.getItem(this.key)
      if (text !== null) return JSON.parse(text) as unknown
    } catch {
      // Forbidden, or not JSON.
    }
    return this.#visit
  }

  /** @returns whether it will be there at the next visit */
  write(value: unknown): boolean {
    this.#visit = value
    try {
      localStorage.setItem(this.key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  forget(): void {
    this.#visit = undefined
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Nothing was kept then.
    }
  }

  /**
   * Tells when another tab has changed the value.
   *
   * @returns a function that stops listening
   */
  onElsewhere(listener: () => void): () => void {
    const heard = (event: StorageEvent) => {
      // A null key: everything was cleared.
      if (event.key === this.key || event.key === null) listener()
    }
    addEventListener('storage', heard)
    return () => removeEventListener('storage', heard)
  }
}
