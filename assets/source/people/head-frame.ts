import { groupVertices } from './proxy'

export type Point = [number, number, number]

/** Where a head's own frame lies in the morphed base: origin midway between the eyeballs, metres. */
export interface HeadFrame {
  /** Decimetres, in the base's space. */
  readonly origin: Point
  /** Metres a decimetre of the base becomes. */
  readonly scale: number
  /** Eyeball centres and radius in the frame, metres; the wearer's left and right. */
  readonly eyes: { readonly left: Point; readonly right: Point }
  readonly eyeRadius: number
}

/** Least of the distances from an eyeball's centre to its helper's skin, so that lids always lie on it. */
export function headFrame(positions: Float32Array, size: number): HeadFrame {
  const centre = (name: string): Point => {
    const vertices = groupVertices(name)
    const sum: Point = [0, 0, 0]
    for (const vertex of vertices)
      for (let axis = 0; axis < 3; axis++)
        sum[axis] = (sum[axis] ?? 0) + (positions[vertex * 3 + axis] ?? 0) / vertices.length
    return sum
  }
  const left = centre('helper-l-eye')
  const right = centre('helper-r-eye')
  const origin: Point = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2]
  const scale = 0.1 * size
  const into = (point: Point): Point => [
    (point[0] - origin[0]) * scale,
    (point[1] - origin[1]) * scale,
    (point[2] - origin[2]) * scale,
  ]
  const distances = groupVertices('helper-l-eye').map((vertex) =>
    Math.hypot(
      (positions[vertex * 3] ?? 0) - left[0],
      (positions[vertex * 3 + 1] ?? 0) - left[1],
      (positions[vertex * 3 + 2] ?? 0) - left[2],
    ),
  )
  return {
    origin,
    scale,
    eyes: { left: into(left), right: into(right) },
    eyeRadius: Math.min(...distances) * scale * 0.985,
  }
}

/** Positions brought into a head's frame. */
export function intoFrame(positions: Float32Array, { origin, scale }: HeadFrame): Float32Array {
  return positions.map((value, i) => (value - (origin[i % 3] ?? 0)) * scale)
}
