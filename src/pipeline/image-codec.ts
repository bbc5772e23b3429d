/** Pixels as they are laid out in memory: RGBA, 8 bits each, rows from the top, not premultiplied. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export type ImageFormat = 'webp' | 'jpeg' | 'png'

export interface EncodeOptions {
  readonly format: ImageFormat
  /** 1..100; PNG is lossless whatever it says. */
  readonly quality: number
  /** Of a WebP's alpha, 1..100; as `quality` unless told. 100 is lossless. */
  readonly alphaQuality?: number
}

/**
 * Reads and writes pictures. Handed in to the verbs that need it, for the best reader and writer differ by place: native code in Node,
 * the browser's own decoder and WebAssembly in a Worker.
 */
export interface ImageCodec {
  /** @throws when the bytes are no picture this codec reads */
  decode(bytes: Uint8Array, mimeType: string): Promise<Pixels>
  encode(pixels: Pixels, options: EncodeOptions): Promise<Uint8Array<ArrayBuffer>>
  /** Scales down with a filter that neither rings nor aliases (Lanczos or an area average). */
  resize(pixels: Pixels, width: number, height: number): Promise<Pixels>
}
