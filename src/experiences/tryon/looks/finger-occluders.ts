import { CapsuleGeometry, InstancedMesh, Matrix4, MeshBasicMaterial, Quaternion, Vector3 } from 'three'
import type { Finger, HandFit } from '../fit/hand-fit'

/** First joint of each finger among the 21; three bones follow it. */
const FIRST: Readonly<Record<Finger, number>> = { thumb: 1, index: 5, middle: 9, ring: 13, little: 17 }
const FINGERS: readonly Finger[] = ['thumb', 'index', 'middle', 'ring', 'little']
/** Fingers that lie close must not swallow a neighbour's ring: they hide a little less than they are wide. */
const SLIM = 0.82
const BONES = 3

const start = new Vector3()
const end = new Vector3()
const along = new Vector3()
const UP = new Vector3(0, 1, 0)
const turn = new Quaternion()
const size = new Vector3()
const matrix = new Matrix4()

/** The bones of a hand's fingers as capsules in the depth buffer, in one draw: another finger before a ring hides it. */
export class FingerOccluders {
  readonly mesh: InstancedMesh
  readonly #wearing: Finger
  readonly #material = new MeshBasicMaterial({ colorWrite: false })

  /** @param wearing the finger with the ring, whose own first bone hides in its own way */
  constructor(wearing: Finger) {
    this.#wearing = wearing
    // Radius 1, straight part 1: stretched below.
    this.mesh = new InstancedMesh(new CapsuleGeometry(1, 1, 4, 12), this.#material, FINGERS.length * BONES)
    this.mesh.frustumCulled = false
    this.mesh.renderOrder = -10
  }

  update(hand: HandFit): void {
    let at = 0
    for (const finger of FINGERS) {
      const radius = hand.rings[finger].radius * SLIM
      for (let bone = 0; bone < BONES; bone++) {
        const joint = (FIRST[finger] + bone) * 3
        start.fromArray(hand.joints, joint)
        end.fromArray(hand.joints, joint + 3)
        along.subVectors(end, start)
        const length = along.length()
        turn.setFromUnitVectors(UP, along.divideScalar(length || 1))
        const own = finger === this.#wearing && bone === 0
        // Fingers taper; nothing of no size is drawn.
        const wide = own ? 0 : radius * (1 - 0.1 * bone)
        size.set(wide, own ? 0 : length / 3, wide)
        matrix.compose(start.lerp(end, 0.5), turn, size)
        this.mesh.setMatrixAt(at++, matrix)
      }
    }
    this.mesh.instanceMatrix.needsUpdate = true
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.mesh.dispose()
    this.#material.dispose()
    this.mesh.removeFromParent()
  }
}
