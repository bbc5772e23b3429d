import type { Placeable } from './placeable'
import type { PlacementModel, PlacementModelFault, PlacementModels } from './placement-host'

/** A model on its way to become something placed. Taken once, or given back to the cache. */
export class Loading {
  /** Share of the file that is here, 0..1. */
  share = 0
  model: PlacementModel | undefined
  fault: PlacementModelFault | undefined
  private readonly abort = new AbortController()

  constructor(
    private readonly models: PlacementModels,
    readonly placeable: Placeable,
    private readonly onChange: () => void,
  ) {}

  start(): void {
    this.models
      .acquire(this.placeable.source, {
        signal: this.abort.signal,
        onProgress: ({ loaded, total }) => {
          // The last hundredth is for parsing: a full bar that does nothing looks broken.
          const share = total > 0 ? Math.min(0.99, loaded / total) : 0
          if (share - this.share < 0.01) return
          this.share = share
          this.onChange()
        },
      })
      .then((result) => {
        if (this.abort.signal.aborted) {
          if (result.ok) result.model.release()
          return
        }
        if (result.ok) {
          this.model = result.model
          this.share = 1
        } else {
          this.fault = result.fault
        }
        this.onChange()
      })
  }

  /** Hands the model over; from now on the taker releases it. */
  take(): PlacementModel | undefined {
    const { model } = this
    this.model = undefined
    return model
  }

  dispose(): void {
    this.abort.abort()
    this.take()?.release()
  }
}
