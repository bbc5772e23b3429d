import { Group } from 'three'
import type { WearOf } from '../../../core/wear'
import type { HandFit } from '../fit/hand-fit'
import { applyRigid } from './apply-rigid'
import { partUniforms } from './dressed-material'
import { DressedModel } from './dressed-model'
import type { FitNote } from './fit-note'
import { LimbOccluder } from './limb-occluder'
import { LimbShadow } from './limb-shadow'
import type { LookSlot, Moment } from './look-slot'
import type { LookStage } from './look-stage'
import { placeWatch, watchPlacement } from './place-watch'

/** Of the forearm that can hide a strap, metres. */
const LENGTH = 0.22

/** A watch on one wrist. */
export class WatchSlot implements LookSlot<HandFit> {
  readonly root = new Group()
  readonly #wear: WearOf<'watch'>
  readonly #model: DressedModel
  readonly #placed = new Group()
  readonly #arm = new LimbOccluder('x', 1.12)
  readonly #shadow: LimbShadow
  readonly #placement = watchPlacement()

  constructor({ model, dress, scene }: LookStage, wear: WearOf<'watch'>, halfLength: number) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, partUniforms())
    this.#model.paint()
    this.#shadow = new LimbShadow(this.#arm.surface, 'x', halfLength, 0.006)
    this.#placed.add(this.#model.object)
    this.root.add(this.#arm.mesh, this.#shadow.mesh, this.#placed)
    scene.add(this.root)
  }

  get note(): FitNote | undefined {
    return this.#placement.note
  }

  update(hand: HandFit, moment: Moment): void {
    const placement = this.#placement
    applyRigid(hand.wrist, this.root)
    wrist.side = hand.side
    wrist.width = hand.wristWidth
    wrist.thickness = hand.wristThickness
    placeWatch(this.#wear, wrist, placement)
    this.#placed.position.copy(placement.position)
    this.#placed.quaternion.copy(placement.rotation)
    this.#arm.mesh.scale.set(LENGTH, placement.halfWidth, placement.halfThickness)
    this.#arm.mesh.position.set(-LENGTH * 0.25, 0, 0)
    this.#shadow.update(this.#arm.mesh, moment)
  }

  dispose(): void {
    this.#arm.dispose()
    this.#shadow.dispose()
    this.#model.dispose()
    this.root.removeFromParent()
  }
}

const wrist: { side: 'left' | 'right'; width: number; thickness: number } = {
  side: 'left',
  width: 0,
  thickness: 0,
}
