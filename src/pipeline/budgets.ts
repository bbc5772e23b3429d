import type { Inspection } from './inspect'

/** Figures a budget may limit. */
export type BudgetFigure = 'triangles' | 'bytes' | 'draws' | 'textureEdge'

/** `advised` is what to aim at; up to `most` is tolerated. One number is both. Bytes, counts, pixels. */
export type BudgetLimit = number | { readonly advised: number; readonly most: number }

export type BudgetName = keyof typeof BUDGETS

/**
 * What a model may cost, by who says so. Sources: Khronos' 3D Commerce guidelines for mobile AR, Google's for Scene Viewer, Shopify's
 * for product media (typical 4 MB; above 15 MB it makes files smaller itself), Apple's for AR Quick Look; `house` and `wearable` are
 * what this shop holds its own products to. A megabyte is a million bytes.
 */
export const BUDGETS = {
  house: { triangles: 60_000, bytes: 1.2e6, draws: 6, textureEdge: { advised: 1024, most: 2048 } },
  wearable: { triangles: 20_000, bytes: 500e3, draws: 6, textureEdge: { advised: 1024, most: 2048 } },
  khronos: { triangles: 150_000, bytes: 3e6, draws: 19, textureEdge: 2048 },
  google: { bytes: { advised: 10e6, most: 15e6 } },
  shopify: { bytes: { advised: 4e6, most: 15e6 } },
  quickLook: { triangles: 100_000, textureEdge: 2048 },
} as const satisfies Readonly<Record<string, Partial<Record<BudgetFigure, BudgetLimit>>>>

/** One figure against one limit. */
export interface Verdict {
  readonly budget: BudgetName
  readonly figure: BudgetFigure
  readonly value: number
  readonly advised: number
  readonly most: number
  /** `tolerated` is above what is advised and not above the most. */
  readonly verdict: 'within' | 'tolerated' | 'over'
}

/** What an inspection's figures are judged by. */
export type Measured = Pick<Inspection, 'bytes' | 'geometry' | 'textures'>

/** Holds a model's figures against the limits of some budgets. */
export function judge(measured: Measured, names: readonly BudgetName[]): Verdict[] {
  const values: Readonly<Record<BudgetFigure, number>> = {
    triangles: measured.geometry.triangles,
    bytes: measured.bytes,
    draws: measured.geometry.draws,
    textureEdge: measured.textures.reduce((edge, { width, height }) => Math.max(edge, width, height), 0),
  }
  return names.flatMap((budget) => {
    const limits: Partial<Record<BudgetFigure, BudgetLimit>> = BUDGETS[budget]
    return (Object.keys(values) as BudgetFigure[]).flatMap((figure): Verdict[] => {
      const limit = limits[figure]
      if (limit === undefined) return []
      const { advised, most } = typeof limit === 'number' ? { advised: limit, most: limit } : limit
      const value = values[figure]
      const verdict = value <= advised ? 'within' : value <= most ? 'tolerated' : 'over'
      return [{ budget, figure, value, advised, most, verdict }]
    })
  })
}
