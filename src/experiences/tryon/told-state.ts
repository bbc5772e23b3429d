import type { Wear } from '../../core/wear'
import { frameWidthFit } from './fit/frame-width-fit'
import type { HandFit } from './fit/hand-fit'
import type { HeadFit } from './fit/head-fit'
import { isSmall } from './guidance'
import { subjectOf } from './subject'
import type { TryOnState, Turned } from './try-on-state'

/** Before anything is opened. */
export const INITIAL_STATE: TryOnState = {
  phase: 'idle',
  progress: undefined,
  searched: undefined,
  fault: undefined,
  source: undefined,
  device: undefined,
  worn: undefined,
  layout: { kind: 'single' },
  mirrored: false,
  guidance: undefined,
  seen: false,
  turned: 'ahead',
  pupils: undefined,
  frameFit: undefined,
  note: undefined,
  room: 'shown',
  count: 0,
}

/** Of a source that shows nothing yet, or nothing any more. */
export const NOTHING_SEEN = { guidance: undefined, seen: false, count: 0, searched: undefined } as const

/** Degrees at which a head is called turned, and below which it looks ahead again: words that flicker help nobody. */
const TURNED = 20
const AHEAD = 12

/**
 * What a screen is told of a frame's fits: in steps that are news to a shopper, not thirty times a second.
 *
 * @param zoom how many times as long as a usual one the camera's lens is
 */
export function toldOf(
  wear: Wear,
  heads: readonly HeadFit[],
  hands: readonly HandFit[],
  before: Turned,
  zoom = 1,
): Pick<TryOnState, 'seen' | 'count' | 'turned' | 'pupils' | 'frameFit'> {
  const face = subjectOf(wear.kind) === 'face'
  const count = (face ? heads : hands).length
  const [head] = face ? heads : []
  // Of a face that is too small to fit well no measure is told.
  const near = head && !isSmall(head, zoom) ? head : undefined
  const width = wear.kind === 'eyewear' ? wear.frameWidth : undefined
  return {
    seen: count > 0,
    count,
    turned: head ? turnedBy(head.yaw, before) : 'ahead',
    pupils: rounded(near?.pd),
    frameFit: near && width !== undefined ? frameWidthFit(width, near.marks.faceWidth) : undefined,
  }
}

/** @param yaw degrees, positive to their left */
function turnedBy(yaw: number, before: Turned): Turned {
  const now = yaw > 0 ? 'left' : 'right'
  if (Math.abs(yaw) >= TURNED) return now
  return before === now && Math.abs(yaw) >= AHEAD ? before : 'ahead'
}

/** The parts of a change that change anything; undefined when none does. */
export function newsIn(now: TryOnState, change: Partial<TryOnState>): Partial<TryOnState> | undefined {
  const keys = Object.keys(change) as (keyof TryOnState)[]
  return keys.some((key) => !same(now[key], change[key])) ? change : undefined
}

/** To half a millimetre: what is less is no news to a shopper. */
function rounded(pd: HeadFit['pd']): TryOnState['pupils'] {
  if (!pd) return undefined
  return { value: Math.round(pd.value * 2000) / 2000, uncertainty: Math.round(pd.uncertainty * 2000) / 2000 }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
