/** Longest side of a photo as we look at it, pixels: more shows no better fit and costs memory. */
export const PHOTO_SIDE = 1600

/** Bytes beyond which a file is no photo of a phone. */
const MAX_BYTES = 60e6
/** Pixels beyond which decoding could take the page down on a phone. */
const MAX_PIXELS = 120e6

/** Why a file did not become a photo. `heic`: a format of phones that this browser cannot show. */
export interface PhotoFault {
  readonly code: 'photo-unreadable'
  readonly why: 'heic' | 'too-large' | 'not-a-picture'
}

export type OpenedPhoto =
  | { readonly ok: true; readonly bitmap: ImageBitmap }
  | { readonly ok: false; readonly fault: PhotoFault }

/**
 * A shopper's picture, upright and at most {@link PHOTO_SIDE} pixels a side. It is read in the page and sent nowhere. Whoever takes the bitmap closes it.
 */
export async function openPhoto(file: Blob): Promise<OpenedPhoto> {
  if (file.size > MAX_BYTES) return failed('too-large')
  const url = URL.createObjectURL(file)
  const image = new Image()
  try {
    image.src = url
    await new Promise((resolve, reject) => {
      image.onload = resolve
      image.onerror = reject
    })
    // Known from the file's head, before its pixels are decoded; an image element turns it as its EXIF says.
    const { naturalWidth: width, naturalHeight: height } = image
    if (width * height > MAX_PIXELS) return failed('too-large')
    if (width < 1 || height < 1) return failed('not-a-picture')
    const scale = Math.min(1, PHOTO_SIDE / Math.max(width, height))
    return { ok: true, bitmap: await scaled(image, Math.round(width * scale), Math.round(height * scale)) }
  } catch {
    return failed((await isHeic(file)) ? 'heic' : 'not-a-picture')
  } finally {
    image.src = ''
    URL.revokeObjectURL(url)
  }
}

/** By way of a canvas: bitmaps made from files forget the EXIF turn in some browsers once they are also resized. */
async function scaled(image: HTMLImageElement, width: number, height: number): Promise<ImageBitmap> {
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, width)
  canvas.height = Math.max(1, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.imageSmoothingQuality = 'high'
  // Where a picture is clear, white: a cut-out person stands before paper, not in the dark.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  try {
    return await createImageBitmap(canvas)
  } finally {
    // Frees its pixels at once; Safari keeps canvases long after they are dropped.
    canvas.width = 0
  }
}

/** ISO base media file whose brand is one of HEIF's (ISO/IEC 23008-12). */
async function isHeic(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  const text = String.fromCharCode(...head)
  return text.slice(4, 8) === 'ftyp' && /hei[cxms]|hev[cxms]|mif1|msf1/.test(text.slice(8))
}

function failed(why: PhotoFault['why']): OpenedPhoto {
  return { ok: false, fault: { code: 'photo-unreadable', why } }
}
