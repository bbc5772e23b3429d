import { Group } from 'three'
import type { WearOf } from '../../../core/wear'
import type { HandFit } from '../fit/hand-fit'
import { applyRigid } from './apply-rigid'
import { strapUniforms } from './closed-strap'
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
/** The case with its lugs across the forearm, as a share of its diameter; it leaves at least so much of a wrist to the strap. */
const LUGS = 1.05
const LEAST_STRAP = 0.004

/** A watch on one wrist. */
export class WatchSlot implements LookSlot<HandFit> {
  readonly root = new Group()
  readonly #wear: WearOf<'watch'>
  readonly #model: DressedModel
  readonly #placed = new Group()
  readonly #arm = new LimbOccluder('x', 1.12)
  readonly #shadow: LimbShadow
  readonly #placement = watchPlacement()
  readonly #strap = strapUniforms()
  readonly #upright = new Group()

  constructor({ model, dress, scene }: LookStage, wear: WearOf<'watch'>, halfLength: number) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, { ...partUniforms(), strap: this.#strap })
    this.#model.paint([], 'strap')
    this.#shadow = new LimbShadow(this.#arm.surface, 'x', halfLength, 0.006)
    this.#placed.add(this.#model.object)
    this.root.add(this.#arm.mesh, this.#shadow.mesh, this.#placed, this.#upright)
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
    this.#close()
    this.#arm.mesh.scale.set(LENGTH, placement.halfWidth, placement.halfThickness)
    this.#arm.mesh.position.set(-LENGTH * 0.25, 0, 0)
    this.#shadow.update(this.#arm.mesh, moment)
  }

  #close(): void {
    const { position, strapWidth, strapHeight } = this.#placement
    const { innerWidth, innerHeight, caseDiameter } = this.#wear
    const { strapFromView, viewFromStrap, strap, strapCase } = this.#strap
    this.#upright.position.copy(position)
    this.root.updateMatrixWorld(true)
    // The camera stands at the origin and looks along -Z: the world is what it sees.
    viewFromStrap.value.copy(this.#upright.matrixWorld)
    strapFromView.value.copy(this.#upright.matrixWorld).invert()
    strap.value.set(innerWidth / 2, innerHeight / 2, strapWidth, strapHeight)
    const least = Math.min(innerWidth / 2, strapWidth) - LEAST_STRAP
    strapCase.value = Math.min((LUGS * caseDiameter) / 2, least)
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
