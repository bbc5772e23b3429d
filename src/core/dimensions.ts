/** Size of a bounding box in metres, front facing +Z, Y up. */
export interface Dimensions {
  /** Along X, metres. */
  readonly width: number
  /** Along Y, metres. */
  readonly height: number
  /** Along Z, metres. */
  readonly depth: number
}

/** How far a model's measured size may be from the declared one, as a fraction of the declared. */
export const SIZE_TOLERANCE = 0.005

/**
 * What quantised positions may cost, metres: 14 bits over a 2 m rug are 0.12 mm, which is 1 % of its 12 mm
 * height and yet nothing a shopper could see.
 */
export const SIZE_FLOOR = 0.0002

/** The axes of a box, in the order shops write them. */
export const AXES = ['width', 'height', 'depth'] as const

/**
 * Whether a measured size agrees with a declared one on every axis, within `tolerance` of the declared
 * length or {@link SIZE_FLOOR}, whichever is more.
 */
export function agrees(measured: Dimensions, declared: Dimensions, tolerance = SIZE_TOLERANCE): boolean {
  return AXES.every((axis) => {
    const allowed = Math.max(declared[axis] * tolerance, SIZE_FLOOR)
    return Math.abs(measured[axis] - declared[axis]) <= allowed
  })
}

/** Floor that a product covers, square metres: its bounding box seen from above. */
export function floorArea(dimensions: Dimensions): number {
  return dimensions.width * dimensions.depth
}
