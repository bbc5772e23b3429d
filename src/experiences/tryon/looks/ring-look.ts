import { Group } from 'three'
import type { WearOf } from '../../../core/wear'
import type { Finger, HandFit } from '../fit/hand-fit'
import { applyRigid } from './apply-rigid'
import { partUniforms } from './dressed-material'
import { DressedModel } from './dressed-model'
import { FingerOccluders } from './finger-occluders'
import type { FitNote } from './fit-note'
import { LimbOccluder } from './limb-occluder'
import { LimbShadow } from './limb-shadow'
import type { LookSlot, Moment } from './look-slot'
import type { LookStage } from './look-stage'
import { placeRing, ringPlacement } from './place-ring'

/** Of the finger round the ring, metres: from knuckle to first joint. */
const LENGTH = 0.036

/** A ring on one hand. */
export class RingSlot implements LookSlot<HandFit> {
  readonly root = new Group()
  readonly #wear: WearOf<'ring'>
  readonly #model: DressedModel
  readonly #seat = new Group()
  readonly #placed = new Group()
  readonly #finger = new LimbOccluder('z', 1.04)
  readonly #others: FingerOccluders
  readonly #shadow: LimbShadow
  readonly #placement = ringPlacement()

  constructor(
    { model, dress, scene }: LookStage,
    wear: WearOf<'ring'>,
    halfLength: number,
    readonly on: Finger,
  ) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, partUniforms())
    this.#model.paint()
    this.#others = new FingerOccluders(on)
    this.#shadow = new LimbShadow(this.#finger.surface, 'z', halfLength, 0.0016)
    this.#placed.add(this.#model.object)
    this.#seat.add(this.#finger.mesh, this.#shadow.mesh, this.#placed)
    this.root.add(this.#seat, this.#others.mesh)
    scene.add(this.root)
  }

  get note(): FitNote | undefined {
    return this.#placement.note
  }

  update(hand: HandFit, moment: Moment): void {
    const seat = hand.rings[this.on]
    const placement = this.#placement
    applyRigid(seat.frame, this.#seat)
    placeRing(this.#wear, seat.radius, placement)
    this.#placed.position.copy(placement.position)
    this.#placed.quaternion.copy(placement.rotation)
    this.#finger.mesh.scale.set(placement.radius, placement.radius, LENGTH)
    this.#shadow.update(this.#finger.mesh, moment)
    this.#others.update(hand)
  }

  dispose(): void {
    this.#finger.dispose()
    this.#others.dispose()
    this.#shadow.dispose()
    this.#model.dispose()
    this.root.removeFromParent()
  }
}
