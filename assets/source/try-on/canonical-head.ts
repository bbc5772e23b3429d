import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../../try-on/canonical-face.json')

/** The lids' corners against the eyeballs' centres, metres down and forward: means of the population (population.ts). */
const CORNERS = { down: 0.0025, forward: 0.0115 }

/** Landmarks on bone, or on skin that slides little over it: brow, nose, eye corners, cheekbones, temples, forehead. Neither lips nor jaw nor upper lids. */
export const RIGID = [
  6, 168, 197, 195, 5, 4, 1, 19, 94, 2, 122, 351, 196, 419, 3, 248, 51, 281, 45, 275, 44, 274, 174, 399, 236,
  456, 198, 420, 131, 360, 134, 363, 220, 440, 115, 344, 48, 278, 64, 294, 98, 327, 97, 326, 33, 133, 362,
  263, 130, 359, 243, 463, 112, 341, 226, 446, 35, 265, 31, 261, 228, 448, 229, 449, 230, 450, 231, 451, 232,
  452, 233, 453, 244, 464, 245, 465, 189, 413, 193, 417, 188, 412, 217, 437, 114, 343, 128, 357, 121, 350,
  120, 349, 119, 348, 118, 347, 117, 346, 111, 340, 143, 372, 116, 345, 123, 352, 50, 280, 101, 330, 100, 329,
  36, 266, 142, 371, 126, 355, 209, 429, 49, 279, 227, 447, 34, 264, 137, 366, 234, 454, 127, 356, 139, 368,
  156, 383, 162, 389, 71, 301, 21, 251, 8, 9, 151, 10, 107, 336, 55, 285, 108, 337, 69, 299, 104, 333, 68,
  298, 109, 338, 67, 297, 103, 332, 54, 284, 70, 300, 63, 293, 105, 334, 66, 296, 46, 276, 53, 283, 52, 282,
  65, 295,
] as const

/** MediaPipe's canonical face with irises, in the head's frame. */
export function canonicalHead(): { positions: number[]; mirror: number[] } {
  const { positions: face } = JSON.parse(readFileSync(FILE, 'utf8')) as { positions: number[] }
  const at = (landmark: number): [number, number, number] => [
    face[3 * landmark] ?? 0,
    face[3 * landmark + 1] ?? 0,
    face[3 * landmark + 2] ?? 0,
  ]
  const middle = (a: number, b: number) => at(a).map((value, k) => (value + (at(b)[k] ?? 0)) / 2)
  const right = middle(33, 133)
  const y = (right[1] ?? 0) + CORNERS.down
  const z = (right[2] ?? 0) - CORNERS.forward
  const positions: number[] = []
  for (let i = 0; i < 468; i++) {
    const [px, py, pz] = at(i)
    positions.push(px, py - y, pz - z)
  }
  // Irises: 5.85 mm round the pupil, whose plane lies 14.6 mm before the eyeball's centre.
  const radius = 0.00585
  for (const x of [right[0] ?? 0, -(right[0] ?? 0)]) {
    positions.push(x, 0, 0.0146)
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const) {
      positions.push(x + dx * radius, dy * radius, 0.0146)
    }
  }
  return { positions, mirror: mirrorOf(positions) }
}

/** For each landmark the nearest to its mirror image. */
function mirrorOf(positions: readonly number[]): number[] {
  const count = positions.length / 3
  const value = (i: number) => positions[i] ?? 0
  return Array.from({ length: count }, (_, i) => {
    // Irises lie before lids: each kind has its own mirror.
    const [from, to] = i < 468 ? [0, 468] : [468, 478]
    let best = i
    let least = Number.POSITIVE_INFINITY
    for (let j = from; j < to; j++) {
      const d =
        (value(3 * i) + value(3 * j)) ** 2 +
        (value(3 * i + 1) - value(3 * j + 1)) ** 2 +
        (value(3 * i + 2) - value(3 * j + 2)) ** 2
      if (d < least) [least, best] = [d, j]
    }
    return best
  })
}
