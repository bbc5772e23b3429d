import type { Scene, Texture } from 'three'
import { readWear } from '../../../core/wear'
import type { ModelHandle } from '../../../engine/model-cache'
import type { Shade } from '../looks/shade'
import { type Worn, type WornMeans, wearModel, wearShade } from '../looks/worn'

/** What can be worn: a model of the cache, which is taken over and released, or a shade alone. */
export type Wearable =
  | { readonly model: ModelHandle; readonly variant?: string | undefined }
  | { readonly shade: Shade }

export type WearResult =
  | { readonly ok: true }
  /** The file does not say how it is worn, or says it wrongly, or has no shade of that name. */
  | { readonly ok: false; readonly fault: { readonly code: 'not-wearable' } }
  | { readonly ok: false; readonly fault: { readonly code: 'aborted' } }

/** `second` is what the right half shows in the layout `beside`. */
export type Place = 'first' | 'second'

interface Dressed {
  readonly worn: Worn
  readonly model: ModelHandle | undefined
}

/** What is worn in either half of a picture, and that it is released when it is not. */
export class Dressing {
  readonly #means: WornMeans
  readonly #light: Texture
  readonly #compile: (scene: Scene) => Promise<unknown>
  readonly #on: Record<Place, Dressed | undefined> = { first: undefined, second: undefined }
  /** Each wish overtakes the one before. */
  readonly #turn: Record<Place, number> = { first: 0, second: 0 }
  #disposed = false

  /** @param light of the studio @param compile a scene's programs, before its first frame */
  constructor(means: WornMeans, light: Texture, compile: (scene: Scene) => Promise<unknown>) {
    this.#means = means
    this.#light = light
    this.#compile = compile
  }

  at(place: Place): Worn | undefined {
    return this.#on[place]?.worn
  }

  /** Puts a thing on in place of the one before. */
  async wear(wearable: Wearable, place: Place): Promise<WearResult> {
    const turn = ++this.#turn[place]
    const dressed = await this.#dressed(wearable)
    if (!dressed) return { ok: false, fault: { code: 'not-wearable' } }
    const { worn, model } = dressed
    worn.scene.environment = this.#light
    // Shaders are compiled before the first frame that needs them, while the thing before is still worn.
    if (turn === this.#turn[place] && !this.#disposed) await this.#compile(worn.scene)
    if (turn !== this.#turn[place] || this.#disposed) {
      worn.dispose()
      model?.release()
      return { ok: false, fault: { code: 'aborted' } }
    }
    this.#put(place, dressed)
    return { ok: true }
  }

  takeOff(place: Place): void {
    this.#turn[place] += 1
    this.#put(place, undefined)
  }

  dispose(): void {
    this.takeOff('first')
    this.takeOff('second')
    this.#disposed = true
  }

  /** Makes what is worn; a model that is not is released. */
  async #dressed(wearable: Wearable): Promise<Dressed | undefined> {
    const means = this.#means
    if ('shade' in wearable) return { worn: wearShade(wearable.shade, means), model: undefined }
    const { model, variant } = wearable
    const read = readWear(model.extras)
    const wear = read.ok ? read.wear : undefined
    if (!wear || wear.kind === 'makeup') {
      const shade = wear?.shades[variant ?? model.variants[0] ?? '']
      model.release()
      return shade && { worn: wearShade(shade, means), model: undefined }
    }
    if (variant !== undefined) await model.setVariant(variant)
    return { worn: wearModel(model, wear, means), model }
  }

  #put(place: Place, dressed: Dressed | undefined): void {
    const before = this.#on[place]
    this.#on[place] = dressed
    before?.worn.dispose()
    before?.model?.release()
  }
}
