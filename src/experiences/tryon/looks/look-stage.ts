import type { Group, Object3D } from 'three'
import type { DressUniforms } from './dressed-material'
import type { FaceTopology } from './face-topology'

/** What a look is made from. */
export interface LookStage {
  /** The model in the variant worn. */
  readonly model: Group
  readonly dress: DressUniforms
  readonly face: FaceTopology
  /** Where the copies are drawn. */
  readonly scene: Object3D
}
