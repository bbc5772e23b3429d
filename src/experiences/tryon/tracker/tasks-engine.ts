import { BufferPool } from './buffer-pool'
import type { Downloads } from './download'
import { FaceSeer } from './face-seer'
import { FramePixels } from './frame-pixels'
import { HandSeer } from './hand-seer'
import { PersonSeer } from './person-seer'
import type { ObservationDraft } from './refinement'
import { REFINEMENTS } from './refinements'
import type { EngineOptions } from './tasks-protocol'
import { TasksRuntime } from './tasks-runtime'
import type { Frame, Observation } from './tracker'
import { warmUpPicture } from './warm-up-picture'

interface Seers {
  readonly face: FaceSeer | undefined
  readonly hand: HandSeer | undefined
  readonly person: PersonSeer | undefined
}

/** MediaPipe's tasks and our refinements, in a worker: a frame in, what was seen out. */
export class TasksEngine {
  readonly #seers: Seers
  readonly #pool = new BufferPool()
  readonly #pixels = new FramePixels()
  #stamp = 0
  #before = 0

  private constructor(seers: Seers) {
    this.#seers = seers
  }

  /**
   * Loads everything at once, then makes the tasks and lets each work once.
   *
   * @param onPrepare told when all is here
   * @throws DownloadFault, or an error of MediaPipe's
   */
  static async create(
    options: EngineOptions,
    downloads: Downloads,
    onPrepare: () => void,
  ): Promise<TasksEngine> {
    const { files, subjects } = options
    const model = (subject: keyof Seers) =>
      subjects.includes(subject) ? downloads.bytes(files.models[subject]) : undefined
    const [runtime, face, hand, person] = await Promise.all([
      TasksRuntime.load(files.wasm, downloads),
      model('face'),
      model('hand'),
      model('person'),
    ])
    onPrepare()
    const engine = new TasksEngine({
      face: face && (await FaceSeer.create(runtime, face, options)),
      hand: hand && (await HandSeer.create(runtime, hand, options)),
      person: person && (await PersonSeer.create(runtime, person, options)),
    })
    engine.#warmUp()
    return engine
  }

  /** @param time seconds */
  observe(frame: Frame, time: number): Observation {
    const began = performance.now()
    const { width, height } = sizeOf(frame)
    this.#pixels.take(frame, width, height)
    const draft = this.#look(this.#pixels.sheet, time)
    for (const refine of REFINEMENTS) refine(draft, this.#pixels)
    return { ...draft, detectMs: performance.now() - began }
  }

  /** What follows is of another source: on a picture of nothing, whatever was followed is lost. */
  reset(): void {
    const nothing = new OffscreenCanvas(64, 64)
    nothing.getContext('2d')?.fillRect(0, 0, 64, 64)
    this.#look(nothing, this.#before)
  }

  /** Buffers of observations past, to be used again. */
  reuse(buffers: readonly ArrayBuffer[]): void {
    for (const buffer of buffers) this.#pool.give(buffer)
  }

  close(): void {
    const { face, hand, person } = this.#seers
    face?.close()
    hand?.close()
    person?.close()
  }

  #look(picture: OffscreenCanvas, time: number): ObservationDraft {
    // MediaPipe wants stamps that grow, whatever the source's clock does.
    this.#stamp += Math.max(1, Math.min(1000, (time - this.#before) * 1000))
    this.#before = time
    const { face, hand, person } = this.#seers
    const mask = person?.see(picture, this.#pool)
    return {
      time,
      width: picture.width,
      height: picture.height,
      faces: face?.see(picture, this.#stamp, this.#pool) ?? [],
      hands: hand?.see(picture, this.#stamp, this.#pool) ?? [],
      ...(mask ? { person: mask } : {}),
    }
  }

  #warmUp(): void {
    const picture = warmUpPicture()
    this.#look(picture, 0)
    this.reset()
  }
}

const sizeOf = (frame: Frame) =>
  'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame
