import type { Measure } from './measure'

/** A place on a model's bounding box where origins lie: floor and table, wall, ceiling, and what many programs write instead. */
export type OriginPlace = 'undersideCentre' | 'backCentre' | 'topCentre' | 'centre'

/** Where the origin of a model's coordinates lies against its bounding box. */
export interface Origin {
  /** The place it is at; `elsewhere` when it is at none. */
  readonly at: OriginPlace | 'elsewhere'
  /** The place nearest to it. */
  readonly nearest: OriginPlace
  /** From that place to the origin, metres along X, Y, Z. */
  readonly offset: readonly [number, number, number]
  /** Length of `offset`, metres. */
  readonly distance: number
}

/** An origin is at a place within this share of the largest edge, or {@link ORIGIN_FLOOR}, whichever is more. */
const ORIGIN_SHARE = 0.01
/** Metres. */
const ORIGIN_FLOOR = 0.002

/** Says where the origin lies. */
export function originOf({ min, max, dimensions }: Measure): Origin {
  const [x, y, z] = [0, 1, 2].map((axis) => ((min[axis] ?? 0) + (max[axis] ?? 0)) / 2) as [
    number,
    number,
    number,
  ]
  const places: readonly (readonly [OriginPlace, readonly [number, number, number]])[] = [
    ['undersideCentre', [x, min[1], z]],
    ['backCentre', [x, y, min[2]]],
    ['topCentre', [x, max[1], z]],
    ['centre', [x, y, z]],
  ]
  const measured = places.map(([place, point]) => {
    // `+ 0` turns -0 into 0.
    const offset = point.map((value) => -value + 0) as [number, number, number]
    return { place, offset, distance: Math.hypot(...offset) }
  })
  const { place, offset, distance } = measured.reduce((best, one) =>
    one.distance < best.distance ? one : best,
  )
  const { width, height, depth } = dimensions
  const near = Math.max(Math.max(width, height, depth) * ORIGIN_SHARE, ORIGIN_FLOOR)
  return { at: distance <= near ? place : 'elsewhere', nearest: place, offset, distance }
}
