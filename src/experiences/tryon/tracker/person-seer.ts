import { ImageSegmenter } from '@mediapipe/tasks-vision'
import type { BufferPool } from './buffer-pool'
import type { EngineOptions } from './tasks-protocol'
import type { TasksRuntime } from './tasks-runtime'
import type { PersonMask } from './tracker'

/** Side of the model's picture; a larger mask would only be this one, stretched. */
const SIDE = 256

/** Tells people from what is around them with MediaPipe's selfie segmentation. */
export class PersonSeer {
  readonly #task: ImageSegmenter
  readonly #canvas = new OffscreenCanvas(SIDE, SIDE)
  readonly #context = this.#canvas.getContext('2d')

  private constructor(task: ImageSegmenter) {
    this.#task = task
  }

  /** @throws when the model is broken or the delegate does not work */
  static async create(runtime: TasksRuntime, model: Uint8Array, options: EngineOptions): Promise<PersonSeer> {
    const task = await runtime.make((fileset) =>
      ImageSegmenter.createFromOptions(fileset, {
        baseOptions: { modelAssetBuffer: model, delegate: options.delegate === 'gpu' ? 'GPU' : 'CPU' },
        runningMode: 'IMAGE',
        outputConfidenceMasks: true,
        outputCategoryMask: false,
      }),
    )
    return new PersonSeer(task)
  }

  see(picture: OffscreenCanvas, pool: BufferPool): PersonMask | undefined {
    this.#context?.drawImage(picture, 0, 0, SIDE, SIDE)
    let mask: PersonMask | undefined
    // The callback's masks are views, good until it returns.
    this.#task.segment(this.#canvas, ({ confidenceMasks }) => {
      const [person] = confidenceMasks ?? []
      if (!person) return
      const shares = person.getAsFloat32Array()
      const data = pool.bytes(shares.length)
      for (let i = 0; i < data.length; i++) data[i] = (shares[i] ?? 0) * 255 + 0.5
      mask = { width: person.width, height: person.height, data }
    })
    return mask
  }

  close(): void {
    this.#task.close()
  }
}
