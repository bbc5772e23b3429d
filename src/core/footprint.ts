/** Stages of a product's life, in their order (ISO 14040: cradle to grave). */
export const FOOTPRINT_STAGES = ['materials', 'making', 'transport', 'use', 'endOfLife'] as const

export type FootprintStage = (typeof FOOTPRINT_STAGES)[number]

/** What a product costs the climate over its life, in kilograms of CO2 equivalent. */
export interface Footprint {
  /** `example`: invented to show how it looks, and said so to the shopper. `declared`: the maker answers for it. */
  readonly basis: 'example' | 'declared'
  /** kg CO2e of each stage, 0 or more. */
  readonly stages: Readonly<Record<FootprintStage, number>>
}

/** kg CO2e over the whole life. */
export function footprintTotal({ stages }: Footprint): number {
  return FOOTPRINT_STAGES.reduce((sum, stage) => sum + stages[stage], 0)
}
