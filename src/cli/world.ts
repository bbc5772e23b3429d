import type { OpenBooth } from '../pipeline/photo-booth'

/** A stream that is written to, perhaps a terminal. */
export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What the command line is handed of the world it runs in; a test hands in its own. */
export interface World {
  /** Folder of the toolkit itself, for its messages. */
  readonly root: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results alone. */
  readonly stdout: Stream
  /** Progress and faults. */
  readonly stderr: Stream
  /** Ctrl-C. */
  readonly signal: AbortSignal
  /** Opens the browser that takes posters. */
  readonly openBooth: OpenBooth
}

/** How a run ends: all well; a fault in a file, or a budget broken; called wrongly; stopped by Ctrl-C. */
export const EXIT = { fine: 0, fault: 1, usage: 2, stopped: 130 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
