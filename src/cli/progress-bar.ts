import type { Stream } from './world'

const CELLS = 24

/** One line that says how far a file is; shown only on a terminal. */
export class ProgressBar {
  readonly #shown: boolean

  constructor(
    private readonly stream: Stream,
    private readonly label: string,
  ) {
    this.#shown = stream.isTTY === true
  }

  update(share: number, step: string): void {
    if (!this.#shown) return
    const full = Math.round(Math.min(1, Math.max(0, share)) * CELLS)
    const bar = '█'.repeat(full) + '░'.repeat(CELLS - full)
    this.stream.write(
      `\r\x1b[K${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${this.label}  ${step}`,
    )
  }

  /** Wipes the line, for what follows. */
  clear(): void {
    if (this.#shown) this.stream.write('\r\x1b[K')
  }
}
