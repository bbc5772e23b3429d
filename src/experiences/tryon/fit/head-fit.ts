import type { Rigid } from './rigid'

export type Side = 'left' | 'right'

/** Something that the wearer has on both sides: theirs, not the picture's. */
export type Pair<T> = Readonly<Record<Side, T>>

export type Point3 = readonly [x: number, y: number, z: number]

/**
 * The parts of a head that things rest on. Metres in the head's frame: origin midway between the centres of the eyeballs, Y up, facing +Z, the wearer's right
 * at -X. Ears, lobes and skull have no landmarks of their own: they are extrapolated from those that exist (docs/tryon.md says how well).
 */
export interface HeadMarks {
  /** Down the ridge of the nose, from between the eyes to the tip, with half the nose's width where a bridge would sit at that height. */
  readonly noseRidge: readonly {
    readonly point: Point3
    readonly halfWidth: number
    readonly flankDepth: number
  }[]
  /** Where a temple rests on the ear. */
  readonly earTop: Pair<Point3>
  /** Where an ear is pierced. */
  readonly lobe: Pair<Point3>
  /** Ellipsoid of the skull (without hair) and how it is held by a hat. */
  readonly skull: {
    readonly centre: Point3
    readonly radii: Point3
    /** Length of the line round the head where a hat's band lies, metres. */
    readonly circumference: number
    /** Centre of that line, and its lean back from level, radians. */
    readonly band: Point3
    readonly bandTilt: number
  }
  /** Across the cheekbones. */
  readonly faceWidth: number
}

/** Distance between the pupils, metres: a sizing aid, never for lenses. */
export interface PupillaryDistance {
  readonly value: number
  /** One standard deviation, the spread of human irises (11.7 ± 0.5 mm) included. */
  readonly uncertainty: number
}

/** One face, fitted. The arrays are reused from frame to frame: copy what you keep. */
export interface HeadFit {
  /** Stays with a person while they are seen. */
  readonly id: number
  /** The head's frame in camera space. */
  readonly pose: Rigid
  /** 478 × (x, y), pixels of the unmirrored frame, calm and without lag; of this frame, with its expression. */
  readonly points: Float32Array
  /** 478 × (x, y, z), metres, in the head's frame: this frame's face in space, so that it projects onto {@link points}. */
  readonly surface: Float32Array
  readonly marks: HeadMarks
  readonly pd: PupillaryDistance | undefined
  /** Degrees, as the wearer turns: positive yaw to their left, positive pitch up, positive roll towards their right shoulder. */
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
  /** Root mean square distance of landmarks from the fitted face, as a share of the distance between the eyes. */
  readonly residual: number
}
