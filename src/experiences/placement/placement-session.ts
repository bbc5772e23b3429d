import { Quaternion, type Ray, Vector3 } from 'three'
import type { IntentDoor } from '../../core/intent-door'
import type { Language } from '../../core/languages'
import { formatLength } from '../../core/length'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Sku, VariantId } from '../../core/product'
import type { Pose, Room } from '../../core/room'
import { DimensionMarks } from './dimension-marks'
import { Loading } from './loading'
import { OWN_FILE, type Placeable } from './placeable'
import { PlacedProduct, settle } from './placed-product'
import type { PlacementModel, PlacementModels } from './placement-host'
import { type AimState, createPlacementStore, type PlacedView, type PlacementState } from './placement-state'
import { type AimTask, PlacementWorld, poseOfAim } from './placement-world'
import type { Footprint } from './reticle'
import { fromRoom, NO_ORIGIN, toRoom } from './room-frame'
import { headingOf } from './surface'
import { whereabouts } from './whereabouts'

/** Seconds without a surface after which the hint says to move slowly, and then to make light. */
const SLOW_SECONDS = 6
const STUCK_SECONDS = 14
/** Seconds a removed product can be brought back. */
const UNDO_SECONDS = 10
/** Milliseconds without change after which a movement has come to rest. */
const REST_MS = 500

/** What the session is given. */
export interface SessionParts {
  readonly models: PlacementModels
  readonly placeables: readonly Placeable[]
  readonly messages: Messages
  readonly language: Language
  readonly door: IntentDoor
  /** Takes a picture of what is drawn now. */
  readonly takePicture: () => Promise<{ blob: Blob; contains: 'products' | 'room' } | undefined>
  /** Address that opens a room. */
  readonly addressOf: (room: Room) => string
  readonly leave: () => void
}

type Task = AimTask &
  (
    | { readonly kind: 'product'; readonly loading: Loading; variant: VariantId }
    | { readonly kind: 'room'; readonly room: Room; readonly loadings: readonly Loading[] }
    | { readonly kind: 'carried'; readonly product: PlacedProduct; readonly from: Pose }
  )

/**
 * What a shopper does in their room: the state behind overlay and panel, and the intents that change it.
 * Knows no React, no DOM and no session; the world below it does the geometry.
 */
export class PlacementSession {
  readonly store = createPlacementStore()
  readonly world: PlacementWorld
  private readonly products: PlacedProduct[] = []
  private readonly offs: (() => void)[] = []
  private task: Task | undefined
  private removed: { product: PlacedProduct; index: number; timer: ReturnType<typeof setTimeout> } | undefined
  private searchingSince: number | undefined
  private numbered = 0
  private turns = 0
  private resting: ReturnType<typeof setTimeout> | undefined
  private disposed = false

  constructor(private readonly parts: SessionParts) {
    this.world = new PlacementWorld({ onFrame: () => this.onFrame() })
    const { door } = parts
    this.offs.push(
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
    )
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
    return this.products
  }

  /** The room as it stands. Its origin is the first product's pose; what no link can share is left out. */
  room(): Room {
    const shared = this.products.filter((product) => product.placeable.sku !== OWN_FILE)
    const origin = shared[0]?.pose ?? NO_ORIGIN
    return {
      items: shared.map((product) => ({
        id: product.id,
        sku: product.placeable.sku,
        variant: product.variant,
        pose: toRoom(origin, product.pose),
      })),
    }
  }

  /** Begins to aim with a product. */
  choose(sku: Sku, variant?: VariantId): void {
    const placeable = this.placeableOf(sku)
    if (!placeable) return
    this.cancel()
    const loading = new Loading(this.parts.models, placeable, () => this.onLoading())
    const first = variant ?? placeable.variants[0]?.id ?? ''
    this.task = { kind: 'product', stand: placeable.stand, turn: 0, loading, variant: first }
    this.beginAim()
    this.set({ sheet: undefined, selected: undefined })
    this.mark()
    loading.start()
  }

  /** Begins to aim with a whole room. */
  chooseRoom(room: Room): void {
    const items = room.items.filter(({ sku }) => this.placeableOf(sku))
    const loadings = items.flatMap(({ sku }) => {
      const placeable = this.placeableOf(sku)
      return placeable ? [new Loading(this.parts.models, placeable, () => this.onLoading())] : []
    })
    const stand = loadings[0]?.placeable.stand
    if (!stand) return
    this.cancel()
    this.task = { kind: 'room', stand, turn: 0, room: { items }, loadings }
    this.beginAim()
    for (const loading of loadings) loading.start()
  }

  /** Picks a placed product up, to be put down where the shopper aims. */
  carry(id: string): void {
    const product = this.find(id)
    if (!product) return
    this.cancel()
    this.world.release(product)
    this.task = { kind: 'carried', stand: product.placeable.stand, turn: 0, product, from: product.pose }
    product.node.visible = false
    this.beginAim()
    this.say('placement.say.carried', { name: this.nameOf(product.placeable) })
  }

  /** Gives up what is being aimed. */
  cancel(): void {
    const { task } = this
    if (!task) return
    if (task.kind === 'carried') {
      task.product.node.visible = true
      this.world.anchor(task.product)
    } else {
      for (const loading of loadingsOf(task)) loading.dispose()
    }
    this.endAim()
  }

  /** Puts down what is being aimed, if it can be put there. By key, button, tap, trigger or pinch. */
  placeHere(): boolean {
    const { task, world } = this
    if (!task || !world.aim.fits || !isLoaded(task)) return false
    const pose = poseOfAim(world.aim)
    if (task.kind === 'product') {
      const { sku } = task.loading.placeable
      this.parts.door.send({ type: 'place', sku, variant: task.variant, pose: this.toRoom(pose) })
    } else if (task.kind === 'carried') {
      this.parts.door.send({ type: 'move', item: task.product.id, pose: this.toRoom(pose) })
    } else {
      this.layOut(task.room, task.loadings, pose)
    }
    return true
  }

  select(id: string | undefined): void {
    if (this.state.selected === id) return
    this.set({ selected: id })
    this.mark()
    const product = id === undefined ? undefined : this.find(id)
    if (product) this.say('placement.say.selected', { name: this.nameOf(product.placeable) })
  }

  /** Selects what a ray meets. @returns whether it met anything */
  selectAlong(ray: Readonly<Ray>): boolean {
    const product = this.world.pick(ray)
    this.select(product?.id)
    return product !== undefined
  }

  /** Takes hold of a product along a ray. @returns whether there is one */
  grab(ray: Readonly<Ray>, byFinger: boolean): boolean {
    if (this.task) return false
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
    this.parts.door.send({ type: 'move', item: product.id, pose: this.toRoom(product.pose) })
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
    const step = new Vector3()
    if (product.placeable.stand === 'wall') {
      step.set(right, away, 0).applyAxisAngle(UP, product.yaw)
    } else {
      const heading = headingOf(this.world.gaze)
      step.set(-right, 0, away).applyAxisAngle(UP, heading)
    }
    const { x, y, z, yaw } = product.pose
    const pose = { x: x + step.x, y: y + step.y, z: z + step.z, yaw }
    this.parts.door.send({ type: 'move', item: product.id, pose: this.toRoom(pose) })
  }

  /** Turns what is aimed or selected, counter-clockwise from above. */
  turnBy(radians: number): void {
    const { task } = this
    if (task) {
      task.turn += radians
      return
    }
    const product = this.selectedProduct()
    if (product) this.parts.door.send({ type: 'turn', item: product.id, byRadians: radians })
  }

  removeSelected(): void {
    const { selected } = this.state
    if (selected !== undefined) this.parts.door.send({ type: 'remove', item: selected })
  }

  /** Brings back what was removed last. */
  undo(): void {
    const { removed } = this
    if (!removed) return
    clearTimeout(removed.timer)
    this.removed = undefined
    this.products.splice(removed.index, 0, removed.product)
    this.world.add(removed.product)
    this.world.anchor(removed.product)
    this.set({ undo: undefined })
    this.list()
    this.select(removed.product.id)
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
  }

  setLive(device: PlacementState['device']): void {
    this.set({ phase: 'live', device })
  }

  /** Says a sentence to screen readers. */
  say(key: string, values?: Readonly<Record<string, string | number>>): void {
    this.turns += 1
    this.set({ said: { text: this.parts.messages(key, values), turn: this.turns } })
  }

  /** Says something once a movement has come to rest: nobody wants each degree read out. */
  private sayAtRest(say: () => void): void {
    clearTimeout(this.resting)
    this.resting = setTimeout(say, REST_MS)
  }

  /** Ends the session's part: everything placed is freed. */
  dispose(): void {
    if (this.disposed) return
    this.disposed = true
    for (const off of this.offs) off()
    clearTimeout(this.resting)
    if (this.removed) {
      clearTimeout(this.removed.timer)
      this.removed.product.dispose()
    }
    for (const loading of this.task ? loadingsOf(this.task) : []) loading.dispose()
    this.task = undefined
    this.closeSheet()
    this.world.dispose()
    this.set({ phase: 'ended', pending: undefined, placed: [], selected: undefined, undo: undefined })
  }

  // Intents

  private place(sku: Sku, variant: VariantId, pose: Pose): void {
    const placeable = this.placeableOf(sku)
    if (!placeable) return
    const { task } = this
    const stands = this.fromRoom(pose)
    if (task?.kind === 'product' && task.loading.placeable.sku === sku && task.loading.model) {
      const model = task.loading.take()
      if (!model) return
      const normal = this.world.aim.normal.clone()
      this.endAim()
      this.stand(placeable, variant, model, stands, normal)
      return
    }
    // Someone else's wish (the guide, a host page): the model may still have to come.
    const loading = new Loading(this.parts.models, placeable, () => {
      const model = loading.take()
      if (!model) return
      if (this.disposed) model.release()
      else this.stand(placeable, variant, model, stands, normalAt(placeable, stands))
    })
    loading.start()
  }

  private stand(
    placeable: Placeable,
    variant: VariantId,
    model: PlacementModel,
    pose: Pose,
    normal: Vector3,
  ): PlacedProduct {
    const product = this.add(placeable, variant, model, pose, normal)
    this.list()
    this.select(product.id)
    this.sayWhere('placement.say.placed', product)
    return product
  }

  private add(
    placeable: Placeable,
    variant: VariantId,
    model: PlacementModel,
    pose: Pose,
    normal: Vector3,
  ): PlacedProduct {
    this.numbered += 1
    const product = new PlacedProduct(`item-${this.numbered}`, placeable, model, variant)
    product.stand(pose)
    product.surface.point.copy(product.position)
    product.surface.normal.copy(normal)
    this.products.push(product)
    this.world.add(product)
    this.world.anchor(product)
    this.dress(product)
    return product
  }

  private layOut(room: Room, loadings: readonly Loading[], origin: Pose): void {
    const first = room.items[0]?.pose ?? NO_ORIGIN
    room.items.forEach((item, index) => {
      const loading = loadings[index]
      const model = loading?.take()
      if (!loading || !model) return
      const pose = fromRoom(origin, toRoom(first, item.pose))
      this.add(loading.placeable, item.variant, model, pose, normalAt(loading.placeable, pose))
    })
    this.endAim()
    this.list()
    this.say('placement.say.laidOut', { count: this.products.length })
  }

  private move(id: string, pose: Pose): void {
    const product = this.find(id)
    if (!product) return
    const { task } = this
    const target = this.fromRoom(pose)
    product.stand(target)
    if (task?.kind === 'carried' && task.product === product) {
      product.surface.point.copy(product.position)
      product.surface.normal.copy(this.world.aim.normal)
      product.node.visible = true
      this.endAim()
      this.select(product.id)
    }
    this.world.anchor(product)
    this.sayAtRest(() => this.sayWhere('placement.say.moved', product))
  }

  private turn(id: string, radians: number): void {
    const product = this.find(id)
    if (!product || product.placeable.stand === 'wall') return
    product.yaw += radians
    product.anchor?.rebind()
    this.sayAtRest(() => {
      const degrees = Math.round((product.yaw * 180) / Math.PI + 360) % 360
      this.say('placement.say.turned', { name: this.nameOf(product.placeable), degrees })
    })
  }

  private remove(id: string): void {
    const product = this.find(id)
    if (!product) return
    const index = this.products.indexOf(product)
    this.forgetRemoved()
    this.products.splice(index, 1)
    this.world.remove(product)
    const timer = setTimeout(() => this.forgetRemoved(), UNDO_SECONDS * 1000)
    this.removed = { product, index, timer }
    const name = this.nameOf(product.placeable)
    this.set({ undo: { name }, selected: undefined })
    this.mark()
    this.list()
    this.say('placement.say.removed', { name })
  }

  private forgetRemoved(): void {
    if (!this.removed) return
    clearTimeout(this.removed.timer)
    this.removed.product.dispose()
    this.removed = undefined
    if (!this.disposed) this.set({ undo: undefined })
  }

  private chooseVariant(sku: Sku, variant: VariantId): void {
    const { task } = this
    if (task?.kind === 'product' && task.loading.placeable.sku === sku) {
      task.variant = variant
      const name = task.loading.placeable.variants.find(({ id }) => id === variant)?.materialVariant
      if (name) task.loading.model?.setVariant(name).then(() => this.showGhost())
      this.pend()
      return
    }
    const selected = this.selectedProduct()
    const product =
      selected?.placeable.sku === sku ? selected : this.products.findLast((p) => p.placeable.sku === sku)
    const choice = product?.placeable.variants.find(({ id }) => id === variant)
    if (!product || !choice) return
    product.variant = variant
    this.dress(product)
    this.list()
    this.say('placement.say.variant', {
      name: this.nameOf(product.placeable),
      variant: localText(choice.name, this.parts.language),
    })
  }

  private async takePicture(): Promise<void> {
    const picture = await this.parts.takePicture()
    if (!picture || this.disposed) return
    this.set({ sheet: { kind: 'picture', url: URL.createObjectURL(picture.blob), ...picture } })
    this.say(`placement.say.picture.${picture.contains}`)
  }

  private share(): void {
    const room = this.room()
    const left = this.products.length - room.items.length
    if (room.items.length === 0) {
      this.say('placement.say.nothingToShare')
      return
    }
    this.set({ sheet: { kind: 'share', url: this.parts.addressOf(room), left, copied: false } })
  }

  /** Brings the marks in the room up to the state: selection and sizes. */
  private mark(): void {
    const product = this.selectedProduct()
    this.world.select(product)
    if (!product || !this.state.dimensions) {
      this.world.measure(undefined, undefined)
      return
    }
    const { width, height, depth } = product.model.dimensions
    const texts = (metres: number) => [
      formatLength(metres, this.parts.language, 'cm'),
      formatLength(metres, this.parts.language, 'in'),
    ]
    const marks = new DimensionMarks(product.box, {
      width: texts(width),
      height: texts(height),
      depth: texts(depth),
    })
    this.world.measure(product, marks)
  }

  // Aim

  private beginAim(): void {
    this.world.task = this.task
    this.searchingSince = undefined
    this.set({ aim: 'searching' })
    this.pend()
    this.drawFootprint()
    this.showGhost()
  }

  private endAim(): void {
    this.task = undefined
    this.world.task = undefined
    this.world.ghost.clear()
    this.world.reticle.hide()
    this.set({ pending: undefined })
  }

  private onLoading(): void {
    if (this.disposed || !this.task) return
    const { task } = this
    if (task.kind === 'product' && task.loading.model) {
      const name = task.loading.placeable.variants.find(({ id }) => id === task.variant)?.materialVariant
      if (name) task.loading.model.setVariant(name).then(() => this.showGhost())
    }
    this.pend()
    this.drawFootprint()
    this.showGhost()
  }

  private pend(): void {
    const { task } = this
    if (!task) return
    if (task.kind === 'carried') {
      const { product } = task
      const name = this.nameOf(product.placeable)
      this.set({ pending: { kind: 'carried', item: product.id, name, stand: task.stand } })
      return
    }
    const loadings = loadingsOf(task)
    const loaded = loadings.reduce((sum, { share }) => sum + share, 0) / loadings.length
    const fault = loadings.find(({ fault }) => fault)?.fault
    const failed = fault ? { failed: this.parts.messages(`fault.${fault.code}`, fault.detail) } : {}
    if (task.kind === 'room') {
      this.set({ pending: { kind: 'room', count: loadings.length, stand: task.stand, loaded, ...failed } })
      return
    }
    const { placeable } = task.loading
    this.set({
      pending: {
        kind: 'product',
        sku: placeable.sku,
        name: this.nameOf(placeable),
        stand: placeable.stand,
        variant: task.variant,
        variants: placeable.variants,
        loaded,
        ...failed,
      },
    })
  }

  private drawFootprint(): void {
    const { task } = this
    if (!task) return
    const footprints: Footprint[] = []
    const add = (placeable: Placeable, dimensions: Footprint['dimensions'] | undefined, pose: Pose) => {
      if (dimensions) footprints.push({ stand: placeable.stand, dimensions, ...pose })
    }
    if (task.kind === 'carried') {
      add(task.product.placeable, task.product.model.dimensions, NO_ORIGIN)
    } else if (task.kind === 'product') {
      const { placeable, model } = task.loading
      add(placeable, model?.dimensions ?? placeable.dimensions, NO_ORIGIN)
    } else {
      const origin = task.room.items[0]?.pose ?? NO_ORIGIN
      task.room.items.forEach((item, index) => {
        const loading = task.loadings[index]
        if (!loading) return
        const { placeable, model } = loading
        add(placeable, model?.dimensions ?? placeable.dimensions, toRoom(origin, item.pose))
      })
    }
    this.world.reticle.draw(footprints)
  }

  private showGhost(): void {
    const { task, world } = this
    if (!task) return
    if (task.kind === 'carried') {
      world.ghost.show([task.product.model.object])
    } else if (task.kind === 'product') {
      const { model, placeable } = task.loading
      if (model) settle(model, placeable)
      world.ghost.show(model ? [model.object] : [])
    } else {
      const origin = task.room.items[0]?.pose ?? NO_ORIGIN
      const objects = task.loadings.flatMap(({ model, placeable }, index) => {
        const item = task.room.items[index]
        if (!model || !item) return []
        settle(model, placeable)
        const object = model.object.clone(true)
        const pose = toRoom(origin, item.pose)
        const offset = object.position.clone().applyAxisAngle(UP, pose.yaw)
        object.position.set(pose.x, pose.y, pose.z).add(offset)
        object.quaternion.premultiply(new Quaternion().setFromAxisAngle(UP, pose.yaw))
        return [object]
      })
      world.ghost.show(objects)
    }
  }

  private onFrame(): void {
    const { world, state } = this
    if (state.tracking !== world.tracking.state) {
      this.set({ tracking: world.tracking.state })
      this.say(`placement.tracking.${world.tracking.state}`)
    }
    if (!this.task) return
    const aim = this.aimState()
    if (aim === state.aim) return
    this.set({ aim })
    if (aim === 'fits') this.say('placement.say.surface')
    else if (aim !== 'searching')
      this.say(aim === 'slow' || aim === 'stuck' ? `placement.scan.${aim}` : `placement.aim.${aim}`)
  }

  private aimState(): AimState {
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

  // Small things

  private set(change: Partial<PlacementState>): void {
    this.store.setState(change)
  }

  private list(): void {
    const placed: PlacedView[] = this.products.map((product) => ({
      id: product.id,
      sku: product.placeable.sku,
      name: this.nameOf(product.placeable),
      stand: product.placeable.stand,
      variant: product.variant,
      variants: product.placeable.variants,
      dimensions: product.model.dimensions,
    }))
    this.set({ placed })
  }

  private dress(product: PlacedProduct): void {
    const name = product.placeable.variants.find(({ id }) => id === product.variant)?.materialVariant
    if (name) void product.model.setVariant(name)
  }

  private sayWhere(key: string, product: PlacedProduct): void {
    const { distance, direction } = whereabouts(product.position, this.world.viewer, this.world.gaze)
    this.say(key, {
      name: this.nameOf(product.placeable),
      distance: formatLength(distance, this.parts.language, 'm'),
      direction,
    })
  }

  private nameOf(placeable: Placeable): string {
    return localText(placeable.name, this.parts.language)
  }

  private placeableOf(sku: Sku): Placeable | undefined {
    return this.parts.placeables.find((placeable) => placeable.sku === sku)
  }

  private find(id: string): PlacedProduct | undefined {
    return this.products.find((product) => product.id === id)
  }

  private selectedProduct(): PlacedProduct | undefined {
    const { selected } = this.state
    return selected === undefined ? undefined : this.find(selected)
  }

  private origin(): Pose {
    return this.products[0]?.pose ?? NO_ORIGIN
  }

  private toRoom(pose: Pose): Pose {
    return toRoom(this.origin(), pose)
  }

  private fromRoom(pose: Pose): Pose {
    return fromRoom(this.origin(), pose)
  }
}

const UP = new Vector3(0, 1, 0)

function loadingsOf(task: Task): readonly Loading[] {
  if (task.kind === 'product') return [task.loading]
  return task.kind === 'room' ? task.loadings : []
}

function isLoaded(task: Task): boolean {
  return loadingsOf(task).every(({ model }) => model !== undefined)
}

/** The normal of the surface that a product at a pose must be standing on. */
function normalAt(placeable: Placeable, pose: Pose): Vector3 {
  if (placeable.stand === 'wall') return new Vector3(Math.sin(pose.yaw), 0, Math.cos(pose.yaw))
  return new Vector3(0, placeable.stand === 'ceiling' ? -1 : 1, 0)
}
