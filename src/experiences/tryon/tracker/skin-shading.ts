import { solveCholesky } from '../fit/solve-cholesky'
import type { PixelReader } from './pixel-reader'
import type { FaceDraft } from './refinement'
import { toLinear } from './srgb-curve'
import type { PictureLight } from './tracker'

/** Points on bare skin, all round the face: forehead, temples, cheeks, jaw, chin, flanks and ridge of the nose. Numbers of the face mesh, in left and right twins. */
const SKIN = [
  10, 151, 9, 8, 6, 197, 195, 199, 175, 200, 109, 338, 108, 337, 69, 299, 67, 297, 104, 333, 54, 284, 71, 301,
  116, 345, 117, 346, 118, 347, 50, 280, 101, 330, 36, 266, 205, 425, 187, 411, 147, 376, 123, 352, 192, 416,
  214, 434, 135, 364, 170, 395, 140, 369, 171, 396, 131, 360, 198, 420,
]
/** In front of the ears; the head's middle lies between them. */
const EARS = [234, 454] as const
/** Cosine of the steepest view at which skin is believed. */
const GRAZING = 0.3
/** Least squares with four unknowns: light from all around, and three of direction. */
const UNKNOWNS = 4
/** Of each unknown, a sample. Chosen so that a ball lit from one side is still found within 20 degrees. */
const STIFFNESS = [0, 0.005, 0.005, 0.02]
/** Least share of the way to the viewer: light from behind a face does not shade it. */
const FRONTAL = 0.3

const matrix = new Float64Array(UNKNOWNS * UNKNOWNS)
const right = new Float64Array(UNKNOWNS)
const row = new Float64Array(UNKNOWNS)

/** What the skin shows of the light. */
export type SkinShading = Pick<PictureLight, 'skin' | 'direction' | 'contrast'>

/**
 * Fits `ambient + gradient · normal` to what red exceeds blue on the skin, in which highlights cancel out. Normals are those of a ball round the head's middle: rougher than the face's own, but free of its
 * noise, and a light is judged from cheeks and forehead, not from wrinkles.
 *
 * @param side pixels of the patch that the face is read into
 * @returns undefined when hardly any skin lies in the picture
 */
export function skinShading(
  { points }: FaceDraft,
  reader: PixelReader,
  side: number,
): SkinShading | undefined {
  const at = (point: number, axis: number) => points[point * 3 + axis] ?? 0
  const middle = (axis: number) => (at(EARS[0], axis) + at(EARS[1], axis)) / 2
  const cx = middle(0)
  const cy = middle(1)
  const cz = middle(2)
  let radius = 1
  for (const point of SKIN) radius = Math.max(radius, Math.hypot(at(point, 0) - cx, at(point, 1) - cy))
  const patch = reader.read(cx - radius, cy - radius, 2 * radius, 2 * radius, side, side)
  if (!patch) return undefined

  matrix.fill(0)
  right.fill(0)
  const skin: [number, number, number] = [0, 0, 0]
  let count = 0
  for (const point of SKIN) {
    const x = at(point, 0) - cx
    const y = at(point, 1) - cy
    const z = at(point, 2) - cz
    const length = Math.hypot(x, y, z) || 1
    // At the far edge of a turned head the picture shows hair, or what is before it.
    if (-z / length < GRAZING) continue
    const column = Math.floor(((x + radius) / (2 * radius)) * side)
    const line = Math.floor(((y + radius) / (2 * radius)) * side)
    const pixel = (line * side + column) * 4
    if (column < 0 || line < 0 || column >= side || line >= side || patch.data[pixel + 3] !== 255) continue
    const red = toLinear(patch.data[pixel] ?? 0)
    const green = toLinear(patch.data[pixel + 1] ?? 0)
    const blue = toLinear(patch.data[pixel + 2] ?? 0)
    skin[0] += red
    skin[1] += green
    skin[2] += blue
    count += 1
    row[0] = 1
    // To camera space: y up, z to the viewer.
    row[1] = x / length
    row[2] = -y / length
    row[3] = -z / length
    // A highlight has the light's colour and adds to both alike; what the skin itself throws back is redder.
    const warmth = red - blue
    for (let i = 0; i < UNKNOWNS; i++) {
      const own = row[i] as number
      right[i] = (right[i] as number) + own * warmth
      for (let j = 0; j <= i; j++) {
        matrix[UNKNOWNS * i + j] = (matrix[UNKNOWNS * i + j] as number) + own * (row[j] as number)
      }
    }
  }
  if (count < 12) return undefined
  skin[0] /= count
  skin[1] /= count
  skin[2] /= count
  // Stiffness: on an even face nothing points anywhere; and light from the viewer can hardly be told from light from all around, as all of a face faces him.
  for (let i = 1; i < UNKNOWNS; i++) {
    const diagonal = i * (UNKNOWNS + 1)
    matrix[diagonal] = (matrix[diagonal] as number) + (STIFFNESS[i] as number) * count
  }
  if (!solveCholesky(matrix, right, UNKNOWNS)) right.fill(0)
  const [ambient, gx, gy, fitted] = right as unknown as [number, number, number, number]
  const gz = Math.max(fitted, FRONTAL * Math.hypot(gx, gy))
  const strength = Math.hypot(gx, gy, gz)
  const contrast = strength / (strength + Math.max(0, ambient) + 1e-6)
  // No direction to speak of: from the viewer.
  if (strength < 1e-4) return { skin, direction: [0, 0, 1], contrast: 0 }
  return { skin, direction: [gx / strength, gy / strength, gz / strength], contrast }
}
