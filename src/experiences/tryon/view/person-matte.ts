import { DataTexture, LinearFilter, NoColorSpace, RedFormat, UnsignedByteType } from 'three'
import type { PersonMask } from '../tracker/tracker'

/** Share of a new mask that is taken where it says the same as the one before: its trembling is calmed. */
const CALM = 0.4
/** Difference, 0..255, from which it is taken whole: somebody moved. */
const MOVED = 96

/** Where people are, as a texture, calm from frame to frame. */
export class PersonMatte {
  #texture: DataTexture | undefined
  #data = new Uint8Array(0)
  #fresh = true

  /** Takes over what a mask says; the mask's own array may be used again. */
  take({ width, height, data }: PersonMask): DataTexture {
    let texture = this.#texture
    if (!texture || texture.image.width !== width || texture.image.height !== height) {
      texture?.dispose()
      this.#data = new Uint8Array(width * height)
      texture = new DataTexture(this.#data, width, height, RedFormat, UnsignedByteType)
      texture.colorSpace = NoColorSpace
      texture.minFilter = LinearFilter
      texture.magFilter = LinearFilter
      this.#texture = texture
      this.#fresh = true
    }
    if (this.#fresh) this.#data.set(data)
    else calm(this.#data, data)
    this.#fresh = false
    texture.needsUpdate = true
    return texture
  }

  /** The next mask is of another source. */
  clear(): void {
    this.#fresh = true
  }

  dispose(): void {
    this.#texture?.dispose()
    this.#texture = undefined
  }
}

function calm(kept: Uint8Array, next: Uint8Array): void {
  for (let i = 0; i < kept.length; i++) {
    const before = kept[i] ?? 0
    const change = (next[i] ?? 0) - before
    const share = CALM + ((1 - CALM) * Math.min(MOVED, Math.abs(change))) / MOVED
    kept[i] = before + change * share + 0.5
  }
}
