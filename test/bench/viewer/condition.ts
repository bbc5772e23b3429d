/** Under what a page is opened. */
export interface Condition {
  readonly name: string
  /** How many times slower than this machine the page's main thread runs. */
  readonly cpu: number
  readonly network?: { readonly latencyMs: number; readonly bytesPerSecond: number }
}

/** The second is the tighter comparison: slower is steadier. 150 ms and 9 Mb/s are what tools call "4G". */
export const CONDITIONS: readonly Condition[] = [
  { name: 'unthrottled', cpu: 1 },
  { name: '4G + CPU 4x', cpu: 4, network: { latencyMs: 150, bytesPerSecond: 9e6 / 8 } },
]
