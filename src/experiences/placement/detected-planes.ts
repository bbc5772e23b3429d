import { Matrix4, type Ray, Vector3 } from 'three'
import type { Stand } from '../../core/product'
import { facingOf, insidePolygon, meetPlane, misfitOf, normalOf } from './surface'

const matrix = new Matrix4()
const inverse = new Matrix4()
const planePoint = new Vector3()
const planeNormal = new Vector3()
const met = new Vector3()
const local = new Vector3()

/** The planes a device knows of (where it tells), as places to drag to. */
export class DetectedPlanes {
  /** Height of the plane the device itself calls the floor, metres. */
  floor: number | undefined

  /**
   * The nearest plane along a ray on which a product of this situation may be.
   *
   * @returns distance along the ray, its point and normal in `point` and `normal`; infinity when there is none
   */
  meet(
    frame: XRFrame,
    space: XRReferenceSpace,
    ray: Readonly<Ray>,
    stand: Stand,
    floor: number | undefined,
    point: Vector3,
    normal: Vector3,
  ): number {
    let nearest = Number.POSITIVE_INFINITY
    const planes = frame.detectedPlanes
    if (!planes) return nearest
    for (const plane of planes) {
      const pose = frame.getPose(plane.planeSpace, space)
      if (!pose) continue
      matrix.fromArray(pose.transform.matrix)
      planePoint.setFromMatrixPosition(matrix)
      normalOf(matrix, planeNormal)
      // Devices disagree on which side a plane faces; what a shopper sees of it is the side that faces them.
      if (ray.direction.dot(planeNormal) > 0) planeNormal.negate()
      if (plane.semanticLabel === 'floor') this.floor = planePoint.y
      if (misfitOf(stand, facingOf(planeNormal), planePoint.y, this.floor ?? floor)) continue
      if (!meetPlane(ray, planePoint, planeNormal, met)) continue
      const distance = met.distanceTo(ray.origin)
      if (distance >= nearest) continue
      local.copy(met).applyMatrix4(inverse.copy(matrix).invert())
      if (!insidePolygon(local.x, local.z, plane.polygon)) continue
      nearest = distance
      point.copy(met)
      normal.copy(planeNormal)
    }
    return nearest
  }
}
