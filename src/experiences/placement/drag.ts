import { Matrix4, Ray, Vector3 } from 'three'
import type { Tops } from './aim'
import type { DetectedPlanes } from './detected-planes'
import type { PlacedProduct } from './placed-product'
import { facingOf, headingOf, level, meetPlane, misfitOf, normalOf } from './surface'

/** Metres a product can be pushed away along the plane it stands on, where no surface is known. */
const REACH = 8

/** Cosine of the angle (half a degree) and metres by which a held ray may stray before it drags. */
const STILL = Math.cos(Math.PI / 360)
const SLACK = 0.006

const matrix = new Matrix4()
const met = new Vector3()
const top = new Vector3()
const point = new Vector3()
const normal = new Vector3()

/**
 * A product held by a finger or a ray. It keeps to its kind of surface: what stands goes along level planes, what
 * hangs along walls with its back flush. Hit tests come first, then planes the device knows, then the plane it is on.
 */
export class Drag {
  moved = false
  private readonly start = new Ray()
  private readonly ray = new Ray()
  /** From where the ray meets the surface to the product: it must not jump to the finger. */
  private readonly grip = new Vector3()

  /** @param byFinger held by a finger on the glass: its own hit test is asked, not the gaze's */
  constructor(
    readonly product: PlacedProduct,
    ray: Readonly<Ray>,
    readonly byFinger: boolean,
  ) {
    this.start.copy(ray as Ray)
    const { surface, position } = product
    if (meetPlane(ray, surface.point, surface.normal, met)) this.grip.copy(position).sub(met)
  }

  /** The holding ray now points here. A hand that only trembles moves nothing. */
  along(ray: Readonly<Ray>): void {
    if (!this.moved) {
      const still =
        this.start.direction.dot(ray.direction) > STILL &&
        this.start.origin.distanceToSquared(ray.origin) < SLACK * SLACK
      if (still) return
    }
    this.ray.copy(ray as Ray)
    this.moved = true
  }

  /** Brings the product to where it is held. */
  follow(
    frame: XRFrame,
    space: XRReferenceSpace,
    hits: readonly XRHitTestResult[],
    planes: DetectedPlanes,
    floor: number | undefined,
    tops: Tops,
  ): void {
    const { product, grip } = this
    const { stand } = product.placeable
    if (!this.find(frame, space, hits, planes, floor, tops)) return
    // Round a corner the grip no longer lies in the wall.
    if (stand === 'wall' && normal.dot(product.surface.normal) < 0.99) grip.set(0, 0, 0)
    product.surface.point.copy(point)
    product.surface.normal.copy(normal)
    product.position.copy(point).add(grip)
    if (stand === 'wall') product.yaw = headingOf(normal)
  }

  /** The surface under the ray, into `point` and `normal`. */
  private find(
    frame: XRFrame,
    space: XRReferenceSpace,
    hits: readonly XRHitTestResult[],
    planes: DetectedPlanes,
    floor: number | undefined,
    tops: Tops,
  ): boolean {
    const { product, ray } = this
    const { stand } = product.placeable
    const [hit] = hits
    const pose = hit?.getPose(space)
    if (pose) {
      matrix.fromArray(pose.transform.matrix)
      point.setFromMatrixPosition(matrix)
      normalOf(matrix, normal)
      if (!misfitOf(stand, facingOf(normal), point.y, floor)) {
        level(stand, normal)
        return true
      }
    }
    const plane = planes.meet(frame, space, ray, stand, floor, point, normal)
    if (stand === 'table' && tops.meet(ray, top) < plane) {
      point.copy(top)
      normal.set(0, 1, 0)
      return true
    }
    if (plane < Number.POSITIVE_INFINITY) {
      level(stand, normal)
      return true
    }
    normal.copy(product.surface.normal)
    return meetPlane(ray, product.surface.point, normal, point, REACH) !== undefined
  }
}
