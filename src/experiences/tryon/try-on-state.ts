import type { Sku, VariantId } from '../../core/product'
import type { CameraFault } from '../../platform/camera-fault'
import type { PhotoFault } from '../../platform/photo'
import type { FitNote } from './looks/fit-note'
import type { TrackerFault } from './tracker/tracker-fault'

/** Where the picture comes from. */
export type TryOnSource =
  | {
      readonly kind: 'camera'
      readonly facing: 'user' | 'environment'
      /** Another camera than this is wanted: {@link TryOnState.device} of the one that was on. */
      readonly unlike?: string | undefined
    }
  /** The shopper's own picture, which never leaves the page. */
  | { readonly kind: 'photo'; readonly file: Blob }
  /** One of our model people, by id; or one of our model hands. */
  | { readonly kind: 'model'; readonly id: string }

/** What the shopper should do for a better fit; the sentence is `tryon.guidance.<code>`. */
export type Guidance =
  | 'no-face'
  | 'no-hand'
  | 'come-closer'
  | 'go-back'
  | 'more-light'
  | 'one-face'
  | 'turn-to-camera'
  | 'show-back-of-hand'
  | 'show-wrist'

/** What kept try-on from working; the sentence is `tryon.fault.<code>`, what to do next `tryon.remedy.<code>`. */
export type TryOnFault =
  | TrackerFault
  | CameraFault
  | PhotoFault
  | { readonly code: 'photo-no-face' | 'photo-no-hand' }
  | {
      readonly code: 'model-unreachable' | 'people-unreachable' | 'not-wearable' | 'no-webgl' | 'context-lost'
    }

/** What is worn, in one finish. */
export interface Worn {
  readonly sku: Sku
  readonly variant: VariantId
}

/** How the picture is divided. */
export type TryOnLayout =
  | { readonly kind: 'single' }
  /** The same moment twice: what is worn at the left, `other` at the right. */
  | { readonly kind: 'beside'; readonly other: Worn }
  /** Without at the start, with at the end; `share` is the line's place, 0..1. */
  | { readonly kind: 'slider'; readonly share: number }

/** How a frame's width compares with the face. A sizing aid. */
export type FrameWidthFit = 'narrow' | 'good' | 'wide'

/** Where a head looks, as its wearer says it. */
export type Turned = 'ahead' | 'left' | 'right'

/**
 * The room behind whoever is in the picture: seen, hidden, seen until what tells people from rooms has come (`hiding`), or seen although it was to be
 * hidden, because that could not be had (`failed`).
 */
export type RoomSight = 'shown' | 'hiding' | 'hidden' | 'failed'

/** What a screen needs to know of try-on while it runs. */
export interface TryOnState {
  readonly phase: 'idle' | 'loading' | 'running' | 'failed'
  /** 0..1 while something of known size is on its way. */
  readonly progress: number | undefined
  /** 0..1 while a photo, in which nobody was found at once, is searched part by part. */
  readonly searched: number | undefined
  readonly fault: TryOnFault | undefined
  readonly source: TryOnSource | undefined
  /** The browser's id of the camera that is on; means nothing anywhere else. */
  readonly device: string | undefined
  readonly worn: Worn | undefined
  readonly layout: TryOnLayout
  /** Seen as in a mirror. */
  readonly mirrored: boolean
  readonly guidance: Guidance | undefined
  /** Whether the thing worn is in the picture now. */
  readonly seen: boolean
  /** Of the first face; `ahead` for hands. */
  readonly turned: Turned
  /** Metres; the distance between the pupils with its standard deviation. */
  readonly pupils: { readonly value: number; readonly uncertainty: number } | undefined
  readonly frameFit: FrameWidthFit | undefined
  /** How a thing of one size sits, where it is too small or too large. */
  readonly note: FitNote | undefined
  readonly room: RoomSight
  /** Faces or hands in the picture. */
  readonly count: number
}
