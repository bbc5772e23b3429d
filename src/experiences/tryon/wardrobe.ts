import { type Catalogue, findProduct, variantOf } from '../../core/catalogue'
import { type ReadWear, readWear, type Wear } from '../../core/wear'
import type { ModelCache, ModelHandle } from '../../engine/model-cache'
import type { TryOnFault, Worn } from './try-on-state'

/** A thing taken out to be tried on, in the finish wanted. Whoever holds its model releases it. */
export interface Garment {
  readonly worn: Worn
  readonly wear: Wear
  readonly model: ModelHandle
  /** Name of the finish inside the file. */
  readonly materialVariant: string
}

export type TakenOut =
  | { readonly ok: true; readonly garment: Garment }
  | { readonly ok: false; readonly fault: TryOnFault }

export interface WardrobeParts {
  readonly catalogue: Catalogue
  readonly models: ModelCache
  /** Full address of a file that the catalogue names. */
  readonly address: (path: string) => string
}

/** The shop's things that are worn, ready to be put on. */
export class Wardrobe {
  readonly #parts: WardrobeParts

  constructor(parts: WardrobeParts) {
    this.#parts = parts
  }

  /**
   * Takes a thing out, in one finish.
   *
   * @param onProgress 0..1 of the file
   * @returns `model-unreachable` where the file could not be had, `not-wearable` where it does not say how it is worn
   */
  async takeOut(
    worn: Worn,
    { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void },
  ): Promise<TakenOut> {
    const { catalogue, models, address } = this.#parts
    const product = findProduct(catalogue, worn.sku)
    if (!product) return { ok: false, fault: { code: 'not-wearable' } }
    const variant = variantOf(product, worn.variant)
    const acquired = await models.acquire(address(product.model.glb), {
      signal,
      onProgress: ({ loaded, total }) => onProgress?.(total > 0 ? Math.min(1, loaded / total) : 0),
    })
    if (!acquired.ok) {
      const aborted = acquired.fault.code === 'aborted'
      return { ok: false, fault: { code: aborted ? 'aborted' : 'model-unreachable' } }
    }
    const { model } = acquired
    const wear = wearOf(readWear(model.extras))
    if (!wear) {
      model.release()
      return { ok: false, fault: { code: 'not-wearable' } }
    }
    const { materialVariant } = variant
    return {
      ok: true,
      garment: { worn: { sku: product.sku, variant: variant.id }, wear, model, materialVariant },
    }
  }
}

function wearOf(read: ReadWear): Wear | undefined {
  return read.ok ? read.wear : undefined
}
