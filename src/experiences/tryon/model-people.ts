import * as v from 'valibot'
import type { Intrinsics } from './fit/intrinsics'
import type { FrameSource, NextFrame } from './frame-source'
import type { OpenedSource } from './open-source'
import { ReplayTracker } from './tracker/replay-tracker'

/** Folders of our model people and hands, each with a list of the same name. */
const FOLDERS = ['people', 'hands'] as const
const HOME = '/try-on'

const list = v.object({
  people: v.array(
    v.object({
      id: v.string(),
      /** Pictures, numbered from 0. */
      pictures: v.number(),
      /** The one that looks straight ahead. */
      first: v.number(),
      /** Pixels; focal length in pixels, principal point in the middle. */
      width: v.number(),
      height: v.number(),
      focal: v.number(),
    }),
  ),
})

type ModelPerson = v.InferOutput<typeof list>['people'][number]

/** Seconds that pass from look to look. */
const STEP = 1 / 15

/**
 * Opens one of our models: their pictures, with what the tracker saw in them long ago. Nothing is looked at on the shopper's device, so
 * neither the tracker's program nor its models are loaded.
 */
export async function openPeople(id: string, signal: AbortSignal): Promise<OpenedSource> {
  try {
    for (const folder of FOLDERS) {
      const found = await findPerson(folder, id, signal)
      if (!found) continue
      const address = `${HOME}/${folder}/${id}`
      const replay = new ReplayTracker(`${address}/landmarks.json`)
      const started = await replay.start({ subjects: ['face'], signal })
      if (!started.ok) return started
      const frames = new PeopleSource(found, address, replay)
      await frames.show(found.first, signal)
      return {
        ok: true,
        frames,
        hints: {},
        intrinsics: intrinsicsOf(found),
        replay,
        mirrored: false,
        pictures: { count: found.pictures, first: found.first, show: (index) => frames.show(index) },
      }
    }
  } catch {
    if (signal.aborted) return { ok: false, fault: { code: 'aborted' } }
  }
  return { ok: false, fault: { code: 'people-unreachable' } }
}

async function findPerson(
  folder: (typeof FOLDERS)[number],
  id: string,
  signal: AbortSignal,
): Promise<ModelPerson | undefined> {
  const response = await fetch(`${HOME}/${folder}/${folder}.json`, { signal })
  if (!response.ok) return undefined
  return v.parse(list, await response.json()).people.find((person) => person.id === id)
}

function intrinsicsOf({ width, height, focal }: ModelPerson): Intrinsics {
  return { width, height, focal, centreX: width / 2, centreY: height / 2 }
}

/** One person's pictures, of which one is shown. */
class PeopleSource implements FrameSource {
  readonly still = true
  readonly width: number
  readonly height: number
  readonly #address: string
  readonly #replay: ReplayTracker
  /** Pictures that were shown, by number. */
  readonly #pictures = new Map<number, Promise<ImageBitmap>>()
  #shown: ImageBitmap | undefined
  #wanted = -1
  #time = 0

  constructor(person: ModelPerson, address: string, replay: ReplayTracker) {
    this.width = person.width
    this.height = person.height
    this.#address = address
    this.#replay = replay
  }

  /** @throws when the picture cannot be fetched; the one before stays */
  async show(index: number, signal?: AbortSignal): Promise<void> {
    this.#wanted = index
    const kept = this.#pictures.get(index)
    const coming = kept ?? fetchPicture(`${this.#address}/${index}.webp`, signal)
    if (!kept) {
      this.#pictures.set(index, coming)
      coming.catch(() => this.#pictures.delete(index))
    }
    const picture = await coming
    // A later turn overtakes an earlier one.
    if (this.#wanted !== index) return
    this.#shown = picture
    this.#replay.show(index)
  }

  async next(signal: AbortSignal): Promise<NextFrame> {
    if (signal.aborted || !this.#shown) return { ok: false, fault: { code: 'aborted' } }
    const frame = await createImageBitmap(this.#shown)
    this.#time += STEP
    return { ok: true, frame, time: this.#time }
  }

  close(): void {
    for (const picture of this.#pictures.values()) {
      picture.then(
        (bitmap) => bitmap.close(),
        () => undefined,
      )
    }
    this.#pictures.clear()
    this.#shown = undefined
  }
}

async function fetchPicture(address: string, signal?: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(address, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return createImageBitmap(await response.blob())
}
