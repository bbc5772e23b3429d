import { OWN_FILE } from './placeable'
import type { PlacementState } from './placement-state'

/** A sentence to show: its key in the message files and what fills it in. */
export interface Hint {
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
  /** The scan animation belongs to it. */
  readonly scanning?: boolean
  /** Something is wrong rather than to be done. */
  readonly warning?: boolean
}

/** The one sentence that helps most in this state, or undefined when the view speaks for itself. */
export function hintOf(state: PlacementState): Hint | undefined {
  if (state.tracking === 'lost') return { key: 'placement.tracking.lost', warning: true }
  if (state.tracking === 'paused') return { key: 'placement.tracking.paused', warning: true }
  if (state.tracking === 'limited') return { key: 'placement.tracking.limited', warning: true }
  const { pending, aim, device } = state
  if (pending && pending.kind !== 'carried') {
    if (pending.failed)
      return { key: 'placement.hint.failed', values: { reason: pending.failed }, warning: true }
    if (aim === 'fits' && pending.loaded < 1) {
      return { key: 'placement.hint.loading', values: { percent: Math.round(pending.loaded * 100) } }
    }
  }
  if (pending) {
    if (aim === 'searching') {
      // Nobody knows whether a stranger's file is a sofa or a mixer: the floor is found first.
      const own = pending.kind === 'product' && pending.sku === OWN_FILE
      return { key: `placement.scan.${own ? 'floor' : pending.stand}`, scanning: true }
    }
    if (aim === 'slow') return { key: 'placement.scan.slow', scanning: true }
    if (aim === 'stuck') return { key: 'placement.scan.stuck', scanning: true, warning: true }
    if (aim !== 'fits') return { key: `placement.aim.${aim}`, warning: true }
    if (pending.kind === 'room') {
      return { key: `placement.hint.layOut.${device}`, values: { count: pending.count } }
    }
    return { key: `placement.hint.place.${device}`, values: { name: pending.name } }
  }
  if (state.placed.length === 0) return { key: 'placement.hint.empty' }
  const selected = state.placed.find((item) => item.id === state.selected)
  if (!selected) return { key: `placement.hint.select.${device}` }
  return { key: `placement.hint.move.${selected.stand === 'wall' ? 'wall' : 'level'}.${device}` }
}
