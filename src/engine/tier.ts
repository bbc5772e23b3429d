import type { GlassLook } from './glass'

/** How much picture a device gets: caps on pixels and on costly effects. */
export type Tier = 'low' | 'medium' | 'high'

/** What a tier allows. */
export interface TierLimits {
  /** Highest device pixel ratio drawn at rest. */
  readonly maxPixelRatio: number
  /** Lowest pixel ratio the governor may fall to while something moves. */
  readonly minPixelRatio: number
  readonly glass: GlassLook
}

export const TIERS: Readonly<Record<Tier, TierLimits>> = {
  low: { maxPixelRatio: 1.25, minPixelRatio: 0.6, glass: 'plain' },
  medium: { maxPixelRatio: 1.75, minPixelRatio: 0.75, glass: 'refracting' },
  high: { maxPixelRatio: 2.5, minPixelRatio: 1, glass: 'refracting' },
}

/** What is known of a device when a tier is chosen. `undefined`: the browser does not say. */
export interface TierFacts {
  /** Gigabytes, as `navigator.deviceMemory` rounds them. */
  readonly memoryGb: number | undefined
  readonly cores: number | undefined
  /** The main pointer is a finger. */
  readonly coarsePointer: boolean
}

/** Whether a text is the name of a tier. */
export function isTier(text: string | null | undefined): text is Tier {
  return text === 'low' || text === 'medium' || text === 'high'
}

/** Chooses a tier from what the browser says. Silence counts as an ordinary device. */
export function chooseTier(facts: TierFacts): Tier {
  const memory = facts.memoryGb ?? 8
  const cores = facts.cores ?? 8
  if (memory <= 2 || cores <= 2) return 'low'
  if (memory <= 4 || cores <= 4 || facts.coarsePointer) return 'medium'
  return 'high'
}

/** The tier of this page: `?tier=` pins it, else the device decides. */
export function tierOfPage(): Tier {
  const pinned = new URLSearchParams(location.search).get('tier')
  if (isTier(pinned)) return pinned
  const device: Navigator & { readonly deviceMemory?: number } = navigator
  return chooseTier({
    memoryGb: device.deviceMemory,
    cores: device.hardwareConcurrency,
    coarsePointer: matchMedia('(pointer: coarse)').matches,
  })
}
