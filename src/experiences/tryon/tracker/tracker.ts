import type { TrackerFault } from './tracker-fault'

/** What is looked for in a picture. */
export type Subject = 'face' | 'hand' | 'person'

/** One picture: unmirrored, as the camera sees it. Whoever holds it closes it. */
export type Frame = ImageBitmap | VideoFrame

/** Points of one face. */
export interface FaceLandmarks {
  /**
   * 478 × (x, y, z): pixels of the unmirrored frame, x right, y down, origin at the frame's top left corner; z in the same unit, growing away from
   * the camera, relative to the head. Numbered as MediaPipe's face mesh; 468-472 are the iris at image left (the wearer's right), 473-477 the other, centre first.
   */
  readonly points: Float32Array
  /** The same before our refinement in the picture, for comparison. Absent when nothing was refined. */
  readonly raw?: Float32Array
  /**
   * 2 × (x, y, deviation): where the left and the right ear are pierced, as found in the picture, pixels, and one standard deviation of it. A deviation of 0 means
   * that no ear was found there: under hair, turned away, beyond the frame. Absent when nothing was refined.
   */
  readonly lobes?: Float32Array
}

/** Points of one hand. */
export interface HandLandmarks {
  /** 21 × (x, y, z), pixels as in {@link FaceLandmarks.points}; z relative to the wrist. Numbered as MediaPipe's hand. */
  readonly points: Float32Array
  /** 21 × (x, y, z), metres; x right, y down, z away from the camera; origin at the hand's centre. The model's guess of true size. */
  readonly world: Float32Array
  /** Whose side it is, as the wearer says it. */
  readonly side: 'left' | 'right'
  /** 0..1 */
  readonly confidence: number
  /** The forearm's edges as found in the picture; absent where they could not be seen. */
  readonly forearm?: ForearmEdges
}

/** The forearm behind a wrist, in pixels of the unmirrored frame. */
export interface ForearmEdges {
  /** Unit direction from the elbow towards the hand. */
  readonly direction: readonly [x: number, y: number]
  /** A point of the forearm's middle line at the wrist. */
  readonly middle: readonly [x: number, y: number]
  /** Width across the forearm there. */
  readonly width: number
  /** How much lighter the forearm is than the back of the hand: natural logarithm of the ratio of linear luminances. Absent where too little skin was seen. */
  readonly shade?: number
  /** 0..1 */
  readonly confidence: number
}

/** The light that the picture shows on the face, for lighting what is put on it. */
export interface PictureLight {
  /** Mean linear sRGB of the skin. */
  readonly skin: readonly [r: number, g: number, b: number]
  /** Estimated colour of the light, linear sRGB, luminance 1: white for light that is white. */
  readonly colour: readonly [r: number, g: number, b: number]
  /** Mean luminance of the whole picture, 0..1, display-referred. */
  readonly luminance: number
  /** Towards the main light, camera space (x right, y up, z to the viewer), unit length. */
  readonly direction: readonly [x: number, y: number, z: number]
  /** 0: from all around, 1: from one direction only. */
  readonly contrast: number
}

/** Where people are in the picture. */
export interface PersonMask {
  readonly width: number
  readonly height: number
  /** Row by row, 255 for certainly a person. */
  readonly data: Uint8Array
}

/** What was seen in one frame. */
export interface Observation {
  /** Seconds, of the frame's own clock. */
  readonly time: number
  /** Pixels of the frame. */
  readonly width: number
  readonly height: number
  readonly faces: readonly FaceLandmarks[]
  readonly hands: readonly HandLandmarks[]
  readonly person?: PersonMask
  readonly light?: PictureLight
  /** Milliseconds the tracker worked on it. */
  readonly detectMs: number
}

/** How far loading has come, or the search of a photo. */
export interface TrackerProgress {
  /** Bytes, uncompressed, of everything that is to be loaded; of a search, looks. */
  readonly loaded: number
  readonly total: number
  readonly step: 'download' | 'prepare' | 'search'
}

export interface TrackerOptions {
  /** What to look for; the models of the others are not loaded. */
  readonly subjects: readonly Subject[]
  readonly onProgress?: (progress: TrackerProgress) => void
  readonly signal?: AbortSignal
}

export type TrackerStart =
  | { readonly ok: true; readonly delegate: 'cpu' | 'gpu' | 'replay' }
  | { readonly ok: false; readonly fault: TrackerFault }

/** What {@link Tracker.observe} gives: the frame comes back with what was seen in it, so that picture and overlay are always of one moment. */
export type Observed =
  | { readonly ok: true; readonly observation: Observation; readonly frame: Frame }
  | { readonly ok: false; readonly fault: TrackerFault; readonly frame?: Frame }

/**
 * Sees faces and hands in pictures. Adapters: {@link TasksTracker} (MediaPipe in a module worker), {@link ReplayTracker} (what was recorded).
 *
 * One frame at a time: whoever calls waits for the answer before the next.
 */
export interface Tracker {
  /** Loads and warms up. May be called early, on intent; a second call joins the first. */
  start(options: TrackerOptions): Promise<TrackerStart>
  /**
   * Looks at a frame, which is handed over and comes back.
   *
   * @param time seconds; grows from frame to frame of one source
   * @param thorough of a still: where nobody is found at once, it is searched part by part for somebody small, once until {@link reset}; `onProgress` is told
   */
  observe(frame: Frame, time: number, thorough?: boolean): Promise<Observed>
  /** Forgets the frame before: the next picture is of another source. */
  reset(): void
  dispose(): void
}
