/** One measured figure: the median of its runs. */
export interface Row {
  /** What was measured, and under which condition: `engine, 4G + CPU 4x`. */
  readonly case: string
  readonly metric: string
  readonly unit: string
  /** Median. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly runs: number
  /** What it was compared with, measured in the same run. */
  readonly peer?: string
  /** Median of ours / theirs, paired run by run, with its spread. */
  readonly ratio?: number
  readonly ratioMin?: number
  readonly ratioMax?: number
  /** Where we want the ratio (or, without a peer, the value) to be at most. */
  readonly target?: number
  /** The target is the least that is wanted, not the most. */
  readonly atLeast?: true
}

/** What a benchmark is told. */
export interface BenchOptions {
  /** How often each case is measured. */
  readonly runs: number
  /** Other switches of the command line, `--name value`. */
  readonly extra: Readonly<Record<string, string>>
}

/** A finished benchmark, as it is written to a file. */
export interface Report {
  readonly bench: string
  readonly when: string
  readonly machine: string
  readonly commit: string
  /** What the reader must know of how it was measured. */
  readonly notes: readonly string[]
  readonly rows: readonly Row[]
}

/** One benchmark: a folder of test/bench with a `bench.ts` that exports it. */
export interface Bench {
  readonly name: string
  run(options: BenchOptions): Promise<{ readonly rows: readonly Row[]; readonly notes: readonly string[] }>
}

/** Median, least and greatest of some samples. @throws RangeError when there are none */
export function spread(samples: readonly number[]): { value: number; min: number; max: number } {
  const sorted = [...samples].sort((a, b) => a - b)
  const [min] = sorted
  const max = sorted.at(-1)
  if (min === undefined || max === undefined) throw new RangeError('no samples')
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? max
  const value = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
  return { value, min, max }
}
