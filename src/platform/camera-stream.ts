import { type CameraFault, cameraFaultOf } from './camera-fault'
import { allowsFeature } from './capability'
import { inAppBrowser } from './user-agent'

/** Which way a camera looks: at whoever holds the device, or away from them. */
export type CameraFacing = 'user' | 'environment'

/** Which camera is wanted. */
export interface CameraWish {
  readonly facing: CameraFacing
  /** Id of the one that was on: another than this is wanted, whatever way it looks. Webcams do not say which way that is. */
  readonly unlike?: string | undefined
}

/** A camera's pictures, running, or why there are none. */
export type OpenedStream =
  | { readonly ok: true; readonly stream: MediaStream; readonly track: MediaStreamTrack }
  | { readonly ok: false; readonly fault: CameraFault }

/**
 * Asks for a camera. The browser asks the shopper, if it does not remember their answer. Never rejects.
 *
 * The size is asked for as the sensor lies: phones held upright answer 1280 × 720 with 720 × 1280. All of it is a wish, so that no
 * camera is refused for being small.
 */
export async function openCameraStream(
  { facing, unlike }: CameraWish,
  signal?: AbortSignal,
): Promise<OpenedStream> {
  const known = knownFault()
  if (known) return { ok: false, fault: known }
  try {
    let stream = await ask({ facingMode: { ideal: facing } })
    if (unlike !== undefined && idOf(stream) === unlike && !signal?.aborted) {
      const other = await cameraAfter(unlike)
      if (other !== undefined) {
        // Many devices run one camera at a time.
        stopStream(stream)
        // As a wish it would be weighed against the size of its pictures.
        stream = await ask({ deviceId: { exact: other } })
      }
    }
    const [track] = stream.getVideoTracks()
    if (signal?.aborted || !track) {
      // Whoever asked has left meanwhile: the camera's lamp must not stay on.
      stopStream(stream)
      return { ok: false, fault: { code: track ? 'aborted' : 'camera-missing' } }
    }
    return { ok: true, stream, track }
  } catch (error) {
    if (signal?.aborted) return { ok: false, fault: { code: 'aborted' } }
    return {
      ok: false,
      fault: cameraFaultOf({
        name: error instanceof Error ? error.name : '',
        permission: await cameraPermission(),
        allowed: allowsFeature('camera'),
        inApp: inAppBrowser(navigator.userAgent) !== undefined,
      }),
    }
  }
}

function ask(which: MediaTrackConstraints): Promise<MediaStream> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } }
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, ...size } })
}

function idOf(stream: MediaStream): string | undefined {
  return stream.getVideoTracks()[0]?.getSettings().deviceId
}

/** The next of the device's cameras, the first again after the last; undefined when there is one alone. */
async function cameraAfter(id: string): Promise<string | undefined> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  const ids = devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId)
  const next = ids[(ids.indexOf(id) + 1) % ids.length]
  return next === id ? undefined : next
}

/** What keeps a camera from being opened here whatever the shopper says: known before they are asked. */
export function knownFault(): CameraFault | undefined {
  if (!isSecureContext) return { code: 'camera-insecure' }
  const inApp = inAppBrowser(navigator.userAgent) !== undefined
  // Typed as always there, yet old browsers and web views lack it.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia)
    return inApp ? { code: 'camera-denied', why: 'in-app' } : { code: 'camera-missing' }
  if (!allowsFeature('camera')) return { code: 'camera-denied', why: 'policy' }
  return undefined
}

/** What the browser remembers of the shopper's answer; undefined where it does not tell. */
async function cameraPermission(): Promise<PermissionState | undefined> {
  try {
    // Firefox knows no such name before 2025, and throws.
    return (await navigator.permissions.query({ name: 'camera' as PermissionName })).state
  } catch {
    return undefined
  }
}

/** How many cameras there are; before the first permission some browsers say one where there are more. */
export async function countCameras(): Promise<number> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.filter(({ kind }) => kind === 'videoinput').length
  } catch {
    return 0
  }
}

/** Switches the camera off. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
