import { Scene } from 'three'
import type { Wear, WearOf } from '../../../core/wear'
import type { ModelHandle } from '../../../engine/model-cache'
import type { Finger, HandFit } from '../fit/hand-fit'
import type { HeadFit } from '../fit/head-fit'
import { type CastMask, castMaskOf } from './cast-shadow'
import type { DressUniforms } from './dressed-material'
import { EarringSlot } from './earring-look'
import { EyewearSlot } from './eyewear-look'
import type { FaceTopology } from './face-topology'
import type { FitNote } from './fit-note'
import { HatSlot } from './hat-look'
import { LookSlots, type Moment } from './look-slot'
import { MakeupSlot, type PaintUniforms } from './makeup-look'
import { RingSlot } from './ring-look'
import type { Shade } from './shade'
import { halfStrap } from './strap-length'
import { WatchSlot } from './watch-look'

/** Faces or hands that are dressed at most. */
const MOST = 4
/** Lenses that let more through than this cast no shadow. */
const CLEAR = 0.5

/** One thing on everybody in the picture, in a scene of its own that can be drawn into any part of the canvas. */
export interface Worn {
  readonly scene: Scene
  readonly kind: Wear['kind']
  readonly note: FitNote | undefined
  /** Bodies it is on in the last frame. */
  readonly seen: number
  update(heads: readonly HeadFit[], hands: readonly HandFit[], moment: Moment): void
  dispose(): void
}

/** What everything worn is made with. */
export interface WornMeans {
  readonly dress: DressUniforms
  readonly picture: PaintUniforms
  readonly face: FaceTopology
  /** Which finger a ring goes on. */
  readonly finger: Finger
}

/** Puts a model on, by what its extras say alone. The model's handle stays with whoever gave it. */
export function wearModel(
  handle: ModelHandle,
  wear: Exclude<Wear, WearOf<'makeup'>>,
  means: WornMeans,
): Worn {
  const scene = new Scene()
  const stage = { model: handle.object, dress: means.dress, face: means.face, scene }
  const model = handle.object
  switch (wear.kind) {
    case 'eyewear': {
      // What lies behind the front's wrap are temples, which do not shade the cheeks.
      const from = Math.min(wear.hinges.left[2], wear.hinges.right[2]) - 0.002
      const mask = castMaskOf(model, 'z', from, wear.lensTransmission > CLEAR)
      return onHeads(scene, wear.kind, new LookSlots(() => new EyewearSlot(stage, wear, mask)), mask)
    }
    case 'hat': {
      const mask = castMaskOf(model, 'y', -1, true)
      return onHeads(scene, wear.kind, new LookSlots(() => new HatSlot(stage, wear, mask)), mask)
    }
    case 'earring':
      return onHeads(scene, wear.kind, new LookSlots(() => new EarringSlot(stage, wear)))
    case 'watch': {
      const half = halfStrap(model, wear.axis, wear.dial)
      return onHands(scene, wear.kind, new LookSlots(() => new WatchSlot(stage, wear, half)))
    }
    case 'ring': {
      const half = halfStrap(model, wear.axis, wear.face)
      return onHands(scene, wear.kind, new LookSlots(() => new RingSlot(stage, wear, half, means.finger)))
    }
  }
}

/** Paints a shade. No model is needed. */
export function wearShade(shade: Shade, means: WornMeans): Worn {
  const scene = new Scene()
  return onHeads(
    scene,
    'makeup',
    new LookSlots(() => new MakeupSlot(shade, means.picture, means.face, scene)),
  )
}

function onHeads(scene: Scene, kind: Wear['kind'], slots: LookSlots<HeadFit>, mask?: CastMask): Worn {
  return worn(scene, kind, slots, (heads, _, moment) => slots.update(heads, moment, MOST), mask)
}

function onHands(scene: Scene, kind: Wear['kind'], slots: LookSlots<HandFit>): Worn {
  return worn(scene, kind, slots, (_, hands, moment) => slots.update(hands, moment, MOST))
}

function worn(
  scene: Scene,
  kind: Wear['kind'],
  slots: LookSlots<HeadFit> | LookSlots<HandFit>,
  update: Worn['update'],
  mask?: CastMask,
): Worn {
  return {
    scene,
    kind,
    update,
    get note() {
      return slots.note
    },
    get seen() {
      return slots.seen
    },
    dispose() {
      slots.dispose()
      mask?.texture.dispose()
    },
  }
}
