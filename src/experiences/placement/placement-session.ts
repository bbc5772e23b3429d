import type { Ray } from 'three'
import type { IntentDoor } from '../../core/intent-door'
import { localText } from '../../core/local-text'
import type { Sku, VariantId } from '../../core/product'
import type { Pose, Room } from '../../core/room'
import { toSessionPose } from '../../core/room-frame'
import { Aiming } from './aiming'
import { Announcer } from './announcer'
import { Arrangement } from './arrangement'
import { DimensionMarks } from './dimension-marks'
import { Loading } from './loading'
import type { Placeable } from './placeable'
import type { PlacedProduct } from './placed-product'
import type { PlacementModel } from './placement-host'
import { createPlacementStore, type PlacementState } from './placement-state'
import { PlacementWorld, poseOfAim } from './placement-world'
import type { SessionParts } from './session-parts'

/**
 * What a shopper does in their room: the state behind overlay and panel, and the intents that change it.
 * Knows no React, no DOM and no XR session; the world below it does the geometry.
 */
export class PlacementSession {
  readonly store = createPlacementStore()
  readonly world: PlacementWorld
  private readonly announcer: Announcer
  private readonly aiming: Aiming
  private readonly arrangement: Arrangement
  private readonly offs: readonly (() => void)[]
  private disposed = false

  constructor(private readonly parts: SessionParts) {
    const { door, models, messages, language } = parts
    this.world = new PlacementWorld({ onFrame: () => this.onFrame() })
    this.arrangement = new Arrangement(this.world, parts.events)
    this.announcer = new Announcer(this.store, messages, language)
    const placeableOf = (sku: Sku) => this.placeableOf(sku)
    this.aiming = new Aiming(this.world, this.store, { models, placeableOf, messages, language })
    this.offs = [
      door.on('place', ({ sku, variant, pose }) => this.place(sku, variant, pose)),
      door.on('move', ({ item, pose }) => this.move(item, pose)),
      door.on('turn', ({ item, byRadians }) => this.turn(item, byRadians)),
      door.on('remove', ({ item }) => this.remove(item)),
      door.on('chooseVariant', ({ sku, variant }) => this.chooseVariant(sku, variant)),
      door.on('showDimensions', ({ on }) => {
        this.set({ dimensions: on })
        this.mark()
      }),
      door.on('takePicture', () => void this.takePicture()),
      door.on('share', () => this.share()),
      door.on('leaveRoom', () => parts.leave()),
    ]
  }

  /** Where wishes go in. */
  get door(): IntentDoor {
    return this.parts.door
  }

  /** What can be added to the room. */
  get placeables(): readonly Placeable[] {
    return this.parts.placeables
  }

  get state(): PlacementState {
    return this.store.getState()
  }

  /** Everything placed, in the order it was placed. */
  get placed(): readonly PlacedProduct[] {
    return this.arrangement.products
  }

  /** The room as it stands, in its own frame; the shopper's own file, which no link can share, is left out. */
  room(): Room {
    return this.arrangement.room()
  }

  /** Begins to aim with a product. */
  choose(sku: Sku, variant?: VariantId): void {
    const placeable = this.placeableOf(sku)
    if (!placeable) return
    this.cancel()
    this.set({ sheet: undefined, selected: undefined })
    this.mark()
    this.aiming.beginProduct(placeable, variant ?? placeable.variants[0]?.id ?? '')
  }

  /** Begins to aim with a whole room. */
  chooseRoom(room: Room): void {
    this.cancel()
    this.aiming.beginRoom(room)
  }

  /** Picks a placed product up, to be put down where the shopper aims. */
  carry(id: string): void {
    const product = this.arrangement.find(id)
    if (!product) return
    this.cancel()
    this.world.release(product)
    this.aiming.beginCarried(product)
    this.say('placement.say.carried', { name: this.nameOf(product) })
  }

  /** Gives up what is being aimed. */
  cancel(): void {
    const { task } = this.aiming
    this.aiming.end()
    if (task?.kind === 'carried') this.world.anchor(task.product)
  }

  /** Puts down what is being aimed, if it can be put there. By key, button, tap, trigger or pinch. */
  placeHere(): boolean {
    const { task, ready } = this.aiming
    if (!task || !ready) return false
    const pose = poseOfAim(this.world.aim)
    const { door } = this
    if (task.kind === 'product') {
      const { sku } = task.loading.placeable
      door.send({ type: 'place', sku, variant: task.variant, pose: this.arrangement.toRoom(pose) })
    } else if (task.kind === 'carried') {
      door.send({ type: 'move', item: task.product.id, pose: this.arrangement.toRoom(pose) })
    } else {
      const origin = this.aiming.originOf(task.lead, pose)
      for (const { loading, variant, pose: inRoom } of task.items) {
        const model = loading.take()
        const stands = toSessionPose(origin, inRoom)
        if (model) this.arrangement.add(loading.placeable, variant, model, stands)
      }
      this.aiming.end()
      this.list()
      this.say('placement.say.laidOut', { count: this.placed.length })
    }
    return true
  }

  select(id: string | undefined): void {
    if (this.state.selected === id) return
    this.set({ selected: id })
    this.mark()
    const product = id === undefined ? undefined : this.arrangement.find(id)
    if (product) this.say('placement.say.selected', { name: this.nameOf(product) })
  }

  /** Selects what a ray meets. @returns whether it met anything */
  selectAlong(ray: Readonly<Ray>): boolean {
    const product = this.world.pick(ray)
    this.select(product?.id)
    return product !== undefined
  }

  /** Takes hold of a product along a ray. @returns whether there is one */
  grab(ray: Readonly<Ray>, byFinger: boolean): boolean {
    if (this.aiming.task) return false
    const product = this.world.pick(ray)
    if (!product) return false
    this.world.beginDrag(product, ray, byFinger)
    this.select(product.id)
    return true
  }

  /** Lets go of it. */
  drop(): void {
    const product = this.world.endDrag()
    if (!product) return
    // The world moved it already; the intent tells everyone else.
    this.door.send({ type: 'move', item: product.id, pose: this.arrangement.toRoom(product.pose) })
  }

  /**
   * Shifts the selected product on its surface as the shopper sees it.
   *
   * @param right metres to the right
   * @param away metres away from the shopper; on a wall, up
   */
  nudge(right: number, away: number): void {
    const product = this.selectedProduct()
    if (!product) return
    const step = this.world.step(product, right, away)
    const { x, y, z, yaw } = product.pose
    const pose = { x: x + step.x, y: y + step.y, z: z + step.z, yaw }
    this.door.send({ type: 'move', item: product.id, pose: this.arrangement.toRoom(pose) })
  }

  /** Turns what is aimed or selected, counter-clockwise from above. */
  turnBy(radians: number): void {
    const { task } = this.aiming
    const product = this.selectedProduct()
    if (task) task.turn += radians
    else if (product) this.door.send({ type: 'turn', item: product.id, byRadians: radians })
  }

  removeSelected(): void {
    const { selected } = this.state
    if (selected !== undefined) this.door.send({ type: 'remove', item: selected })
  }

  /** Brings back what was removed last. */
  undo(): void {
    const product = this.arrangement.restore()
    if (!product) return
    this.set({ undo: undefined })
    this.list()
    this.select(product.id)
  }

  openPicker(): void {
    this.set({ sheet: { kind: 'picker' } })
  }

  closeSheet(): void {
    const { sheet } = this.state
    if (sheet?.kind === 'picture') URL.revokeObjectURL(sheet.url)
    this.set({ sheet: undefined })
  }

  /** The link was copied. */
  copied(): void {
    const { sheet } = this.state
    if (sheet?.kind !== 'share') return
    this.set({ sheet: { ...sheet, copied: true } })
    this.say('placement.say.copied')
    this.parts.events?.emit({ name: 'share', method: 'link', content_type: 'room' })
  }

  setLive(device: PlacementState['device']): void {
    this.set({ phase: 'live', device })
  }

  /** Ends the session's part: everything placed is freed. */
  dispose(): void {
    if (this.disposed) return
    this.disposed = true
    for (const off of this.offs) off()
    this.announcer.dispose()
    this.aiming.end()
    this.closeSheet()
    this.arrangement.dispose()
    this.world.dispose()
    this.set({ phase: 'ended', placed: [], selected: undefined, undo: undefined })
  }

  // Intents

  private place(sku: Sku, variant: VariantId, pose: Pose): void {
    const placeable = this.placeableOf(sku)
    if (!placeable) return
    const { task } = this.aiming
    const stands = this.arrangement.toSession(pose)
    if (task?.kind === 'product' && task.loading.placeable.sku === sku && task.loading.model) {
      const model = task.loading.take()
      this.aiming.end()
      if (model) this.stand(placeable, variant, model, stands)
      return
    }
    // Someone else's wish (the guide, a host page): the model may still have to come.
    const loading = new Loading(this.parts.models, placeable, () => {
      const model = loading.take()
      if (model && this.disposed) model.release()
      else if (model) this.stand(placeable, variant, model, stands)
    })
    loading.start()
  }

  private stand(placeable: Placeable, variant: VariantId, model: PlacementModel, pose: Pose): void {
    const product = this.arrangement.add(placeable, variant, model, pose)
    this.list()
    this.select(product.id)
    this.sayWhere('placement.say.placed', product)
  }

  private move(id: string, pose: Pose): void {
    const product = this.arrangement.find(id)
    if (!product) return
    const { task } = this.aiming
    const carried = task?.kind === 'carried' && task.product === product
    if (carried) this.aiming.end()
    this.arrangement.stand(product, this.arrangement.toSession(pose))
    if (carried) this.select(product.id)
    this.announcer.sayAtRest(() => {
      this.sayWhere('placement.say.moved', product)
      this.parts.events?.emit({ name: 'ar_move', item_id: product.placeable.sku })
    })
  }

  private turn(id: string, radians: number): void {
    const product = this.arrangement.find(id)
    // What hangs on a wall lies flush with it, whatever two fingers say.
    if (!product || product.placeable.stand === 'wall') return
    product.yaw += radians
    product.anchor?.rebind()
    this.announcer.sayAtRest(() => {
      const degrees = Math.round((product.yaw * 180) / Math.PI + 360) % 360
      this.say('placement.say.turned', { name: this.nameOf(product), degrees })
      this.parts.events?.emit({ name: 'ar_move', item_id: product.placeable.sku })
    })
  }

  private remove(id: string): void {
    const product = this.arrangement.find(id)
    if (!product) return
    const name = this.nameOf(product)
    this.arrangement.remove(product, () => this.set({ undo: undefined }))
    this.set({ undo: { name }, selected: undefined })
    this.mark()
    this.list()
    this.say('placement.say.removed', { name })
  }

  private chooseVariant(sku: Sku, variant: VariantId): void {
    if (this.aiming.chooseVariant(sku, variant)) return
    const selected = this.selectedProduct()
    const product =
      selected?.placeable.sku === sku ? selected : this.placed.findLast((p) => p.placeable.sku === sku)
    const choice = product?.placeable.variants.find(({ id }) => id === variant)
    if (!product || !choice) return
    product.variant = variant
    void product.dress()
    this.list()
    const name = this.nameOf(product)
    this.say('placement.say.variant', { name, variant: localText(choice.name, this.parts.language) })
  }

  private async takePicture(): Promise<void> {
    const picture = await this.parts.takePicture()
    if (!picture || this.disposed) return
    this.closeSheet()
    this.set({ sheet: { kind: 'picture', url: URL.createObjectURL(picture.blob), ...picture } })
    this.say(`placement.say.picture.${picture.contains}`)
    this.parts.events?.emit({ name: 'ar_picture', items: this.placed.length })
  }

  private share(): void {
    const room = this.room()
    const left = this.placed.length - room.items.length
    if (room.items.length === 0) this.say('placement.say.nothingToShare')
    else this.set({ sheet: { kind: 'share', url: this.parts.addressOf(room), left, copied: false } })
  }

  // Small things

  /** Brings the marks in the room up to the state: selection and sizes. */
  private mark(): void {
    const product = this.selectedProduct()
    this.world.select(product)
    const marks =
      product && this.state.dimensions
        ? new DimensionMarks(product.box, product.model.dimensions, this.parts.language)
        : undefined
    this.world.measure(product, marks)
  }

  private onFrame(): void {
    const { world, state } = this
    if (state.tracking !== world.tracking.state) {
      this.set({ tracking: world.tracking.state })
      this.say(`placement.tracking.${world.tracking.state}`)
    }
    if (!this.aiming.task) return
    const aim = this.aiming.state()
    if (aim === state.aim) return
    this.set({ aim })
    if (aim === 'fits') this.say('placement.say.surface')
    else if (aim === 'slow' || aim === 'stuck') this.say(`placement.scan.${aim}`)
    else if (aim !== 'searching') this.say(`placement.aim.${aim}`)
  }

  private set(change: Partial<PlacementState>): void {
    this.store.setState(change)
  }

  private say(key: string, values?: Readonly<Record<string, string | number>>): void {
    this.announcer.say(key, values)
  }

  private sayWhere(key: string, product: PlacedProduct): void {
    const { viewer, gaze } = this.world
    this.announcer.sayWhere(key, this.nameOf(product), product.position, viewer, gaze)
  }

  private list(): void {
    this.set({ placed: this.placed.map((product) => product.view(this.nameOf(product))) })
  }

  private nameOf({ placeable }: PlacedProduct): string {
    return localText(placeable.name, this.parts.language)
  }

  private placeableOf(sku: Sku): Placeable | undefined {
    return this.parts.placeables.find((placeable) => placeable.sku === sku)
  }

  private selectedProduct(): PlacedProduct | undefined {
    return this.arrangement.find(this.state.selected)
  }
}
