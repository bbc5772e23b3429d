import { hasTarget } from './base-mesh'

/** Who somebody is, as far as shape goes. */
export interface Identity {
  /** 0 a woman's, 1 a man's. */
  readonly gender: number
  /** Years, 20..90. */
  readonly age: number
  /** Shares of the three families of shapes the data knows; they sum to 1. */
  readonly ancestry: { readonly african: number; readonly asian: number; readonly caucasian: number }
  /** 0 thin, 0.5 average, 1 heavy. */
  readonly weight: number
  readonly muscle: number
  /** -1 small, 0 average, 1 tall. */
  readonly height: number
  /** Further targets by name and weight: `nose/nose-hump-morehump`; a name without l- or r- is applied to both sides. */
  readonly details: Readonly<Record<string, number>>
}

/** Ages at which the data's young and old shapes are meant. */
const YOUNG = 25
const OLD = 90

/** Shares of min, average and max at a value of 0..1. */
function thirds(value: number, name: string): [string, number][] {
  const low = Math.max(0, 1 - value * 2)
  const high = Math.max(0, value * 2 - 1)
  return [
    [`min${name}`, low],
    [`average${name}`, 1 - low - high],
    [`max${name}`, high],
  ]
}

/** An identity's targets with their weights, zero ones left out. */
export function targetWeights(identity: Identity): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (name: string, weight: number) => {
    if (Math.abs(weight) > 1e-4) weights.set(name, (weights.get(name) ?? 0) + weight)
  }
  const old = Math.min(1, Math.max(0, (identity.age - YOUNG) / (OLD - YOUNG)))
  const genders = [
    ['female', 1 - identity.gender],
    ['male', identity.gender],
  ] as const
  const ages = [
    ['young', 1 - old],
    ['old', old],
  ] as const
  for (const [gender, g] of genders)
    for (const [age, a] of ages) {
      for (const [race, share] of Object.entries(identity.ancestry))
        add(`macrodetails/${race}-${gender}-${age}`, g * a * share)
      for (const [muscle, m] of thirds(identity.muscle, 'muscle'))
        for (const [weight, w] of thirds(identity.weight, 'weight')) {
          add(`macrodetails/universal-${gender}-${age}-${muscle}-${weight}`, g * a * m * w)
          const height = identity.height > 0 ? 'maxheight' : 'minheight'
          add(
            `macrodetails/height/${gender}-${age}-${muscle}-${weight}-${height}`,
            g * a * m * w * Math.abs(identity.height),
          )
        }
    }
  for (const [name, weight] of Object.entries(identity.details)) {
    if (hasTarget(name)) {
      add(name, weight)
      continue
    }
    const [folder = '', file = ''] = name.split('/')
    for (const side of ['l', 'r']) add(`${folder}/${side}-${file}`, weight)
  }
  return weights
}
