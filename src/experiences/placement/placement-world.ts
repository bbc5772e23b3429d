import { type Camera, Group, Matrix4, type Object3D, Ray, Vector3 } from 'three'
import type { Stand } from '../../core/product'
import type { Pose } from '../../core/room'
import { Aim, type Tops } from './aim'
import { AnchorBinding } from './anchor-binding'
import { DetectedPlanes } from './detected-planes'
import type { DimensionMarks } from './dimension-marks'
import { Drag } from './drag'
import { Ghost } from './ghost'
import { HitSources } from './hit-sources'
import type { PlacedProduct } from './placed-product'
import { Reticle } from './reticle'
import { headingOf, meetPlane } from './surface'
import { Tracking } from './tracking'

/** Metres between an aimed hit and a product within which the hit's own anchor is the product's. */
const SAME_PLACE = 0.02

/** What the world tells of each frame. */
export interface WorldEvents {
  /** Called once in each frame, after everything stands where it belongs. */
  onFrame(): void
}

/** What the aim is for: a situation decides which surfaces suit, a heading is added while aiming. */
export interface AimTask {
  readonly stand: Stand
  /** Radians the shopper turned it by. */
  turn: number
}

/**
 * The shopper's room during a session: what stands in it, where they aim, and the device's view of it.
 * Coordinates are metres in the session's floor space (`local-floor`), Y up. Nothing is allocated in a frame.
 */
export class PlacementWorld implements Tops {
  readonly node = new Group()
  readonly aim = new Aim()
  readonly reticle = new Reticle()
  readonly ghost = new Ghost()
  private readonly selection = new Reticle('selection')
  readonly tracking = new Tracking()
  readonly planes = new DetectedPlanes()
  /** Where the shopper's eyes are and where they look. */
  readonly viewer = new Vector3(0, 1.6, 0)
  readonly gaze = new Vector3(0, 0, -1)
  /** The ray that is aimed along in this frame. */
  readonly aimRay = new Ray()
  /** Aims while set. */
  task: AimTask | undefined
  /** The aiming input points at the panel: nothing in the room is aimed at. */
  blocked = false
  /** Input whose ray aims; the gaze without one. */
  pointer: XRInputSource | undefined
  /** What helps to place but belongs in no picture: highlights, dimensions, the panel. */
  readonly marks: Object3D[] = []
  /** The session's own camera, once it has drawn. */
  camera: Camera | undefined

  private readonly products: PlacedProduct[] = []
  private readonly wanted: PlacedProduct[] = []
  private hits: HitSources | undefined
  private drag: Drag | undefined
  private selected: PlacedProduct | undefined
  private measured: { readonly product: PlacedProduct; readonly marks: DimensionMarks } | undefined
  private ended = false

  constructor(private readonly events: WorldEvents) {
    this.node.name = 'placement'
    this.node.add(this.reticle.node, this.ghost.node, this.selection.node)
    this.marks.push(this.selection.node)
  }

  /** Marks a product as the one that is spoken of. */
  select(product: PlacedProduct | undefined): void {
    this.selected = product
    if (!product) {
      this.selection.hide()
      return
    }
    const { stand } = product.placeable
    const { dimensions } = product.model
    this.selection.draw([{ stand, dimensions, x: 0, y: 0, z: 0, yaw: 0 }])
  }

  /** Shows the sizes of a product, or of none. */
  measure(product: PlacedProduct | undefined, marks: DimensionMarks | undefined): void {
    this.measured?.marks.dispose()
    this.measured = product && marks ? { product, marks } : undefined
    if (product && marks) product.node.add(marks.node)
  }

  /** Begins to test for hits. */
  async start(session: XRSession): Promise<void> {
    this.hits = new HitSources(session)
    await this.hits.start()
  }

  add(product: PlacedProduct): void {
    this.products.push(product)
    this.node.add(product.node)
  }

  remove(product: PlacedProduct): void {
    const index = this.products.indexOf(product)
    if (index >= 0) this.products.splice(index, 1)
    if (this.drag?.product === product) this.drag = undefined
    this.release(product)
    product.node.removeFromParent()
  }

  /**
   * A shift on the product's surface as the shopper sees it, in the floor space.
   *
   * @param right metres to the right
   * @param away metres away from the shopper; on a wall, up
   */
  step(product: PlacedProduct, right: number, away: number): Vector3 {
    if (product.placeable.stand === 'wall') {
      return new Vector3(right, away, 0).applyAxisAngle(upwards, product.yaw)
    }
    return new Vector3(-right, 0, away).applyAxisAngle(upwards, headingOf(this.gaze))
  }

  /** Asks for an anchor where the product now stands; it follows as soon as the device grants one. */
  anchor(product: PlacedProduct): void {
    this.release(product)
    this.wanted.push(product)
  }

  /** Lets a product go, so that it can be moved. */
  release(product: PlacedProduct): void {
    product.generation += 1
    product.anchor?.dispose()
    product.anchor = undefined
    const index = this.wanted.indexOf(product)
    if (index >= 0) this.wanted.splice(index, 1)
  }

  /** The product a ray meets first. */
  pick(ray: Readonly<Ray>): PlacedProduct | undefined {
    let nearest = Number.POSITIVE_INFINITY
    let picked: PlacedProduct | undefined
    for (const product of this.products) {
      const distance = product.distanceAlong(ray, scratchRay)
      if (distance >= nearest) continue
      nearest = distance
      picked = product
    }
    return picked
  }

  /** Takes hold of a product along a ray: it keeps its distance to the point where the ray meets its surface. */
  beginDrag(product: PlacedProduct, ray: Readonly<Ray>, byFinger: boolean): void {
    this.release(product)
    this.drag = new Drag(product, ray, byFinger)
  }

  /** The ray that holds the product now points here. */
  dragAlong(ray: Readonly<Ray>): void {
    this.drag?.along(ray)
  }

  get dragged(): PlacedProduct | undefined {
    return this.drag?.product
  }

  /** @returns the product that was dragged, if it moved */
  endDrag(): PlacedProduct | undefined {
    const drag = this.drag
    this.drag = undefined
    if (!drag) return undefined
    this.anchor(drag.product)
    return drag.moved ? drag.product : undefined
  }

  /** Reads the frame: tracking, anchors, drag and aim, in this order. */
  update(frame: XRFrame, space: XRReferenceSpace): void {
    if (this.ended) return
    this.look(frame, space)
    this.followAnchors(frame, space)
    this.anchorWanted(frame, space)
    this.dragOn(frame, space)
    this.aimOn(frame, space)
    this.markOn()
    this.events.onFrame()
  }

  /** Tops of side tables and the like, on which a vase may stand. */
  meet(ray: Readonly<Ray>, out: Vector3): number {
    let nearest = Number.POSITIVE_INFINITY
    for (const product of this.products) {
      if (product.placeable.stand !== 'floor' || product === this.drag?.product) continue
      const { min, max } = product.box
      if (max.y < 0.25 || max.y > 1.1) continue
      topPoint.copy(product.position)
      topPoint.y += max.y
      if (!meetPlane(ray, topPoint, upwards, met)) continue
      local.copy(met).sub(product.position).applyAxisAngle(upwards, -product.yaw)
      if (local.x < min.x || local.x > max.x || local.z < min.z || local.z > max.z) continue
      const distance = met.distanceTo(ray.origin)
      if (distance >= nearest || !product.placeable.surface) continue
      nearest = distance
      out.copy(met)
    }
    return nearest
  }

  dispose(): void {
    this.ended = true
    this.hits?.dispose()
    this.reticle.dispose()
    this.ghost.dispose()
    this.selection.dispose()
    this.measure(undefined, undefined)
    this.wanted.length = 0
    this.drag = undefined
    for (const product of this.products) product.dispose()
    this.products.length = 0
    this.node.removeFromParent()
    this.node.clear()
  }

  private look(frame: XRFrame, space: XRReferenceSpace): void {
    const pose = frame.getViewerPose(space)
    this.tracking.update(pose)
    if (!pose) return
    matrix.fromArray(pose.transform.matrix)
    this.viewer.setFromMatrixPosition(matrix)
    this.gaze.setFromMatrixColumn(matrix, 2).negate()
    this.aimRay.origin.copy(this.viewer)
    this.aimRay.direction.copy(this.gaze)
    if (!this.pointer) return
    const pointer = frame.getPose(this.pointer.targetRaySpace, space)
    if (!pointer) return
    rayOf(matrix.fromArray(pointer.transform.matrix), this.aimRay)
  }

  private markOn(): void {
    const { selected, measured } = this
    if (selected?.node.visible) this.selection.place(selected.position, selected.yaw, true)
    else this.selection.hide()
    if (!measured) return
    const { product, marks } = measured
    marks.update(local.copy(this.viewer).sub(product.position).applyAxisAngle(upwards, -product.yaw))
  }

  private followAnchors(frame: XRFrame, space: XRReferenceSpace): void {
    for (const product of this.products) product.anchor?.follow(frame, space, product)
  }

  private anchorWanted(frame: XRFrame, space: XRReferenceSpace): void {
    for (const product of this.wanted) {
      const { aim } = this
      const near = aim.result && aim.position.distanceTo(product.position) < SAME_PLACE
      const request = near ? this.anchorOfHit(frame, space, product) : undefined
      const asked = request ?? freeAnchor(frame, space, product)
      const { generation } = product
      asked
        ?.then((anchor) => {
          if (this.ended || product.generation !== generation) anchor.delete()
          else product.anchor = new AnchorBinding(anchor)
        })
        .catch(() => undefined)
    }
    this.wanted.length = 0
  }

  /** An anchor on the surface itself is better than one in the air: the device knows more about it. */
  private anchorOfHit(
    frame: XRFrame,
    space: XRReferenceSpace,
    product: PlacedProduct,
  ): Promise<XRAnchor> | undefined {
    const [first] = this.hits?.along(frame, this.pointer) ?? []
    const pose = first?.getPose(space)
    if (!first?.createAnchor || !pose) return undefined
    met.setFromMatrixPosition(matrix.fromArray(pose.transform.matrix))
    return met.distanceTo(product.position) < SAME_PLACE ? first.createAnchor() : undefined
  }

  private dragOn(frame: XRFrame, space: XRReferenceSpace): void {
    const { drag, hits } = this
    if (!drag?.moved) return
    // Without a pointer of its own (a pinch that comes and goes) only the gaze has hits, and they are elsewhere.
    const held = this.pointer && hits?.along(frame, this.pointer)
    const found = drag.byFinger ? hits?.underFinger(frame) : held
    drag.follow(frame, space, found ?? [], this.planes, this.floor, this)
  }

  /** Height of the floor where it is known, metres. */
  get floor(): number | undefined {
    return this.planes.floor ?? this.aim.floor
  }

  private aimOn(frame: XRFrame, space: XRReferenceSpace): void {
    const { task, aim, hits } = this
    if (!task || !hits || this.blocked) {
      aim.clear()
      this.reticle.hide()
      this.ghost.node.visible = false
      return
    }
    aim.update(hits.along(frame, this.pointer), space, task.stand, this.aimRay, this.viewer, task.turn, this)
    if (!aim.seen) {
      const far = this.planes.meet(
        frame,
        space,
        this.aimRay,
        task.stand,
        aim.floor,
        surfacePoint,
        surfaceNormal,
      )
      if (far < Number.POSITIVE_INFINITY)
        aim.take(surfacePoint, surfaceNormal, task.stand, this.viewer, task.turn)
    }
    if (!aim.seen) {
      this.reticle.hide()
      this.ghost.node.visible = false
      return
    }
    this.reticle.place(aim.position, aim.yaw, aim.fits)
    this.ghost.node.visible = aim.fits
    this.ghost.node.position.copy(aim.position)
    this.ghost.node.rotation.set(0, aim.yaw, 0)
  }
}

const matrix = new Matrix4()
const met = new Vector3()
const local = new Vector3()
const topPoint = new Vector3()
const surfacePoint = new Vector3()
const surfaceNormal = new Vector3()
const upwards = new Vector3(0, 1, 0)
const scratchRay = new Ray()

/** The ray along -Z of a pose. */
export function rayOf(pose: Readonly<Matrix4>, out: Ray): Ray {
  out.origin.setFromMatrixPosition(pose as Matrix4)
  out.direction
    .setFromMatrixColumn(pose as Matrix4, 2)
    .negate()
    .normalize()
  return out
}

/** The pose the aim would give a product. */
export function poseOfAim(aim: Aim): Pose {
  return { x: aim.position.x, y: aim.position.y, z: aim.position.z, yaw: aim.yaw }
}

function freeAnchor(
  frame: XRFrame,
  space: XRReferenceSpace,
  product: PlacedProduct,
): Promise<XRAnchor> | undefined {
  const { x, y, z } = product.position
  const half = product.yaw / 2
  try {
    return frame.createAnchor?.(
      new XRRigidTransform({ x, y, z }, { x: 0, y: Math.sin(half), z: 0, w: Math.cos(half) }),
      space,
    )
  } catch {
    return undefined
  }
}
