import { Vector3 } from 'three'
import type { EventBus } from '../../core/events'
import type { VariantId } from '../../core/product'
import type { Pose, Room } from '../../core/room'
import { ORIGIN, toRoomPose, toSessionPose } from '../../core/room-frame'
import { OWN_FILE, type Placeable } from './placeable'
import { PlacedProduct } from './placed-product'
import type { PlacementModel } from './placement-host'
import type { PlacementWorld } from './placement-world'
import { RemovedProduct } from './removed-product'

/** What stands in the room, in the order it was placed, and the room's own frame, which follows the first of it. */
export class Arrangement {
  private readonly list: PlacedProduct[] = []
  private removed: RemovedProduct | undefined
  private numbered = 0

  constructor(
    private readonly world: PlacementWorld,
    private readonly events?: EventBus,
  ) {}

  get products(): readonly PlacedProduct[] {
    return this.list
  }

  find(id: string | undefined): PlacedProduct | undefined {
    return this.list.find((product) => product.id === id)
  }

  /** Puts a product down at a pose in the session. */
  add(placeable: Placeable, variant: VariantId, model: PlacementModel, pose: Pose): PlacedProduct {
    this.numbered += 1
    const product = new PlacedProduct(`item-${this.numbered}`, placeable, model, variant)
    this.list.push(product)
    this.world.add(product)
    this.stand(product, pose)
    void product.dress()
    this.events?.emit({ name: 'ar_place', mode: 'webxr', item_id: placeable.sku, item_variant: variant })
    return product
  }

  /** Puts a product on its surface at a pose in the session. */
  stand(product: PlacedProduct, pose: Pose): void {
    product.stand(pose)
    product.surface.point.copy(product.position)
    product.surface.normal.copy(normalAt(product.placeable, pose))
    this.world.anchor(product)
  }

  /** Takes a product out. It can be brought back for a while; then `onForgotten` is called. */
  remove(product: PlacedProduct, onForgotten: () => void): void {
    const index = this.list.indexOf(product)
    this.removed?.forget()
    this.list.splice(index, 1)
    this.world.remove(product)
    this.events?.emit({ name: 'ar_remove', item_id: product.placeable.sku })
    this.removed = new RemovedProduct(product, index, () => {
      this.removed = undefined
      onForgotten()
    })
  }

  /** Brings back what was removed last. */
  restore(): PlacedProduct | undefined {
    const { removed } = this
    if (!removed) return undefined
    this.removed = undefined
    const product = removed.restore()
    this.list.splice(removed.index, 0, product)
    this.world.add(product)
    this.world.anchor(product)
    return product
  }

  /** The room in its own frame; the shopper's own file, which no link can share, is left out. */
  room(): Room {
    return {
      items: this.list
        .filter(({ placeable }) => placeable.sku !== OWN_FILE)
        .map(({ id, placeable, variant, pose }) => ({
          id,
          sku: placeable.sku,
          variant,
          pose: this.toRoom(pose),
        })),
    }
  }

  toRoom(pose: Pose): Pose {
    return toRoomPose(this.origin(), pose)
  }

  toSession(pose: Pose): Pose {
    return toSessionPose(this.origin(), pose)
  }

  /** Frees what was removed; what stands is the world's to free. */
  dispose(): void {
    this.removed?.forget()
    this.removed = undefined
    this.list.length = 0
  }

  /** Below the first product that can be shared, on the floor. */
  private origin(): Pose {
    const first = this.list.find(({ placeable }) => placeable.sku !== OWN_FILE)
    if (!first) return ORIGIN
    const onFloor = this.list.find(({ placeable }) => placeable.stand === 'floor')
    return { ...first.pose, y: onFloor?.position.y ?? this.world.floor ?? 0 }
  }
}

/** The normal of the surface that a product at a pose must be on. */
function normalAt(placeable: Placeable, pose: Pose): Vector3 {
  if (placeable.stand === 'wall') return new Vector3(Math.sin(pose.yaw), 0, Math.cos(pose.yaw))
  return new Vector3(0, placeable.stand === 'ceiling' ? -1 : 1, 0)
}
