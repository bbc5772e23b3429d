import { TasksLink } from './tasks-link'
import type { Delegate, EngineOptions } from './tasks-protocol'
import type { FaceLandmarks, Frame, Observation } from './tracker'
import type { TrackerFault } from './tracker-fault'

/** How the processor does on a frame. */
export interface CpuResult {
  readonly face: FaceLandmarks
  /** Milliseconds a frame, typically. */
  readonly ms: number
}

/** Frames before it counts: shaders are compiled with the first. */
const WARM_UP = 3
const FRAMES = 10
/** A change must be worth the power: at least this much faster. */
const FASTER = 0.8
/** Root mean square distance of the two delegates' points, as a share of the distance between the eyes: half floats differ by less, a broken driver by far more. */
const AGREEMENT = 0.03
/** Outer corners of the eyes. */
const EYES = [33, 263] as const

/**
 * Lets the GPU look at the same frame in a worker of its own, while the tracker goes on.
 *
 * @param frame handed over
 * @param signal ends it at once
 * @returns what is better on this device; undefined when that was not found out: it was ended, or a file was out of reach
 */
export async function probeDelegate(
  options: EngineOptions,
  frame: Frame,
  cpu: CpuResult,
  signal: AbortSignal,
): Promise<Delegate | undefined> {
  const link = new TasksLink()
  const leave = () => link.end({ code: 'aborted' })
  if (signal.aborted) leave()
  signal.addEventListener('abort', leave, { once: true })
  let current = frame
  try {
    const started = await link.start(
      { ...options, subjects: ['face'], delegate: 'gpu', following: 'single' },
      () => {},
    )
    if (!started.ok) return afterFault(started.fault)
    const times: number[] = []
    let last: Observation | undefined
    for (let i = 0; i < WARM_UP + FRAMES; i++) {
      const observed = await link.observe(current, i / 30, [])
      if (!observed.ok) return afterFault(observed.fault)
      current = observed.frame
      last = observed.observation
      if (i >= WARM_UP) times.push(last.detectMs)
    }
    times.sort((a, b) => a - b)
    return chooseDelegate(cpu, last?.faces ?? [], times[FRAMES >> 1] ?? Number.POSITIVE_INFINITY)
  } finally {
    signal.removeEventListener('abort', leave)
    current.close()
    leave()
  }
}

/** A GPU that breaks is no better; of one that was never reached nothing is known. */
const afterFault = ({ code }: TrackerFault): Delegate | undefined =>
  code === 'tracker-broken' ? 'cpu' : undefined

/** The GPU, when it is clearly faster and sees the same. @param ms its milliseconds a frame */
export function chooseDelegate(cpu: CpuResult, gpuFaces: readonly FaceLandmarks[], ms: number): Delegate {
  if (!(ms <= FASTER * cpu.ms)) return 'cpu'
  return gpuFaces.some((face) => distance(cpu.face, face) <= AGREEMENT) ? 'gpu' : 'cpu'
}

/** What the tracker itself saw, before anything was refined in the picture. */
const seen = ({ raw, points }: FaceLandmarks) => raw ?? points

function distance(one: FaceLandmarks, other: FaceLandmarks): number {
  const a = seen(one)
  const b = seen(other)
  const apart = (p: Float32Array, i: number, q: Float32Array, j: number) =>
    Math.hypot((p[i * 3] ?? 0) - (q[j * 3] ?? 0), (p[i * 3 + 1] ?? 0) - (q[j * 3 + 1] ?? 0))
  let sum = 0
  for (let i = 0; i < a.length / 3; i++) sum += apart(a, i, b, i) ** 2
  return Math.sqrt(sum / (a.length / 3)) / apart(a, EYES[0], a, EYES[1])
}
