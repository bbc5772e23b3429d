import { HandLandmarker } from '@mediapipe/tasks-vision'
import type { BufferPool } from './buffer-pool'
import type { HandDraft } from './refinement'
import type { EngineOptions } from './tasks-protocol'
import type { TasksRuntime } from './tasks-runtime'

const JOINTS = 21
const HANDS = 2

/** Finds hands in frames with MediaPipe's hand landmarker. */
export class HandSeer {
  readonly #task: HandLandmarker
  readonly #stream: boolean

  private constructor(task: HandLandmarker, stream: boolean) {
    this.#task = task
    this.#stream = stream
  }

  /** @throws when the bundle is broken or the delegate does not work */
  static async create(runtime: TasksRuntime, bundle: Uint8Array, options: EngineOptions): Promise<HandSeer> {
    const stream = options.following === 'stream'
    const task = await runtime.make((fileset) =>
      HandLandmarker.createFromOptions(fileset, {
        baseOptions: { modelAssetBuffer: bundle, delegate: options.delegate === 'gpu' ? 'GPU' : 'CPU' },
        runningMode: stream ? 'VIDEO' : 'IMAGE',
        numHands: HANDS,
      }),
    )
    return new HandSeer(task, stream)
  }

  /** @param stamp milliseconds, larger than any before */
  see(picture: OffscreenCanvas, stamp: number, pool: BufferPool): HandDraft[] {
    const { width, height } = picture
    const seen = this.#stream ? this.#task.detectForVideo(picture, stamp) : this.#task.detect(picture)
    return seen.landmarks.map((landmarks, i) => {
      const points = pool.floats(JOINTS * 3)
      const world = pool.floats(JOINTS * 3)
      landmarks.forEach(({ x, y, z }, joint) => {
        points[joint * 3] = x * width
        points[joint * 3 + 1] = y * height
        points[joint * 3 + 2] = z * width
      })
      seen.worldLandmarks[i]?.forEach(({ x, y, z }, joint) => {
        world[joint * 3] = x
        world[joint * 3 + 1] = y
        world[joint * 3 + 2] = z
      })
      const [best] = seen.handedness[i] ?? []
      // As it is, in an unmirrored picture: measured on a rendered right hand. (The older package said it the other way round.)
      const side = best?.categoryName === 'Left' ? 'left' : 'right'
      return { points, world, side, confidence: best?.score ?? 0 }
    })
  }

  close(): void {
    this.#task.close()
  }
}
