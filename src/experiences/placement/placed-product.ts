import { Box3, Group, type Ray, Vector3 } from 'three'
import type { VariantId } from '../../core/product'
import type { Pose } from '../../core/room'
import { wrapAngle } from '../../core/room-frame'
import { ContactShadow } from '../../engine/contact-shadow'
import type { AnchorBinding, Standing } from './anchor-binding'
import type { Placeable } from './placeable'
import type { PlacementModel } from './placement-host'
import type { PlacedView } from './placement-state'

const inverse = new Vector3()
const origin = new Vector3()

/**
 * A product that stands in the shopper's room. Its node has a position and a heading, and no scale: what the
 * model's file says in metres is what stands there.
 */
export class PlacedProduct implements Standing {
  readonly node = new Group()
  /** The model's bounding box in the node's frame, metres. */
  readonly box: Box3
  /** The surface it was put on: a point of it and its normal, in the session's floor space. */
  readonly surface = { point: new Vector3(), normal: new Vector3(0, 1, 0) }
  variant: VariantId
  anchor: AnchorBinding | undefined
  /** Rises with every move, so that an anchor that was asked for before the move is not bound after it. */
  generation = 0
  private heading = 0
  private readonly shadow = new ContactShadow()

  constructor(
    readonly id: string,
    readonly placeable: Placeable,
    readonly model: PlacementModel,
    variant: VariantId,
  ) {
    this.variant = variant
    this.node.name = `placed ${placeable.sku}`
    this.box = settle(model, placeable)
    this.node.add(model.object, this.shadow.mesh)
    // The node still lies at the origin: world and node are the same frame here.
    this.shadow.cast(model.object, this.box, placeable.stand)
  }

  get position(): Vector3 {
    return this.node.position
  }

  get yaw(): number {
    return this.heading
  }

  set yaw(radians: number) {
    this.heading = wrapAngle(radians)
    this.node.rotation.set(0, this.heading, 0)
  }

  get pose(): Pose {
    const { x, y, z } = this.node.position
    return { x, y, z, yaw: this.heading }
  }

  stand(pose: Pose): void {
    this.node.position.set(pose.x, pose.y, pose.z)
    this.yaw = pose.yaw
  }

  /**
   * Distance along a ray to the product's box, or infinity. A finger is thick: the box is widened a little.
   *
   * @param scratch a ray this may overwrite
   */
  distanceAlong(ray: Readonly<Ray>, scratch: Ray, spare = 0.02): number {
    scratch.copy(ray as Ray)
    scratch.origin.sub(this.node.position).applyAxisAngle(this.node.up, -this.heading)
    scratch.direction.applyAxisAngle(this.node.up, -this.heading)
    this.box.expandByScalar(spare)
    const met = scratch.intersectBox(this.box, inverse)
    this.box.expandByScalar(-spare)
    return met ? origin.copy(met).distanceTo(scratch.origin) : Number.POSITIVE_INFINITY
  }

  /** Shows the variant it has. */
  async dress(): Promise<void> {
    const choice = this.placeable.variants.find(({ id }) => id === this.variant)
    if (choice) await this.model.setVariant(choice.materialVariant)
  }

  /** What overlay and panel list. */
  view(name: string): PlacedView {
    const { id, placeable, variant, model } = this
    const { sku, stand, variants } = placeable
    return { id, sku, name, stand, variant, variants, dimensions: model.dimensions }
  }

  dispose(): void {
    this.anchor?.dispose()
    this.anchor = undefined
    this.shadow.dispose()
    this.node.removeFromParent()
    this.node.remove(this.model.object)
    this.model.release()
  }
}

/**
 * Brings the model's contact (underside, back or top) exactly onto the node's origin, and a stranger's file to its middle.
 *
 * @returns the bounding box afterwards
 */
export function settle(model: PlacementModel, placeable: Placeable): Box3 {
  const { object } = model
  object.position.set(0, 0, 0)
  object.updateMatrixWorld(true)
  const box = new Box3().setFromObject(object, true)
  if (!placeable.trusted) {
    object.position.x = -(box.min.x + box.max.x) / 2
    if (placeable.stand === 'wall') object.position.y = -(box.min.y + box.max.y) / 2
    else object.position.z = -(box.min.z + box.max.z) / 2
  }
  if (placeable.stand === 'wall') object.position.z = -box.min.z
  else if (placeable.stand === 'ceiling') object.position.y = -box.max.y
  else object.position.y = -box.min.y
  object.updateMatrixWorld(true)
  return box.translate(object.position)
}
