import { COLLAR } from './head-marks'

/** The collar lies this far above the marks, metres. */
const UP = 0.014

/** How far a vertex lies above the plane of a shirt's collar, metres; negative below it. */
export function collarHeight(positions: Float32Array, vertex: number): number {
  const y = (index: number) => positions[index * 3 + 1] ?? 0
  const z = (index: number) => positions[index * 3 + 2] ?? 0
  const { front, nape } = COLLAR
  const slope = (y(nape) - y(front)) / (z(nape) - z(front))
  return (y(vertex) - y(front) - slope * (z(vertex) - z(front)) - UP) / Math.hypot(1, slope)
}
