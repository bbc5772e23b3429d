import type { Pixels } from './image-codec'

export interface Ktx2Options {
  /** ETC1S is half a byte a pixel on a phone, UASTC one, and finer. */
  readonly mode: 'etc1s' | 'uastc'
  /** Colours, as against numbers. */
  readonly srgb: boolean
  readonly normalMap: boolean
  /** 1..255, ETC1S alone. */
  readonly quality: number
}

/**
 * Packs a picture as KTX2 with every mipmap, by Basis Universal. Handed in, for it takes seconds a picture: whoever has threads
 * packs several at once.
 */
export interface Ktx2Encoder {
  /** How many pictures it packs at once. */
  readonly atOnce?: number
  encode(pixels: Pixels, options: Ktx2Options): Promise<Uint8Array<ArrayBuffer>>
}
