import { Matrix4, type Ray, Vector3 } from 'three'
import type { Stand } from '../../core/product'
import { facingOf, headingOf, headingTowards, level, type Misfit, misfitOf, normalOf } from './surface'

/** Metres behind the first hit in which a second one counts as the same surface seen better. */
const SAME_SURFACE = 0.15

const matrix = new Matrix4()
const point = new Vector3()
const normal = new Vector3()

/** Tops of placed products on which table things may stand. */
export interface Tops {
  /** @returns distance along the ray to the nearest top, and its point in `out`; infinity for none */
  meet(ray: Readonly<Ray>, out: Vector3): number
}

/** Where the shopper aims: the place the next product would take. One object, updated in each frame. */
export class Aim {
  /** Whether any surface was met. */
  seen = false
  /** Why the product cannot go there; undefined when it can. */
  misfit: Misfit | undefined
  readonly position = new Vector3()
  readonly normal = new Vector3(0, 1, 0)
  yaw = 0
  /** The hit behind it, valid in the frame it came from. */
  result: XRHitTestResult | undefined
  /** Lowest level surface met so far: the floor. */
  floor: number | undefined

  get fits(): boolean {
    return this.seen && this.misfit === undefined
  }

  /** Nothing is met in this frame. */
  clear(): void {
    this.seen = false
    this.misfit = undefined
    this.result = undefined
  }

  /**
   * Takes the frame's hits, nearest first, and keeps the one that suits.
   *
   * @param ray what the hits were tested along
   * @param viewer where the shopper's eyes are; products face them
   * @param turn radians the shopper turned the product by while aiming
   */
  update(
    results: readonly XRHitTestResult[],
    space: XRReferenceSpace,
    stand: Stand,
    ray: Readonly<Ray>,
    viewer: Readonly<Vector3>,
    turn: number,
    tops?: Tops,
  ): void {
    this.clear()
    let first = Number.POSITIVE_INFINITY
    for (const result of results) {
      const pose = result.getPose(space)
      if (!pose) continue
      matrix.fromArray(pose.transform.matrix)
      point.setFromMatrixPosition(matrix)
      const distance = point.distanceTo(ray.origin)
      if (distance > first + SAME_SURFACE) break
      first = Math.min(first, distance)
      normalOf(matrix, normal)
      const facing = facingOf(normal)
      if (facing === 'up' && (this.floor === undefined || point.y < this.floor)) this.floor = point.y
      const misfit = misfitOf(stand, facing, point.y, this.floor)
      if (this.seen && misfit) continue
      this.seen = true
      this.misfit = misfit
      this.result = result
      this.position.copy(point)
      this.normal.copy(normal)
      if (!misfit) break
    }
    if (stand === 'table' && tops) {
      const distance = tops.meet(ray, point)
      if (distance < first) {
        this.seen = true
        this.misfit = undefined
        this.result = undefined
        this.position.copy(point)
        this.normal.set(0, 1, 0)
      }
    }
    if (!this.misfit) level(stand, this.normal)
    this.yaw = stand === 'wall' ? headingOf(this.normal) : headingTowards(this.position, viewer) + turn
  }

  /** Takes a place that no hit test gave: a point on a plane the device knows of. */
  take(
    place: Readonly<Vector3>,
    facing: Readonly<Vector3>,
    stand: Stand,
    viewer: Readonly<Vector3>,
    turn: number,
  ): void {
    this.clear()
    this.seen = true
    this.position.copy(place as Vector3)
    this.normal.copy(facing as Vector3)
    level(stand, this.normal)
    this.yaw = stand === 'wall' ? headingOf(this.normal) : headingTowards(this.position, viewer) + turn
  }
}
