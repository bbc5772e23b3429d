import { type RecordedObservation, type Recording, readRecording } from './recording'
import type {
  FaceLandmarks,
  Frame,
  HandLandmarks,
  Observed,
  Tracker,
  TrackerOptions,
  TrackerStart,
} from './tracker'

/** Where a recording comes from: it itself, or the address of its file. */
export type RecordingSource = Recording | string

/** Shows what was recorded in place of looking: for our model people, demos and tests. Loads no program and no model. */
export class ReplayTracker implements Tracker {
  readonly #source: RecordingSource
  #starting: Promise<TrackerStart> | undefined
  #recording: Recording | undefined
  #shown = 0

  constructor(source: RecordingSource) {
    this.#source = source
  }

  start({ signal }: TrackerOptions): Promise<TrackerStart> {
    if (signal?.aborted) return Promise.resolve({ ok: false, fault: { code: 'aborted' } })
    this.#starting ??= this.#load(signal).then((start) => {
      // What failed may be tried again.
      if (!start.ok) this.#starting = undefined
      return start
    })
    return this.#starting
  }

  /** Of stills: which one the frames to come are. @param index 0 for the first */
  show(index: number): void {
    this.#shown = index
  }

  observe(frame: Frame, time: number): Promise<Observed> {
    const began = performance.now()
    const recording = this.#recording
    if (!recording) {
      const fault = { code: 'tracker-broken', message: 'not started' } as const
      return Promise.resolve({ ok: false, fault, frame })
    }
    const seen =
      recording.kind === 'stills'
        ? recording.observations[this.#shown]
        : nearest(recording.observations, time)
    const { width, height } =
      'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame
    const sx = width / recording.width
    const sy = height / recording.height
    const observation = {
      time,
      width,
      height,
      faces: seen?.faces.map((face) => scaleFace(face, sx, sy)) ?? [],
      hands: seen?.hands.map((hand) => scaleHand(hand, sx, sy)) ?? [],
      ...(seen?.light ? { light: seen.light } : {}),
      detectMs: performance.now() - began,
    }
    return Promise.resolve({ ok: true, observation, frame })
  }

  reset(): void {}

  dispose(): void {
    this.#recording = undefined
    this.#starting = undefined
  }

  async #load(signal: AbortSignal | undefined): Promise<TrackerStart> {
    const source = this.#source
    if (typeof source === 'string') {
      const text = await fetch(source, signal ? { signal } : {})
        .then((response) => (response.ok ? response.text() : undefined))
        .catch(() => undefined)
      if (signal?.aborted) return { ok: false, fault: { code: 'aborted' } }
      if (text === undefined) return { ok: false, fault: { code: 'tracker-unreachable', file: source } }
      const read = readRecording(text)
      if (!read.ok)
        return { ok: false, fault: { code: 'tracker-broken', message: `${source}: ${read.reason}` } }
      this.#recording = read.recording
    } else this.#recording = source
    return { ok: true, delegate: 'replay' }
  }
}

/** The observation whose time is nearest. */
function nearest(
  observations: readonly RecordedObservation[],
  time: number,
): RecordedObservation | undefined {
  let best = observations[0]
  for (const one of observations) {
    if (best && Math.abs(one.time - time) < Math.abs(best.time - time)) best = one
  }
  return best
}

function scaleFace({ points, raw, lobes }: FaceLandmarks, sx: number, sy: number): FaceLandmarks {
  return {
    points: scale(points, sx, sy),
    ...(raw ? { raw: scale(raw, sx, sy) } : {}),
    ...(lobes ? { lobes: scale(lobes, sx, sy) } : {}),
  }
}

function scaleHand(hand: HandLandmarks, sx: number, sy: number): HandLandmarks {
  const { forearm } = hand
  return {
    ...hand,
    points: scale(hand.points, sx, sy),
    ...(forearm
      ? {
          forearm: {
            ...forearm,
            middle: [forearm.middle[0] * sx, forearm.middle[1] * sy] as const,
            width: forearm.width * sx,
          },
        }
      : {}),
  }
}

/** The points themselves when nothing changes, so that a replay at true size makes none. */
function scale(points: Float32Array, sx: number, sy: number): Float32Array {
  if (sx === 1 && sy === 1) return points
  return points.map((value, i) => value * (i % 3 === 1 ? sy : sx))
}
