import type { Row } from '../bench'
import type { Pictures } from './pictures'

/** Measures the shop itself with a camera: time to the first overlay, main thread, weight. */
export async function measureLive(_origin: string, _pictures: Pictures, _runs: number): Promise<Row[]> {
  return []
}
