import { createXRStore, XR } from '@react-three/xr'
import type { Catalogue } from '../../core/catalogue'
import type { EventBus } from '../../core/events'
import type { IntentDoor } from '../../core/intent-door'
import type { Language } from '../../core/languages'
import type { Messages } from '../../core/messages'
import type { Sku, VariantId } from '../../core/product'
import type { Room } from '../../core/room'
import { encodeRoom } from '../../core/room-code'
import type { ModelSource } from '../../engine/model-source'
import { activeEmulator } from './emulator/active-emulator'
import { exposePlaced } from './expose-placed'
import { HeadsetInput } from './headset-input'
import { mountOverlay } from './overlay/mount-overlay'
import { Panel } from './panel/panel'
import { PanelBinding } from './panel/panel-binding'
import { takePicture } from './picture'
import { OWN_FILE, placeableOfFile, placeablesOf } from './placeable'
import { faultBeforeAsking, faultOfRefusal, type PageFacts, type PlacementFault } from './placement-fault'
import type { PlacementModels, PlacementViewer } from './placement-host'
import { PlacementSession } from './placement-session'
import type { Sheet } from './placement-state'
import { ScreenInput } from './screen-input'
import { sessionInit } from './session-init'
import { createSessionRoot } from './session-root'
import { WorldBinding } from './world-binding'

/** What {@link openPlacement} needs. */
export interface PlacementOptions {
  /** The page's viewer: its renderer draws the session, and it resumes afterwards. */
  readonly viewer: PlacementViewer
  readonly models: PlacementModels
  readonly catalogue: Catalogue
  /** Address of the catalogue file, to which its paths are relative. */
  readonly catalogueUrl?: string
  /** Aimed with at once. */
  readonly first?: { readonly sku: Sku; readonly variant?: VariantId }
  /** A shared room, to be laid out where the shopper taps. */
  readonly room?: Room
  /** The shopper's own GLB, aimed with at once. */
  readonly file?: { readonly source: ModelSource; readonly name: string }
  readonly messages: Messages
  readonly language: Language
  readonly door: IntentDoor
  /** Told what happens in the room: `ar_start`, `ar_place`, `ar_move`, `ar_remove`, `ar_picture`, `share`, `ar_end`. */
  readonly events?: EventBus
  /** An empty element of the page; it becomes the session's DOM overlay. */
  readonly overlay: HTMLElement
  /** The session has ended, and how; the room as it stood. Sentences: `placement.ended.system` and `.graphics`. */
  readonly onEnd: (room: Room, how: SessionEnd) => void
}

/** The shopper left, the system ended the session (a call, the headset taken off), or the graphics stopped. */
export type SessionEnd = 'left' | 'system' | 'graphics'

/** A session that is under way. */
export interface OpenPlacement {
  /** The room as it stands. */
  room(): Room
  /** Ends the session; resolves when everything is put away. */
  leave(): Promise<void>
}

/**
 * Opens the shopper's room. Call it from a click: the browser asks for one, and nothing is awaited from the network
 * before the session is requested.
 */
export async function openPlacement(
  options: PlacementOptions,
): Promise<{ ok: true; session: OpenPlacement } | { ok: false; fault: PlacementFault }> {
  const facts = readPage()
  const before = faultBeforeAsking(facts)
  if (before) return { ok: false, fault: before }
  const { viewer, overlay, language, messages, door, events } = options

  const base = new URL(options.catalogueUrl ?? '/catalogue.json', location.href).href
  const placeables = [
    ...(options.file ? [placeableOfFile(options.file.source, options.file.name)] : []),
    ...placeablesOf(options.catalogue, base),
  ]
  if (placeables.length === 0) return { ok: false, fault: { code: 'nothingToPlace' } }
  try {
    // Made at first use: where there is no WebGL it is here that it shows.
    void viewer.renderer
  } catch (cause) {
    return { ok: false, fault: { code: 'noGraphics', cause } }
  }
  const init = sessionInit(overlay)
  const store = createXRStore({
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    // The system's own rate: a product that stands still gains nothing from 120 Hz but heat.
    frameRate: false,
    baseAssetPath: new URL('/profiles/', location.href).href,
    customSessionInit: init,
    // In their own room shoppers see their own hands and controllers: only the rays are drawn.
    controller: { model: false, grabPointer: false, rayPointer: { rayModel: { maxLength: 2 } } },
    hand: { model: false, grabPointer: false },
    screenInput: false,
    gaze: false,
    transientPointer: false,
  })

  viewer.suspend()
  const root = createSessionRoot(viewer)
  let leave = () => {}
  const session = new PlacementSession({
    models: options.models,
    placeables,
    messages,
    language,
    door,
    ...(events ? { events } : {}),
    takePicture: () => takePicture(viewer.renderer, root.scene, session.world),
    addressOf: (room) => new URL(`/room#${encodeRoom(room)}`, location.href).href,
    leave: () => leave(),
  })
  let headset: HeadsetInput | undefined
  let panel: Panel | undefined
  let readied = () => {}
  const onReady = () => readied()
  const onFrame = (frame: XRFrame, space: XRReferenceSpace, seconds: number) => {
    const { world } = session
    if (panel) {
      panel.update(world.viewer, world.gaze, seconds)
      world.blocked = panel.hovers(world.pointer)
    }
    if (!headset) return
    headset.space = space
    headset.update(frame, space, seconds)
  }
  const scene = () => (
    <XR store={store}>
      <WorldBinding world={session.world} onReady={onReady} onFrame={onFrame} />
      {panel ? <PanelBinding panel={panel} /> : null}
    </XR>
  )
  await new Promise<void>((resolve) => {
    readied = resolve
    root.render(scene())
  })

  const putAway = () => {
    session.dispose()
    root.end()
    store.destroy()
    viewer.resume()
  }

  let xr: XRSession | undefined
  try {
    xr = await store.enterAR()
  } catch (error) {
    putAway()
    return { ok: false, fault: faultOfRefusal(error, facts) }
  }
  if (!xr) {
    putAway()
    return { ok: false, fault: { code: 'unknown' } }
  }
  if (!canFindSurfaces(xr)) {
    await xr.end().catch(() => undefined)
    putAway()
    return { ok: false, fault: { code: 'noHitTest' } }
  }

  root.run()
  const entered = xr
  const onScreen = entered.interactionMode === 'screen-space'
  const overlaid = hasOverlay(entered)
  session.setLive(onScreen ? 'screen' : 'headset')
  const unmountOverlay = overlaid
    ? mountOverlay(overlay, session, { messages, language, onScreen })
    : () => {}
  const screen =
    overlaid && onScreen
      ? new ScreenInput(overlay, session, (dx, dy) => activeEmulator()?.look(dx, dy))
      : undefined
  if (!screen) {
    headset = new HeadsetInput(entered, session, (input) => panel?.hovers(input) ?? false)
  }
  if (!onScreen) {
    panel = new Panel(session, messages, language, () => savePicture(session.state.sheet))
    session.world.marks.push(panel.node)
    root.render(scene())
  }
  const hide = exposePlaced(session, panel)
  const onVisibility = () => session.world.tracking.setVisibility(entered.visibilityState)
  entered.addEventListener('visibilitychange', onVisibility)
  let how: SessionEnd = 'system'
  const end = (why: SessionEnd) => {
    how = why
    entered.end().catch(() => undefined)
  }
  const offContext = viewer.on('contextlost', () => end('graphics'))

  const { first } = options
  events?.emit({
    name: 'ar_start',
    mode: 'webxr',
    ...(first ? { item_id: first.sku } : {}),
    ...(first?.variant ? { item_variant: first.variant } : {}),
  })
  const began = performance.now()
  const ended = new Promise<void>((resolve) => {
    entered.addEventListener('end', () => {
      const room = session.room()
      const seconds = Math.round((performance.now() - began) / 1000)
      events?.emit({ name: 'ar_end', mode: 'webxr', seconds, items: session.placed.length })
      entered.removeEventListener('visibilitychange', onVisibility)
      offContext()
      hide()
      screen?.dispose()
      headset?.dispose()
      panel?.dispose()
      unmountOverlay()
      // three restores the renderer on the same event; what follows must come after it.
      queueMicrotask(() => {
        putAway()
        resolve()
        options.onEnd(room, how)
      })
    })
  })
  leave = () => end('left')

  await session.world.start(entered).catch(() => undefined)
  if (options.room) session.chooseRoom(options.room)
  else if (options.file) session.choose(OWN_FILE)
  else if (options.first) session.choose(options.first.sku, options.first.variant)
  else session.openPicker()

  return {
    ok: true,
    session: {
      room: () => session.room(),
      leave: () => {
        leave()
        return ended
      },
    },
  }
}

/** A headset's browser puts the file where its pictures are. */
function savePicture(sheet: Sheet | undefined): void {
  if (sheet?.kind !== 'picture') return
  const link = document.createElement('a')
  link.href = sheet.url
  link.download = 'vitrine.jpg'
  link.click()
}

function readPage(): PageFacts {
  const policy =
    (document as { permissionsPolicy?: Policy; featurePolicy?: Policy }).permissionsPolicy ??
    (document as { featurePolicy?: Policy }).featurePolicy
  return {
    secure: isSecureContext,
    hasXr: navigator.xr !== undefined,
    allowed: policy?.allowsFeature('xr-spatial-tracking'),
  }
}

interface Policy {
  allowsFeature(name: string): boolean
}

/** Hit tests, or at least planes. */
function canFindSurfaces(xr: XRSession): boolean {
  const features = xr.enabledFeatures
  if (!features) return xr.requestHitTestSource !== undefined
  return features.includes('hit-test') || features.includes('plane-detection')
}

function hasOverlay(xr: XRSession): boolean {
  return xr.domOverlayState != null || (xr.enabledFeatures?.includes('dom-overlay') ?? false)
}
