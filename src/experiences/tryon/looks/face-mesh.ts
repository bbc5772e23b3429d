import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Sphere } from 'three'
import type { HeadFit } from '../fit/head-fit'
import { FACE_POINTS, type FaceTopology } from './face-topology'

/** The tracked face as triangles on the picture: x and y in pixels, z in the head's frame to order it against itself, and where it is on every face. */
export class FaceMesh {
  readonly geometry = new BufferGeometry()
  readonly #position = new BufferAttribute(new Float32Array(FACE_POINTS * 3), 3).setUsage(DynamicDrawUsage)
  readonly #depth = [0, 0, 1]

  constructor({ triangles, uvs }: FaceTopology) {
    this.geometry.setAttribute('position', this.#position)
    this.geometry.setAttribute('face', new BufferAttribute(Float32Array.from(uvs), 2))
    this.geometry.setIndex([...triangles])
    this.geometry.boundingSphere = new Sphere()
  }

  update(head: HeadFit): void {
    const { array } = this.#position
    const [x = 0, y = 0, z = 0, w = 1] = head.pose.quaternion
    // Third row of the rotation: towards the camera.
    this.#depth[0] = 2 * (x * z - y * w)
    this.#depth[1] = 2 * (y * z + x * w)
    this.#depth[2] = 1 - 2 * (x * x + y * y)
    const [ax = 0, ay = 0, az = 1] = this.#depth
    for (let i = 0; i < FACE_POINTS; i++) {
      array[i * 3] = head.points[i * 2] as number
      array[i * 3 + 1] = head.points[i * 2 + 1] as number
      array[i * 3 + 2] =
        ax * (head.surface[i * 3] as number) +
        ay * (head.surface[i * 3 + 1] as number) +
        az * (head.surface[i * 3 + 2] as number)
    }
    this.#position.needsUpdate = true
  }
}
