import { AXES, type Dimensions } from '../core/dimensions'

/** A mistake of units that a model's size suggests. */
export interface UnitHint {
  /** The unit its lengths seem to be in, or a slip between two; `metres` when only the axes are wrong. */
  readonly unit: (typeof CONFUSIONS)[number]['unit'] | 'metres'
  /** Multiply every length by this to mend it. */
  readonly scale: number
  /** The size it would then have, metres. */
  readonly dimensions: Dimensions
  /** Height and depth are exchanged as well: the file counts Z upwards. */
  readonly zUp: boolean
}

/** How files come to be too large or too small, the commonest first; factors larger than they should be. */
const CONFUSIONS = [
  { unit: 'centimetres', factor: 100 },
  { unit: 'millimetres', factor: 1000 },
  { unit: 'inches', factor: 39.3701 },
  { unit: 'tenfold', factor: 10 },
  { unit: 'inch-millimetre', factor: 25.4 },
] as const

/** A product's longest edge lies between these, metres: an ear stud, a large wardrobe or sofa. Beyond, its units are doubted. */
export const PLAUSIBLE_EDGE = { least: 0.005, most: 10 } as const

/** A mended product's longest edge would lie between these, metres. */
const LIKELY_EDGE = { least: 0.015, most: 4 } as const

/** How near a mended size must come to the declared one on every axis, as a fraction. */
const NEAR = 0.03

/**
 * Mistakes of units that explain a size, the likeliest first; empty when nothing is wrong with it. With the size the product is
 * declared to have the answer is certain; without, only sizes no product has are doubted.
 */
export function unitHints(measured: Dimensions, declared?: Dimensions): UnitHint[] {
  if (declared && near(measured, declared)) return []
  const longest = Math.max(...AXES.map((axis) => measured[axis]))
  const implausible = longest < PLAUSIBLE_EDGE.least || longest > PLAUSIBLE_EDGE.most
  if (!declared && !implausible) return []
  if (declared && near(upright(measured), declared)) {
    return [{ unit: 'metres', scale: 1, dimensions: upright(measured), zUp: true }]
  }
  return CONFUSIONS.flatMap(({ unit, factor }) =>
    [1 / factor, factor].flatMap((scale): UnitHint[] => {
      const dimensions = scaled(measured, scale)
      if (declared) {
        if (near(dimensions, declared)) return [{ unit, scale, dimensions, zUp: false }]
        const turned = upright(dimensions)
        return near(turned, declared) ? [{ unit, scale, dimensions: turned, zUp: true }] : []
      }
      const edge = longest * scale
      const likely = edge >= LIKELY_EDGE.least && edge <= LIKELY_EDGE.most
      return likely ? [{ unit, scale, dimensions, zUp: false }] : []
    }),
  )
}

function scaled({ width, height, depth }: Dimensions, by: number): Dimensions {
  return { width: width * by, height: height * by, depth: depth * by }
}

function upright({ width, height, depth }: Dimensions): Dimensions {
  return { width, height: depth, depth: height }
}

function near(a: Dimensions, b: Dimensions): boolean {
  return AXES.every((axis) => Math.abs(a[axis] - b[axis]) <= b[axis] * NEAR)
}
