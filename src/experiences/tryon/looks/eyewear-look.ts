import { Group, Matrix4, type Object3D, Vector3 } from 'three'
import type { WearOf } from '../../../core/wear'
import type { HeadFit, Side } from '../fit/head-fit'
import { applyRigid } from './apply-rigid'
import { type CastMask, CastShadow } from './cast-shadow'
import { clearSkin } from './clear-skin'
import { type PartUniforms, partUniforms } from './dressed-material'
import { DressedModel, type Part } from './dressed-model'
import { HeadOccluder } from './head-occluder'
import { lightInModel } from './light-in-model'
import type { LookSlot, Moment } from './look-slot'
import type { LookStage } from './look-stage'
import { eyewearPlacement, placeEyewear } from './place-eyewear'

/** How far a fade may be moved from where the maker put it so as to end at this wearer's ear, metres. */
const MOST_SHIFT = 0.018

/** Radians of turn at which the far temple is seen before what lies behind the head, not before hair. */
const BESIDE = 0.12

const SIDES: readonly Side[] = ['left', 'right']
const inverse = new Matrix4()
const fromFace = new Matrix4()
const light = new Vector3()

/** A frame on one face. */
export class EyewearSlot implements LookSlot<HeadFit> {
  readonly root = new Group()
  readonly note = undefined
  readonly #wear: WearOf<'eyewear'>
  readonly #model: DressedModel
  readonly #placed = new Group()
  readonly #occluder: HeadOccluder
  readonly #shadow: CastShadow
  readonly #placement = eyewearPlacement()
  readonly #pivots: Readonly<Record<Side, Group>>
  readonly #temples: Readonly<Record<Side, PartUniforms>> = { left: partUniforms(), right: partUniforms() }

  constructor({ model, dress, face, scene }: LookStage, wear: WearOf<'eyewear'>, mask: CastMask) {
    this.#wear = wear
    this.#model = new DressedModel(model, dress, partUniforms(), wear.lensTransmission)
    this.#pivots = {
      left: pivot(this.#model, wear.temples.left, wear.hinges.left),
      right: pivot(this.#model, wear.temples.right, wear.hinges.right),
    }
    const parts: Part[] = SIDES.map((side) => ({
      node: this.#pivots[side],
      kind: 'temple',
      uniforms: this.#temples[side],
    }))
    this.#model.paint(parts)
    this.#occluder = new HeadOccluder(face, { skull: 0.86, face: 0.007, neck: false })
    this.#shadow = new CastShadow(this.#occluder.face, mask, 1, 0.03)
    this.#placed.add(this.#model.object)
    this.root.add(this.#occluder.object, this.#shadow.mesh, this.#placed)
    scene.add(this.root)
  }

  update(head: HeadFit, moment: Moment): void {
    const placement = this.#placement
    applyRigid(head.pose, this.root)
    this.#occluder.update(head)
    placeEyewear(this.#wear, head.marks, placement)
    clearSkin(this.#wear, head.surface, placement)
    this.#placed.position.copy(placement.position)
    this.#placed.quaternion.copy(placement.rotation)
    const { left, right } = placement.temples
    this.#pivots.left.rotation.set(left.up, -left.out, 0, 'YXZ')
    this.#pivots.right.rotation.set(right.up, right.out, 0, 'YXZ')
    this.root.updateMatrixWorld(true)
    inverse.copy(this.#placed.matrixWorld).invert()
    const { from, to } = this.#wear.fade
    const shift = placement.earDistance + 0.006 - to
    const moved = Math.min(MOST_SHIFT, Math.max(-MOST_SHIFT, shift))
    // From the camera as the head sees it.
    const turn = sideways(inverse)
    for (const side of SIDES) {
      const uniforms = this.#temples[side]
      uniforms.modelFromView.value.copy(inverse)
      // The far temple is hidden by the head itself; what shows of it beyond a cheek has the room behind it, which is no hair.
      const far = side === 'left' ? turn < -BESIDE : turn > BESIDE
      uniforms.temple.value.set(
        this.#wear.hinges.left[2],
        from + moved,
        to + moved,
        moment.light && !far ? 1 : 0,
      )
    }
    fromFace.multiplyMatrices(inverse, this.root.matrixWorld)
    const strength = lightInModel(moment.light, this.#placed, light)
    this.#shadow.update(fromFace, light, strength)
  }

  dispose(): void {
    this.#occluder.dispose()
    this.#shadow.dispose()
    this.#model.dispose()
    this.root.removeFromParent()
  }
}

/** How far to the model's left (+X, the wearer's) the camera stands, radians. @param modelFromView of a camera at the origin */
function sideways({ elements }: Readonly<Matrix4>): number {
  return Math.atan2(elements[12] as number, elements[14] as number)
}

/** A group at a hinge that holds the temple: a packed file keeps a node's shape, but its origin may have moved. */
function pivot(model: DressedModel, name: string, hinge: readonly [number, number, number]): Group {
  const group = new Group()
  group.position.set(...hinge)
  model.object.add(group)
  model.object.updateMatrixWorld(true)
  const node: Object3D | undefined = model.node(name)
  if (node) group.attach(node)
  return group
}
