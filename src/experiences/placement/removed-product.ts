import type { PlacedProduct } from './placed-product'

/** Milliseconds a removed product can be brought back. */
const UNDO_MS = 10_000

/** A product taken out of the room that can still be brought back. */
export class RemovedProduct {
  private readonly timer: ReturnType<typeof setTimeout>

  /** @param index where it stood in the list */
  constructor(
    private readonly product: PlacedProduct,
    readonly index: number,
    onForgotten: () => void,
  ) {
    this.timer = setTimeout(() => {
      this.forget()
      onForgotten()
    }, UNDO_MS)
  }

  /** Hands it back. */
  restore(): PlacedProduct {
    clearTimeout(this.timer)
    return this.product
  }

  /** Frees it for good. */
  forget(): void {
    clearTimeout(this.timer)
    this.product.dispose()
  }
}
