import { Group, Matrix4, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import type { HeadFit } from '../fit/head-fit'
import { applyRigid } from './apply-rigid'
import { type CastMask, CastShadow } from './cast-shadow'
import { partUniforms } from './dressed-material'
import { DressedModel } from './dressed-model'
import type { FitNote } from './fit-note'
import { HeadOccluder } from './head-occluder'
import { lightInModel } from './light-in-model'
import type { LookSlot, Moment } from './look-slot'
import type { LookStage } from './look-stage'
import { hatPlacement, placeHat } from './place-hat'

const inverse = new Matrix4()
const fromFace = new Matrix4()
const light = new Vector3()

/** A hat on one head. */
export class HatSlot implements LookSlot<HeadFit> {
  readonly root = new Group()
  readonly #wear: WearOf<'hat'>
  readonly #model: DressedModel
  readonly #placed = new Group()
  readonly #occluder: HeadOccluder
  readonly #shadow: CastShadow
  readonly #placement = hatPlacement()

  constructor({ model, dress, face, scene }: LookStage, wear: WearOf<'hat'>, mask: CastMask) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, partUniforms())
    this.#model.paint()
    this.#occluder = new HeadOccluder(face, { skull: 0.95, face: 0.001, neck: true })
    this.#shadow = new CastShadow(this.#occluder.face, mask, 1.1, 0.045)
    this.#placed.add(this.#model.object)
    this.root.add(this.#occluder.object, this.#shadow.mesh, this.#placed)
    scene.add(this.root)
  }

  get note(): FitNote | undefined {
    return this.#placement.note
  }

  update(head: HeadFit, moment: Moment): void {
    applyRigid(head.pose, this.root)
    this.#occluder.update(head)
    placeHat(this.#wear, head.marks, this.#placement)
    this.#placed.position.copy(this.#placement.position)
    this.#placed.quaternion.copy(this.#placement.rotation)
    this.root.updateMatrixWorld(true)
    inverse.copy(this.#placed.matrixWorld).invert()
    fromFace.multiplyMatrices(inverse, this.root.matrixWorld)
    this.#shadow.update(fromFace, light, lightInModel(moment.light, this.#placed, light))
  }

  dispose(): void {
    this.#occluder.dispose()
    this.#shadow.dispose()
    this.#model.dispose()
    this.root.removeFromParent()
  }
}
