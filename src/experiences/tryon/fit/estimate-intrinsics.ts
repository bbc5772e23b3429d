import type { Intrinsics } from './intrinsics'

/** What is known of a camera. */
export interface CameraHints {
  readonly facing?: 'user' | 'environment' | undefined
  /** Whether the device is held in the hand (phone, tablet) or is a computer with a webcam. */
  readonly device?: 'phone' | 'computer' | undefined
  /** Focal length of a photograph in 35 mm terms (EXIF FocalLengthIn35mmFilm), millimetres. */
  readonly focal35?: number | undefined
}

/**
 * Diagonal field of view of the video, radians. A browser tells none, and video is cropped from the sensor by an amount it does not tell either:
 * - phones, user: 24-26 mm equivalent lenses (iPhone 15 specification: 23 mm; Pixel 8: 95 deg diagonal before the crop), less the stabiliser's crop of about a tenth;
 * - phones, environment: 24-26 mm equivalent, less the same crop;
 * - webcams: 78 deg, Logitech C920's specification, and what laptops' cameras are near (70-80).
 */
const DIAGONAL = {
  phone: { user: radians(76), environment: radians(74) },
  computer: { user: radians(74), environment: radians(74) },
} as const

/** Diagonal of the 36 × 24 mm frame that "35 mm equivalent" speaks of. */
const FILM = Math.hypot(36, 24)

/**
 * A pinhole for a picture about whose camera little is known. The focal length goes by the diagonal, so portrait and landscape agree. It may be off by a
 * tenth or more: that scales distances from the camera alike, while sizes and directions on the face, which come from the iris and from the
 * face's own pixels, change by far less (docs/tryon-fit.md).
 *
 * @param width pixels
 * @param height pixels
 */
export function estimateIntrinsics(width: number, height: number, hints: CameraHints = {}): Intrinsics {
  const diagonal = Math.hypot(width, height)
  const view = DIAGONAL[hints.device ?? 'phone'][hints.facing ?? 'user']
  const focal =
    hints.focal35 && hints.focal35 > 5
      ? (diagonal * hints.focal35) / FILM
      : diagonal / (2 * Math.tan(view / 2))
  return { width, height, focal, centreX: width / 2, centreY: height / 2 }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
