import { BufferPool } from './buffer-pool'
import type { Downloads } from './download'
import { FaceSeer } from './face-seer'
import { FramePixels } from './frame-pixels'
import { HandSeer } from './hand-seer'
import { PersonSeer } from './person-seer'
import { type Bodies, PhotoSearch, seesAny } from './photo-search'
import type { Tile } from './photo-tiles'
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
  readonly #search = new PhotoSearch((picture) => this.#see(picture ?? this.#nothing))
  readonly #nothing = nothing()
  #stamp = 0
  #before = 0
  /** The part of a photo in which there is somebody, once it was searched; `none` when there is nobody. */
  #place: Tile | 'none' | undefined

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

  /**
   * @param time seconds
   * @param onSearch of a photo, in which somebody small is looked for part by part where nobody is found at once: told how many looks of how many were taken
   */
  observe(frame: Frame, time: number, onSearch?: (done: number, total: number) => void): Observation {
    const began = performance.now()
    const { width, height } = sizeOf(frame)
    this.#pixels.take(frame, width, height)
    const draft = this.#draft(time, onSearch)
    for (const refine of REFINEMENTS) refine(draft, this.#pixels)
    return { ...draft, detectMs: performance.now() - began }
  }

  /** What follows is of another source: on a picture of nothing, whatever was followed is lost. */
  reset(): void {
    this.#place = undefined
    this.#see(this.#nothing)
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

  #draft(time: number, onSearch: ((done: number, total: number) => void) | undefined): ObservationDraft {
    const { sheet } = this.#pixels
    this.#tick(time)
    const mask = this.#seers.person?.see(sheet, this.#pool)
    return {
      time,
      width: sheet.width,
      height: sheet.height,
      ...this.#bodies(sheet, onSearch),
      ...(mask ? { person: mask } : {}),
    }
  }

  #bodies(sheet: OffscreenCanvas, onSearch: ((done: number, total: number) => void) | undefined): Bodies {
    if (typeof this.#place === 'object') return this.#search.lookIn(sheet, this.#place)
    const seen = this.#see(sheet)
    if (!onSearch || this.#place || seesAny(seen)) return seen
    this.#place = this.#search.find(sheet, onSearch) ?? 'none'
    return this.#place === 'none' ? seen : this.#search.lookIn(sheet, this.#place)
  }

  #tick(time: number): void {
    // MediaPipe wants stamps that grow, whatever the source's clock does.
    this.#stamp += Math.max(0, Math.min(1000, (time - this.#before) * 1000) - 1)
    this.#before = time
  }

  #see(picture: OffscreenCanvas): Bodies {
    // Several looks at one frame are apart too.
    this.#stamp += 1
    const { face, hand } = this.#seers
    return {
      faces: face?.see(picture, this.#stamp, this.#pool) ?? [],
      hands: hand?.see(picture, this.#stamp, this.#pool) ?? [],
    }
  }

  #warmUp(): void {
    const picture = warmUpPicture()
    this.#seers.person?.see(picture, this.#pool)
    this.#see(picture)
    this.reset()
  }
}

/** A picture in which nobody is. */
function nothing(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(64, 64)
  canvas.getContext('2d')?.fillRect(0, 0, 64, 64)
  return canvas
}

const sizeOf = (frame: Frame) =>
  'displayWidth' in frame ? { width: frame.displayWidth, height: frame.displayHeight } : frame
