import { FaceLandmarker } from '@mediapipe/tasks-vision'
import type { BufferPool } from './buffer-pool'
import type { FaceDraft } from './refinement'
import type { EngineOptions } from './tasks-protocol'
import type { TasksRuntime } from './tasks-runtime'

const POINTS = 478

/** Finds faces in frames with MediaPipe's face landmarker. */
export class FaceSeer {
  readonly #task: FaceLandmarker
  readonly #stream: boolean

  private constructor(task: FaceLandmarker, stream: boolean) {
    this.#task = task
    this.#stream = stream
  }

  /** @throws when the bundle is broken or the delegate does not work */
  static async create(runtime: TasksRuntime, bundle: Uint8Array, options: EngineOptions): Promise<FaceSeer> {
    const stream = options.following === 'stream'
    const task = await runtime.make((fileset) =>
      FaceLandmarker.createFromOptions(fileset, {
        baseOptions: { modelAssetBuffer: bundle, delegate: options.delegate === 'gpu' ? 'GPU' : 'CPU' },
        runningMode: stream ? 'VIDEO' : 'IMAGE',
        numFaces: options.faces,
        // Neither: expressions need a model of their own, and the pose is wrong off the centre (docs/tryon-tracking.md).
        outputFaceBlendshapes: false,
        outputFacialTransformationMatrixes: false,
      }),
    )
    return new FaceSeer(task, stream)
  }

  /** @param stamp milliseconds, larger than any before */
  see(picture: OffscreenCanvas, stamp: number, pool: BufferPool): FaceDraft[] {
    const { width, height } = picture
    const { faceLandmarks } = this.#stream
      ? this.#task.detectForVideo(picture, stamp)
      : this.#task.detect(picture)
    return faceLandmarks.map((landmarks) => {
      const points = pool.floats(POINTS * 3)
      let at = 0
      for (const { x, y, z } of landmarks) {
        points[at] = x * width
        points[at + 1] = y * height
        // In the unit of x. Source: NormalizedLandmark's documentation.
        points[at + 2] = z * width
        at += 3
      }
      const raw = pool.floats(POINTS * 3)
      raw.set(points)
      return { points, raw }
    })
  }

  close(): void {
    this.#task.close()
  }
}
