import { Matrix4, Quaternion, Vector3 } from 'three'
import { headingOf } from './surface'

const anchorMatrix = new Matrix4()
const position = new Vector3()
const front = new Vector3()
const rotation = new Quaternion()
const unit = new Vector3(1, 1, 1)
const up = new Vector3(0, 1, 0)

/** Where something stands: position in metres in the session's floor space, heading in radians about +Y. */
export interface Standing {
  readonly position: Vector3
  yaw: number
}

/**
 * Ties a standing thing to an XRAnchor: the device keeps correcting its map of the room, and the thing goes along.
 * What stood level stays level: of the anchor's turn only the heading is taken.
 */
export class AnchorBinding {
  /** The thing as seen from the anchor. */
  private readonly offset = new Matrix4()
  private bound = false

  constructor(readonly anchor: XRAnchor) {}

  /**
   * Moves `standing` to where its anchor now is. The first call only measures how the two lie to each other.
   *
   * @returns false when the device does not know where the anchor is in this frame
   */
  follow(frame: XRFrame, space: XRReferenceSpace, standing: Standing): boolean {
    const pose = frame.getPose(this.anchor.anchorSpace, space)
    if (!pose) return false
    anchorMatrix.fromArray(pose.transform.matrix)
    if (!this.bound) {
      rotation.setFromAxisAngle(up, standing.yaw)
      this.offset.compose(standing.position, rotation, unit)
      this.offset.premultiply(anchorMatrix.invert())
      this.bound = true
      return true
    }
    anchorMatrix.multiply(this.offset)
    position.setFromMatrixPosition(anchorMatrix)
    standing.position.copy(position)
    standing.yaw = headingOf(front.setFromMatrixColumn(anchorMatrix, 2))
    return true
  }

  /** Forgets how thing and anchor lie to each other, after the thing was turned or nudged in place. */
  rebind(): void {
    this.bound = false
  }

  dispose(): void {
    this.anchor.delete()
  }
}
