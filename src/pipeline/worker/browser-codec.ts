import moduleFactory from '@jsquash/webp/codec/enc/webp_enc_simd.js'
import { defaultOptions } from '@jsquash/webp/meta.js'
import type { EncodeOptions, ImageCodec, Pixels } from '../image-codec'
import { lanczos } from './lanczos'

/**
 * Pictures in a Worker: the browser reads them, libwebp as WebAssembly writes WebP (Safari's canvas cannot), scaling is our own.
 *
 * @param webpWasm address of `@jsquash/webp/codec/enc/webp_enc_simd.wasm`, a file of our own
 */
export function createBrowserCodec(webpWasm: string): ImageCodec {
  let encoder: ReturnType<typeof loadEncoder> | undefined
  return {
    decode,
    resize: async (pixels, width, height) => lanczos(pixels, width, height),
    async encode(pixels, options) {
      if (options.format !== 'webp') return encodeByCanvas(pixels, options)
      encoder ??= loadEncoder(webpWasm)
      const { quality } = options
      // As sharp is asked in Node: fine colour at edges, alpha no better than the rest.
      const wanted = { ...defaultOptions, quality, alpha_quality: quality, use_sharp_yuv: 1 }
      const packed = (await encoder).encode(clamped(pixels), pixels.width, pixels.height, wanted)
      if (!packed) throw new Error('webp/encode-failed')
      return Uint8Array.from(packed)
    },
  }
}

async function loadEncoder(address: string) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`webp_enc_simd.wasm: ${response.status}`)
  return moduleFactory({ noInitialRun: true, wasmBinary: await response.arrayBuffer() })
}

/**
 * Unpacks a picture and keeps the colour of transparent pixels: a 2D canvas would premultiply it away, so it is read back through WebGL
 * where there is any.
 */
async function decode(bytes: Uint8Array, mimeType: string): Promise<Pixels> {
  const blob = new Blob([bytes.slice()], { type: mimeType })
  const bitmap = await createImageBitmap(blob, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
    imageOrientation: 'from-image',
  })
  try {
    return readByWebGl(bitmap) ?? readByCanvas(bitmap)
  } finally {
    bitmap.close()
  }
}

function readByWebGl(bitmap: ImageBitmap): Pixels | undefined {
  const { width, height } = bitmap
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return undefined
  try {
    if (Math.max(width, height) > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return undefined
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE)
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture())
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap)
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
    const texture = gl.getParameter(gl.TEXTURE_BINDING_2D)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    const data = new Uint8Array(width * height * 4)
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data)
    return gl.getError() === gl.NO_ERROR ? { width, height, data } : undefined
  } finally {
    // Browsers keep sixteen contexts at most.
    gl.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

function readByCanvas(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap
  const context = contextOf(width, height)
  context.drawImage(bitmap, 0, 0)
  return { width, height, data: new Uint8Array(context.getImageData(0, 0, width, height).data.buffer) }
}

async function encodeByCanvas(
  pixels: Pixels,
  { format, quality }: EncodeOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const context = contextOf(pixels.width, pixels.height)
  context.putImageData(new ImageData(clamped(pixels), pixels.width, pixels.height), 0, 0)
  const blob = await context.canvas.convertToBlob({ type: `image/${format}`, quality: quality / 100 })
  return new Uint8Array(await blob.arrayBuffer())
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('canvas/no-context')
  return context
}

function clamped({ data }: Pixels): Uint8ClampedArray<ArrayBuffer> {
  return new Uint8ClampedArray(data)
}
