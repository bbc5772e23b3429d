import type { FrameSource, NextFrame } from './frame-source'
import type { OpenedSource } from './open-source'
import { fetchPeople, type ModelPerson } from './people-list'
import { ReplayTracker } from './tracker/replay-tracker'

/** Seconds that pass from look to look. */
const STEP = 1 / 15

/**
 * Opens one of our models: their pictures, with what the tracker saw in them long ago. Nothing is looked at on the shopper's device, so
 * neither the tracker's program nor its models are loaded.
 */
export async function openPeople(id: string, signal: AbortSignal): Promise<OpenedSource> {
  try {
    const { face, hand } = await fetchPeople(signal)
    const person = [...face, ...hand].find((one) => one.id === id)
    if (person) {
      const replay = new ReplayTracker(person.landmarks)
      const started = await replay.start({ subjects: [face.includes(person) ? 'face' : 'hand'], signal })
      if (!started.ok) return started
      const frames = new PeopleSource(person, replay)
      await frames.show(person.first, signal)
      return {
        ok: true,
        frames,
        hints: {},
        intrinsics: person.intrinsics,
        replay,
        mirrored: false,
        pictures: {
          count: person.pictures.length,
          first: person.first,
          show: (index) => frames.show(index),
        },
      }
    }
  } catch {
    if (signal.aborted) return { ok: false, fault: { code: 'aborted' } }
  }
  return { ok: false, fault: { code: 'people-unreachable' } }
}

/** One person's pictures, of which one is shown. */
class PeopleSource implements FrameSource {
  readonly still = true
  readonly width: number
  readonly height: number
  readonly #addresses: readonly string[]
  readonly #replay: ReplayTracker
  /** Pictures that were shown, by number. */
  readonly #pictures = new Map<number, Promise<ImageBitmap>>()
  #shown: ImageBitmap | undefined
  #wanted = -1
  #time = 0

  constructor(person: ModelPerson, replay: ReplayTracker) {
    this.width = person.intrinsics.width
    this.height = person.intrinsics.height
    this.#addresses = person.pictures
    this.#replay = replay
  }

  /** @throws when the picture cannot be fetched; the one before stays */
  async show(index: number, signal?: AbortSignal): Promise<void> {
    this.#wanted = index
    const kept = this.#pictures.get(index)
    const address = this.#addresses[index]
    if (address === undefined) return
    const coming = kept ?? fetchPicture(address, signal)
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
