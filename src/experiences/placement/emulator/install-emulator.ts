import { SyntheticEnvironmentModule } from '@iwer/sem'
import { metaQuest3, XRDevice, type XRDeviceConfig } from 'iwer'
import {
  Color,
  type Group,
  NeutralToneMapping,
  PCFShadowMap,
  Quaternion,
  type Scene,
  Vector3,
  type WebGLRenderer,
} from 'three'
import { createStudio } from '../../../engine/studio'
import { type Emulator, setActiveEmulator } from './active-emulator'
import { DeskControls } from './desk-controls'
import { furnish } from './furnish'
import { type RoomFile, toSpatialScene } from './room-file'

/** Height of the eyes and how far down they look at first, metres and radians: the free floor is in the middle. */
const EYES = 1.6
const FIRST_PITCH = -0.5
/** Size of the arrows that move a controller: IWER's own, twice as big, lie over the panel. */
const HANDLE = 0.05
/** A phone held upright sees about 60 degrees from top to bottom. */
const PHONE_FOVY = Math.PI / 3

/**
 * Puts an emulated device on the page: a Quest 3 with rays, hands and IWER's own desk panel, or a phone. Both stand in
 * the furnished room of `assets/environment`. Import this file only when the address asks for it.
 */
export async function installEmulator(
  kind: Emulator['kind'],
  roomUrl = '/environment/living-room.json',
): Promise<Emulator> {
  const response = await fetch(roomUrl)
  const room = (await response.json()) as RoomFile
  const device = new XRDevice(kind === 'phone' ? phone() : headset(), {
    stereoEnabled: false,
    ipd: 0,
    ...(kind === 'phone' ? { fovy: PHONE_FOVY } : {}),
  })
  device.installRuntime({ forceInstall: true })
  device.installSEM(SyntheticEnvironmentModule)
  const { sem } = device
  if (!sem) throw new Error('the emulator has no room')
  sem.loadEnvironment(toSpatialScene(room))
  dress(sem, room)
  underTheApp((sem as unknown as RoomInside).renderer)
  const draw = drawnOnDemand(device, sem)
  device.position.set(0, EYES, 0)
  const pitch = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), FIRST_PITCH)
  device.quaternion.set(pitch.x, pitch.y, pitch.z, pitch.w)
  const look = kind === 'headset' ? await deskPanel(device, pitch) : deskPhone(device)
  const emulator: Emulator = {
    kind,
    look,
    drawRoom() {
      draw()
      return sem.environmentCanvas
    },
  }
  const host = globalThis as { vitrine?: Record<string, unknown> }
  host.vitrine = { ...host.vitrine, emulator: device }
  setActiveEmulator(emulator)
  return emulator
}

function headset(): XRDeviceConfig {
  // A headset has no DOM overlay; at a desk it is how a keyboard gets in.
  return { ...metaQuest3, supportedFeatures: [...metaQuest3.supportedFeatures, 'dom-overlay'] }
}

function phone(): XRDeviceConfig {
  return {
    ...metaQuest3,
    name: 'Phone',
    controllerConfig: undefined,
    supportedSessionModes: ['inline', 'immersive-ar'] as XRDeviceConfig['supportedSessionModes'],
    supportedFeatures: [
      'viewer',
      'local',
      'local-floor',
      'hit-test',
      'anchors',
      'plane-detection',
      'dom-overlay',
    ],
    interactionMode: 'screen-space' as XRDeviceConfig['interactionMode'],
    userAgent: navigator.userAgent,
  }
}

/**
 * Lets the room be drawn only when the head moved or the window changed: nothing in it moves by itself, and a machine
 * without a GPU has better things to do.
 *
 * @returns draws it in any case
 */
function drawnOnDemand(device: XRDevice, sem: NonNullable<XRDevice['sem']>): () => void {
  const render = sem.render.bind(sem)
  const last = new Float32Array(9)
  const now = new Float32Array(9)
  sem.render = (time) => {
    fitScreen(device)
    const { position: p, quaternion: q, canvasDimensions: c } = device
    now.set([p.x, p.y, p.z, q.x, q.y, q.z, q.w, c?.width ?? 0, c?.height ?? 0])
    if (now.every((value, index) => value === last[index])) return
    last.set(now)
    render(time)
  }
  return () => render(performance.now())
}

/** Sharper than this nobody sees, and each step costs its square in pixels. */
const SHARPEST = 2

/** Gives the app's canvas the pixels of the screen it is seen on: IWER counts CSS pixels and forgets resizing. */
function fitScreen({ appCanvas }: XRDevice): void {
  if (!appCanvas) return
  const ratio = Math.min(devicePixelRatio, SHARPEST)
  const width = Math.round(innerWidth * ratio)
  const height = Math.round(innerHeight * ratio)
  if (appCanvas.width !== width) appCanvas.width = width
  if (appCanvas.height !== height) appCanvas.height = height
}

/** One of IWER's own layers: as many pixels as the app's canvas, stretched over the window like it. */
function underTheApp(renderer: WebGLRenderer): void {
  renderer.setPixelRatio(1)
  const setSize = renderer.setSize.bind(renderer)
  renderer.setSize = (width, height) => {
    setSize(width, height, false)
    renderer.domElement.style.width = '100%'
    renderer.domElement.style.height = '100%'
  }
}

/** The parts of the room module that its types keep to themselves. */
interface RoomInside {
  readonly scene: Scene
  readonly renderer: WebGLRenderer
}

/** Replaces the grey boxes of the synthetic room by furniture. What is found stays as it was. */
function dress(sem: object, room: RoomFile): void {
  const { scene, renderer } = sem as RoomInside
  for (const child of [...scene.children]) if (child.type === 'GridHelper') child.removeFromParent()
  const furniture: Group = furnish(room)
  scene.add(furniture)
  scene.background = new Color('#e6f1fb')
  scene.environment = createStudio()
  scene.environmentIntensity = 0.7
  renderer.toneMapping = NeutralToneMapping
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.shadowMap.autoUpdate = false
  renderer.shadowMap.needsUpdate = true
}

const BOUNDS = { x: 2.4, near: 1.3, far: -3.1 }

function deskPhone(device: XRDevice): Emulator['look'] {
  const head = { position: new Vector3(0, EYES, 0), quaternion: new Quaternion() }
  const read = () => {
    head.position.set(device.position.x, device.position.y, device.position.z)
    const { x, y, z, w } = device.quaternion
    head.quaternion.set(x, y, z, w)
  }
  read()
  const controls = new DeskControls(head, BOUNDS, () => {
    device.position.set(head.position.x, head.position.y, head.position.z)
    const { x, y, z, w } = head.quaternion
    device.quaternion.set(x, y, z, w)
  })
  return (dx, dy) => {
    read()
    controls.look(dx, dy)
  }
}

/** The parts of IWER's desk panel that hold the head while nobody has locked the mouse. */
interface DeskPanelInside {
  readonly inputLayer: {
    readonly renderer: WebGLRenderer
    readonly transformHandles: ReadonlyMap<string, Group>
    readonly playerRig: Group
    readonly cameraRig: Group
    readonly combinedCameraPosition: Vector3
  }
}

async function deskPanel(device: XRDevice, pitch: Quaternion): Promise<Emulator['look']> {
  const { DevUI } = await import('@iwer/devui')
  device.installDevUI(DevUI)
  const { devui } = device
  if (!devui) return () => {}
  const down = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), FIRST_PITCH - 0.12)
  const held = (x: number) => ({ position: [x, 1.28, -0.36], quaternion: down.toArray() })
  const inputs = { left: held(-0.24), right: held(0.24) }
  devui.applyDefaultPose?.({
    headset: { position: [0, EYES, 0], quaternion: pitch.toArray() },
    controllers: inputs,
    hands: inputs,
  })
  const { inputLayer } = devui as unknown as DeskPanelInside
  const { playerRig, cameraRig, combinedCameraPosition } = inputLayer
  for (const handle of inputLayer.transformHandles.values()) handle.scale.setScalar(HANDLE)
  underTheApp(inputLayer.renderer)
  const head = { position: combinedCameraPosition, quaternion: new Quaternion() }
  head.quaternion.copy(pitch)
  const controls = new DeskControls(head, BOUNDS, () => {
    const euler = cameraRig.rotation.clone().setFromQuaternion(head.quaternion, 'YXZ')
    playerRig.rotation.set(0, euler.y, 0)
    cameraRig.rotation.set(euler.x, 0, 0)
  })
  return (dx, dy) => controls.look(dx, dy)
}
