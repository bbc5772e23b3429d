import {
  CanvasTexture,
  Group,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
  Vector3,
} from 'three'
import type { Language } from '../../../core/languages'
import type { Messages } from '../../../core/messages'
import type { PlacementSession } from '../placement-session'
import { drawPanel, PIXELS } from './draw-panel'
import {
  buttonAt,
  layOutPanel,
  PANEL_TALLEST,
  PANEL_WIDTH,
  type PanelAction,
  type PanelButton,
  type PanelLayout,
} from './panel-layout'
import { PanelSeat } from './panel-seat'

const local = new Vector3()

/**
 * The panel in the room for headsets: a board at arm's length that stays where it is until the shopper has walked or
 * turned away. Reached by ray, by pinch and by poke.
 */
export class Panel {
  readonly node = new Group()
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>
  private readonly seat = new PanelSeat()
  private readonly context: CanvasRenderingContext2D | null
  private readonly texture: CanvasTexture
  private readonly hoverers = new Map<XRInputSource, PanelButton | undefined>()
  private readonly pressed = new Map<XRInputSource, PanelButton>()
  private readonly off: () => void
  private layout: PanelLayout
  private page = 0
  private stale = true

  constructor(
    private readonly session: PlacementSession,
    private readonly messages: Messages,
    private readonly language: Language,
    private readonly onSave: () => void,
  ) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(PANEL_WIDTH * PIXELS)
    canvas.height = Math.round(PANEL_TALLEST * PIXELS)
    this.context = canvas.getContext('2d')
    this.texture = new CanvasTexture(canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.minFilter = LinearFilter
    this.texture.generateMipmaps = false
    this.mesh = new Mesh(
      new PlaneGeometry(PANEL_WIDTH / 1000, PANEL_TALLEST / 1000),
      new MeshBasicMaterial({ map: this.texture, transparent: true, toneMapped: false }),
    )
    this.mesh.name = 'panel'
    this.mesh.renderOrder = 40
    this.node.add(this.mesh)
    this.layout = this.layOut()
    this.off = session.store.subscribe((state, before) => {
      if (state.sheet?.kind !== before.sheet?.kind) this.page = 0
      this.layout = this.layOut()
      this.stale = true
    })
  }

  /** Whether an input points at the panel. */
  hovers(input: XRInputSource | undefined): boolean {
    return input !== undefined && this.hoverers.has(input)
  }

  /** Once in each frame: redraws if something changed and keeps the panel in reach. */
  update(viewer: Readonly<Vector3>, gaze: Readonly<Vector3>, seconds: number): void {
    this.seat.update(viewer, gaze, seconds)
    this.node.position.copy(this.seat.position)
    this.node.rotation.set(this.seat.tilt, this.seat.yaw, 0, 'YXZ')
    if (!this.stale || !this.context) return
    this.stale = false
    let hovered: PanelButton | undefined
    for (const button of this.hoverers.values()) hovered ??= button
    drawPanel(this.context, this.layout, hovered)
    this.texture.needsUpdate = true
  }

  /** An input points at a spot of the panel, in world space; undefined when it left. */
  point(input: XRInputSource, at: Readonly<Vector3> | undefined): void {
    if (!at) {
      this.hoverers.delete(input)
      this.pressed.delete(input)
      this.stale = true
      return
    }
    const button = this.buttonUnder(at)
    if (this.hoverers.has(input) && this.hoverers.get(input) === button) return
    this.hoverers.set(input, button)
    this.stale = true
  }

  press(input: XRInputSource, at: Readonly<Vector3>): void {
    const button = this.buttonUnder(at)
    if (button) this.pressed.set(input, button)
  }

  /** Lets go: what was pressed is done if the input is still on it. */
  release(input: XRInputSource, at: Readonly<Vector3>): void {
    const button = this.pressed.get(input)
    this.pressed.delete(input)
    if (button && this.buttonUnder(at) === button) this.act(button.action)
  }

  dispose(): void {
    this.off()
    this.node.removeFromParent()
    this.mesh.geometry.dispose()
    this.mesh.material.dispose()
    this.texture.dispose()
  }

  /** Where the middle of a button is, in world space; for tests and for a pointer that snaps. */
  whereIs(action: PanelAction['do'], of: string | undefined, out: Vector3): Vector3 | undefined {
    const button = this.layout.buttons.find(({ action: each }) => {
      if (each.do !== action) return false
      if (of === undefined) return true
      return ('sku' in each && each.sku === of) || ('page' in each && String(each.page) === of)
    })
    if (!button) return undefined
    const x = button.x + button.width / 2 - PANEL_WIDTH / 2
    const y = PANEL_TALLEST / 2 - (button.y + button.height / 2)
    this.node.updateWorldMatrix(true, true)
    return this.mesh.localToWorld(out.set(x / 1000, y / 1000, 0))
  }

  private layOut(): PanelLayout {
    const { state, placeables } = this.session
    return layOutPanel(state, placeables, this.messages, this.language, this.page)
  }

  private buttonUnder(at: Readonly<Vector3>): PanelButton | undefined {
    this.mesh.worldToLocal(local.copy(at as Vector3))
    return buttonAt(this.layout, local.x * 1000 + PANEL_WIDTH / 2, PANEL_TALLEST / 2 - local.y * 1000)
  }

  private act(action: PanelAction): void {
    const { session } = this
    const { door, state } = session
    switch (action.do) {
      case 'leave':
        door.send({ type: 'leaveRoom' })
        break
      case 'add':
        session.openPicker()
        break
      case 'close':
        session.closeSheet()
        break
      case 'cancel':
        session.cancel()
        break
      case 'remove':
        session.removeSelected()
        break
      case 'undo':
        session.undo()
        break
      case 'picture':
        door.send({ type: 'takePicture' })
        break
      case 'share':
        door.send({ type: 'share' })
        break
      case 'sizes':
        door.send({ type: 'showDimensions', on: !state.dimensions })
        break
      case 'save':
        this.onSave()
        break
      case 'turn':
        session.turnBy(action.radians)
        break
      case 'carry':
        session.carry(action.item)
        break
      case 'variant':
        door.send({ type: 'chooseVariant', sku: action.sku, variant: action.variant })
        break
      case 'choose':
        session.choose(action.sku)
        break
      case 'page':
        this.page = action.page
        this.layout = this.layOut()
        this.stale = true
        break
    }
  }
}
