import { Camera } from '../../platform/camera'
import { openPhoto } from '../../platform/photo'
import { photoLens } from '../../platform/photo-lens'
import { deviceKind } from '../../platform/user-agent'
import type { CameraHints } from './fit/estimate-intrinsics'
import type { Intrinsics } from './fit/intrinsics'
import type { FrameSource } from './frame-source'
import type { PeoplePictures } from './people'
import { StillSource } from './still-source'
import type { Tracker } from './tracker/tracker'
import type { TryOnFault, TryOnSource } from './try-on-state'

/** A source that gives frames, and what else is known of it. */
export type OpenedSource =
  | {
      readonly ok: true
      readonly frames: FrameSource
      /** What helps to know the camera's lens. */
      readonly hints: CameraHints
      /** The lens itself, where it is known. */
      readonly intrinsics?: Intrinsics
      /** Where what is seen was recorded, nothing needs to be looked at. */
      readonly replay?: Tracker
      /** Seen as in a mirror: a camera that looks at whoever holds it. */
      readonly mirrored: boolean
      /** Id of the camera. */
      readonly device?: string | undefined
      /** A model who can turn: which of their pictures is shown, and another instead. */
      readonly pictures?: PeoplePictures
    }
  | { readonly ok: false; readonly fault: TryOnFault }

/** Opens a source of frames. Never rejects. */
export async function openSource(
  source: TryOnSource,
  people: (id: string, signal: AbortSignal) => Promise<OpenedSource>,
  signal: AbortSignal,
): Promise<OpenedSource> {
  switch (source.kind) {
    case 'camera': {
      const opened = await Camera.open(source, signal)
      if (!opened.ok) return opened
      const { camera } = opened
      const { facing, device } = camera
      const hints = { facing, device: heldOrNot() }
      return { ok: true, frames: camera, hints, mirrored: facing === 'user', device }
    }
    case 'photo': {
      const opened = await openPhoto(source.file)
      if (!opened.ok) return opened
      return {
        ok: true,
        frames: new StillSource(opened.bitmap),
        hints: { focal35: await photoLens(source.file) },
        mirrored: false,
      }
    }
    case 'model':
      return people(source.id, signal)
  }
}

function heldOrNot(): CameraHints['device'] {
  return deviceKind(navigator.userAgent, navigator.maxTouchPoints) === 'desktop' ? 'computer' : 'phone'
}
