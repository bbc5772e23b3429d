import { Quaternion, Vector3 } from 'three'
import type { Language } from '../../core/languages'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Sku, VariantId } from '../../core/product'
import type { Pose, Room } from '../../core/room'
import { ORIGIN, originFor, toRoomPose } from '../../core/room-frame'
import { Loading } from './loading'
import type { Placeable } from './placeable'
import { type PlacedProduct, settle } from './placed-product'
import type { PlacementModels } from './placement-host'
import type { AimState, Pending, PlacementStore } from './placement-state'
import type { AimTask, PlacementWorld } from './placement-world'
import type { Footprint } from './reticle'

/** Seconds without a surface after which the hint says to move slowly, and then to make light. */
const SLOW_SECONDS = 6
const STUCK_SECONDS = 14

const UP = new Vector3(0, 1, 0)

/** One product of a shared room on its way in. */
export interface Incoming {
  readonly loading: Loading
  readonly variant: VariantId
  /** In the shared room's frame. */
  readonly pose: Pose
}

/** What is being aimed: a new product, a shared room, or a placed product that was picked up. */
export type Task = AimTask &
  (
    | { readonly kind: 'product'; readonly loading: Loading; variant: VariantId }
    | { readonly kind: 'room'; readonly items: readonly Incoming[]; readonly lead: Incoming }
    | { readonly kind: 'carried'; readonly product: PlacedProduct }
  )

/** What {@link Aiming} is given. */
export interface AimingParts {
  readonly models: PlacementModels
  readonly placeableOf: (sku: Sku) => Placeable | undefined
  readonly messages: Messages
  readonly language: Language
}

/** What comes next: its model on the way, its footprint and ghost where the shopper aims. */
export class Aiming {
  task: Task | undefined
  private searchingSince: number | undefined

  constructor(
    private readonly world: PlacementWorld,
    private readonly store: PlacementStore,
    private readonly parts: AimingParts,
  ) {}

  /** Whether it could be put down now. */
  get ready(): boolean {
    const { task } = this
    return (
      task !== undefined && this.world.aim.fits && loadingsOf(task).every(({ model }) => model !== undefined)
    )
  }

  beginProduct(placeable: Placeable, variant: VariantId): void {
    const loading = this.load(placeable)
    this.begin({ kind: 'product', stand: placeable.stand, turn: 0, loading, variant })
    loading.start()
  }

  /** Aims with a whole room: by its first product that stands on the floor, else by its first. */
  beginRoom(room: Room): void {
    const items = room.items.flatMap(({ sku, variant, pose }): Incoming[] => {
      const placeable = this.parts.placeableOf(sku)
      return placeable ? [{ loading: this.load(placeable), variant, pose }] : []
    })
    const lead = items.find(({ loading }) => loading.placeable.stand === 'floor') ?? items[0]
    if (!lead) return
    this.begin({ kind: 'room', stand: lead.loading.placeable.stand, turn: 0, items, lead })
    for (const { loading } of items) loading.start()
  }

  beginCarried(product: PlacedProduct): void {
    product.node.visible = false
    this.begin({ kind: 'carried', stand: product.placeable.stand, turn: 0, product })
  }

  /** Ends the aim; what was loaded and not taken goes back to the cache. */
  end(): void {
    const { task } = this
    if (!task) return
    for (const loading of loadingsOf(task)) loading.dispose()
    if (task.kind === 'carried') task.product.node.visible = true
    this.task = undefined
    this.world.task = undefined
    this.world.ghost.clear()
    this.world.reticle.hide()
    this.store.setState({ pending: undefined })
  }

  /** Where a shared room's own frame comes to lie for its lead product to stand at a pose. */
  originOf(lead: Incoming, pose: Pose): Pose {
    const { stand } = lead.loading.placeable
    // A picture keeps the height it was shared at, so that the floor stays the floor.
    return originFor(lead.pose, pose, stand === 'wall' ? this.world.floor : undefined)
  }

  /** @returns whether it is what is being aimed that changed */
  chooseVariant(sku: Sku, variant: VariantId): boolean {
    const { task } = this
    if (task?.kind !== 'product' || task.loading.placeable.sku !== sku) return false
    task.variant = variant
    this.dress(task)
    this.tell()
    return true
  }

  /** How the aim fares now. */
  state(): AimState {
    const { aim } = this.world
    if (aim.seen) {
      this.searchingSince = undefined
      return aim.misfit ?? 'fits'
    }
    const now = performance.now()
    this.searchingSince ??= now
    const seconds = (now - this.searchingSince) / 1000
    if (seconds > STUCK_SECONDS) return 'stuck'
    return seconds > SLOW_SECONDS ? 'slow' : 'searching'
  }

  private load(placeable: Placeable): Loading {
    return new Loading(this.parts.models, placeable, () => this.onLoading())
  }

  private begin(task: Task): void {
    this.end()
    this.task = task
    this.world.task = task
    this.searchingSince = undefined
    this.store.setState({ aim: 'searching' })
    this.tell()
    this.drawFootprint()
    this.showGhost()
  }

  private onLoading(): void {
    const { task } = this
    if (!task) return
    if (task.kind === 'product') this.dress(task)
    this.tell()
    this.drawFootprint()
    this.showGhost()
  }

  private dress(task: Task & { kind: 'product' }): void {
    const { model, placeable } = task.loading
    const name = placeable.variants.find(({ id }) => id === task.variant)?.materialVariant
    if (model && name) model.setVariant(name).then(() => this.showGhost())
  }

  private tell(): void {
    const { task } = this
    if (task) this.store.setState({ pending: this.pendingOf(task) })
  }

  private pendingOf(task: Task): Pending {
    const { stand } = task
    if (task.kind === 'carried') {
      const { id, placeable } = task.product
      return { kind: 'carried', item: id, name: localText(placeable.name, this.parts.language), stand }
    }
    const loadings = loadingsOf(task)
    const loaded = loadings.reduce((sum, { share }) => sum + share, 0) / loadings.length
    const fault = loadings.find((loading) => loading.fault)?.fault
    const failed = fault ? { failed: this.parts.messages(`fault.${fault.code}`, fault.detail) } : {}
    if (task.kind === 'room') return { kind: 'room', count: loadings.length, stand, loaded, ...failed }
    const { sku, name, variants } = task.loading.placeable
    const { variant } = task
    const said = localText(name, this.parts.language)
    return { kind: 'product', sku, name: said, stand, variant, variants, loaded, ...failed }
  }

  private drawFootprint(): void {
    const { task } = this
    if (!task) return
    const footprints: Footprint[] = []
    const add = (placeable: Placeable, dimensions: Footprint['dimensions'] | undefined, pose: Pose) => {
      if (dimensions) footprints.push({ stand: placeable.stand, dimensions, ...pose })
    }
    if (task.kind === 'carried') {
      add(task.product.placeable, task.product.model.dimensions, ORIGIN)
    } else if (task.kind === 'product') {
      const { placeable, model } = task.loading
      add(placeable, model?.dimensions ?? placeable.dimensions, ORIGIN)
    } else {
      for (const { loading, pose } of task.items) {
        const { placeable, model } = loading
        add(placeable, model?.dimensions ?? placeable.dimensions, toRoomPose(task.lead.pose, pose))
      }
    }
    this.world.reticle.draw(footprints)
  }

  private showGhost(): void {
    const { task, world } = this
    if (!task) return
    if (task.kind === 'carried') {
      world.ghost.show([task.product.model.object])
      return
    }
    if (task.kind === 'product') {
      const { model, placeable } = task.loading
      if (model) settle(model, placeable)
      world.ghost.show(model ? [model.object] : [])
      return
    }
    world.ghost.show(
      task.items.flatMap(({ loading: { model, placeable }, pose }) => {
        if (!model) return []
        settle(model, placeable)
        const object = model.object.clone(true)
        const { x, y, z, yaw } = toRoomPose(task.lead.pose, pose)
        object.position.applyAxisAngle(UP, yaw)
        object.position.x += x
        object.position.y += y
        object.position.z += z
        object.quaternion.premultiply(new Quaternion().setFromAxisAngle(UP, yaw))
        return [object]
      }),
    )
  }
}

/** The models a task waits for. */
export function loadingsOf(task: Task): readonly Loading[] {
  if (task.kind === 'product') return [task.loading]
  return task.kind === 'room' ? task.items.map(({ loading }) => loading) : []
}
