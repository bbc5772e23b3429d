import { Group, Quaternion, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import type { HeadFit, Side } from '../fit/head-fit'
import { applyRigid } from './apply-rigid'
import { type PartUniforms, partUniforms } from './dressed-material'
import { DressedModel } from './dressed-model'
import { EarringPendulum } from './earring-pendulum'
import { HeadOccluder } from './head-occluder'
import type { LookSlot, Moment } from './look-slot'
import type { LookStage } from './look-stage'
import { headingOf, lobeSeen } from './place-earring'

const SIDES: readonly Side[] = ['left', 'right']
const hook = new Vector3()
const heading = new Quaternion()
const swing = new Quaternion()

interface Hung {
  readonly group: Group
  readonly pendulum: EarringPendulum
  readonly uniforms: PartUniforms
}

/** A pair of earrings on one head. */
export class EarringSlot implements LookSlot<HeadFit> {
  readonly root = new Group()
  readonly note = undefined
  readonly #wear: WearOf<'earring'>
  readonly #model: DressedModel
  readonly #occluder: HeadOccluder
  readonly #head = new Group()
  readonly #hung: Readonly<Record<Side, Hung>>
  #id = -1

  constructor({ model, dress, face, scene }: LookStage, wear: WearOf<'earring'>) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, partUniforms())
    this.#hung = { left: this.#hang('left'), right: this.#hang('right') }
    this.#model.paint(
      SIDES.map((side) => ({
        node: this.#hung[side].group,
        kind: 'fading',
        uniforms: this.#hung[side].uniforms,
      })),
    )
    this.#occluder = new HeadOccluder(face, { skull: 0.8, face: 0.001, neck: true })
    this.#head.add(this.#occluder.object)
    // Earrings hang in camera space: only their hooks move with the head.
    this.root.add(this.#head, this.#model.object)
    scene.add(this.root)
  }

  update(head: HeadFit, moment: Moment): void {
    applyRigid(head.pose, this.#head)
    this.#occluder.update(head)
    headingOf(this.#head.quaternion, heading)
    const { swing: wanted } = this.#wear
    for (const side of SIDES) {
      const { group, pendulum, uniforms } = this.#hung[side]
      const lobe = head.marks.lobe[side]
      const seen = lobeSeen(lobe, side, this.#head.position, this.#head.quaternion)
      uniforms.partSeen.value = seen
      group.visible = seen > 0.004
      hook
        .set(...lobe)
        .applyQuaternion(this.#head.quaternion)
        .add(this.#head.position)
      group.position.copy(hook)
      if (!wanted) {
        // A stud is held by the ear and leans with it.
        group.quaternion.copy(this.#head.quaternion)
        continue
      }
      if (head.id !== this.#id || moment.reducedMotion) pendulum.reset(hook)
      else pendulum.advance(hook, wanted.length, wanted.limit, moment.seconds)
      pendulum.orient(swing)
      group.quaternion.multiplyQuaternions(swing, heading)
    }
    this.#id = head.id
  }

  dispose(): void {
    this.#occluder.dispose()
    this.#model.dispose()
    this.root.removeFromParent()
  }

  /** A group with the hook as origin. */
  #hang(side: Side): Hung {
    const group = new Group()
    group.position.set(...this.#wear.hooks[side])
    this.#model.object.add(group)
    this.#model.object.updateMatrixWorld(true)
    const node = this.#model.node(this.#wear.sides[side])
    if (node) group.attach(node)
    return { group, pendulum: new EarringPendulum(), uniforms: partUniforms() }
  }
}
