import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/core/languages'
import { hintOf } from '../../../src/experiences/placement/hint'
import {
  type AimState,
  createPlacementStore,
  type Pending,
  type PlacementState,
} from '../../../src/experiences/placement/placement-state'
import { speak } from '../../core/speak'

const AIMS: AimState[] = [
  'searching',
  'slow',
  'stuck',
  'fits',
  'needsFloor',
  'needsTable',
  'needsWall',
  'needsCeiling',
]
const STANDS = ['floor', 'table', 'wall', 'ceiling'] as const
const product = (stand: (typeof STANDS)[number], loaded = 1): Pending => ({
  kind: 'product',
  sku: 'chair',
  name: 'Chair',
  stand,
  variant: 'oat',
  variants: [],
  loaded,
})
const base = createPlacementStore().getState()

/** Every state a shopper can be in, as far as sentences tell them apart. */
function* states(): Generator<PlacementState> {
  for (const device of ['screen', 'headset'] as const) {
    for (const tracking of ['limited', 'lost', 'paused'] as const) yield { ...base, device, tracking }
    for (const aim of AIMS) {
      for (const stand of STANDS) {
        for (const pending of [
          product(stand),
          product(stand, 0.4),
          { kind: 'room', count: 3, stand, loaded: 1 },
          { kind: 'carried', item: 'item-1', name: 'Chair', stand },
        ] as const) {
          yield { ...base, device, aim, pending }
        }
      }
    }
    yield { ...base, device }
    for (const stand of STANDS) {
      const dimensions = { width: 1, height: 1, depth: 1 }
      const item = {
        id: 'item-1',
        sku: 'chair',
        name: 'Chair',
        stand,
        variant: 'oat',
        variants: [],
        dimensions,
      }
      yield { ...base, device, placed: [item] }
      yield { ...base, device, placed: [item], selected: 'item-1' }
    }
  }
}

describe.each(LANGUAGES)('hints in %s', (language) => {
  it('has a sentence for every state', () => {
    // A missing key or value throws.
    const messages = speak(language, 'placement')
    for (const state of states()) {
      const hint = hintOf(state)
      expect(hint).toBeDefined()
      if (hint) expect(messages(hint.key, hint.values).length).toBeGreaterThan(3)
    }
  })
})

describe('hintOf', () => {
  it('puts the device losing its place before all else', () => {
    const state = { ...base, tracking: 'lost', aim: 'fits', pending: product('floor') } as const
    expect(hintOf(state)?.key).toBe('placement.tracking.lost')
  })

  it('changes when nothing is found for a while', () => {
    const at = (aim: AimState) => hintOf({ ...base, aim, pending: product('wall') })?.key
    expect(at('searching')).toBe('placement.scan.wall')
    expect(at('slow')).toBe('placement.scan.slow')
    expect(at('stuck')).toBe('placement.scan.stuck')
  })

  it('says how far the file has come, once there is a place for it', () => {
    const state = { ...base, aim: 'fits', pending: product('floor', 0.4) } as const
    expect(hintOf(state)).toMatchObject({ key: 'placement.hint.loading', values: { percent: 40 } })
  })
})
