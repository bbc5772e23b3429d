import type { FaceLandmarks, HandLandmarks, Observation } from './tracker'

/** What was recorded of one frame. */
export type RecordedObservation = Pick<Observation, 'time' | 'faces' | 'hands' | 'light'>

/** What a tracker saw of a clip or of a set of pictures, so that it can be seen again without one. */
export interface Recording {
  /** A clip is followed by time, stills are shown by number. */
  readonly kind: 'clip' | 'stills'
  /** Pixels of the frames that were recorded; a replay scales to the frames it is given. */
  readonly width: number
  readonly height: number
  /** By rising time. */
  readonly observations: readonly RecordedObservation[]
}

export type ReadRecording =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly reason: string }

/** Of the file's form; a reader refuses others. */
const VERSION = 1
/** Hundredths of a pixel, hundredths of a millimetre. */
const PIXEL = 100
const METRE = 1e5

/** The file, as JSON: points as whole numbers, hundredths of a pixel or of a millimetre. */
interface RecordingFile {
  readonly version: number
  readonly kind: Recording['kind']
  readonly width: number
  readonly height: number
  readonly observations: readonly {
    readonly time: number
    readonly faces: readonly {
      readonly points: readonly number[]
      readonly raw?: readonly number[]
      readonly lobes?: readonly number[]
    }[]
    readonly hands: readonly (Omit<HandLandmarks, 'points' | 'world'> & {
      readonly points: readonly number[]
      readonly world: readonly number[]
    })[]
    readonly light?: Observation['light']
  }[]
}

export function writeRecording({ kind, width, height, observations }: Recording): string {
  const file: RecordingFile = {
    version: VERSION,
    kind,
    width,
    height,
    observations: observations.map(({ time, faces, hands, light }) => ({
      time,
      faces: faces.map(({ points, raw, lobes }) => ({
        points: whole(points, PIXEL),
        ...(raw ? { raw: whole(raw, PIXEL) } : {}),
        ...(lobes ? { lobes: whole(lobes, PIXEL) } : {}),
      })),
      hands: hands.map((hand) => ({
        ...hand,
        points: whole(hand.points, PIXEL),
        world: whole(hand.world, METRE),
      })),
      ...(light ? { light } : {}),
    })),
  }
  return `${JSON.stringify(file)}\n`
}

/** Reads what {@link writeRecording} wrote. */
export function readRecording(text: string): ReadRecording {
  let file: RecordingFile
  try {
    file = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'no JSON' }
  }
  if (file?.version !== VERSION) return { ok: false, reason: `version ${file?.version}, not ${VERSION}` }
  try {
    const observations = file.observations.map(({ time, faces, hands, light }) => ({
      time,
      faces: faces.map(
        ({ points, raw, lobes }): FaceLandmarks => ({
          points: floats(points, PIXEL, 478 * 3),
          ...(raw ? { raw: floats(raw, PIXEL, 478 * 3) } : {}),
          ...(lobes ? { lobes: floats(lobes, PIXEL, 6) } : {}),
        }),
      ),
      hands: hands.map(
        (hand): HandLandmarks => ({
          ...hand,
          points: floats(hand.points, PIXEL, 21 * 3),
          world: floats(hand.world, METRE, 21 * 3),
        }),
      ),
      ...(light ? { light } : {}),
    }))
    const { kind, width, height } = file
    if (!(width > 0 && height > 0)) return { ok: false, reason: 'no size' }
    return { ok: true, recording: { kind, width, height, observations } }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

const whole = (values: Float32Array, unit: number) => Array.from(values, (value) => Math.round(value * unit))

function floats(values: readonly number[], unit: number, length: number): Float32Array {
  if (values.length !== length) throw new Error(`${values.length} numbers, not ${length}`)
  return Float32Array.from(values, (value) => value / unit)
}
