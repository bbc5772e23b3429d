/** Bytes at a JPEG's start in which its EXIF block lies: the block itself is at most 64 KB. */
const HEAD = 128 * 1024
/** TIFF tags: where the EXIF part begins, and the focal length in 35 mm terms. Source: CIPA DC-008 (Exif 2.32), 4.6.3 and 4.6.5. */
const EXIF_PART = 0x8769
const FOCAL_35 = 0xa405
/** A tag's type for a whole number of two bytes. */
const SHORT = 3
/** Shortest and longest lens that is believed, millimetres. */
const SHORTEST = 8
const LONGEST = 600

/**
 * The focal length that a photo's EXIF block names, in 35 mm terms, millimetres; undefined where it names none, or for a file that is no JPEG. Of a photo that was cropped it
 * is too short. Never rejects.
 */
export async function photoLens(file: Blob): Promise<number | undefined> {
  try {
    const view = new DataView(await file.slice(0, HEAD).arrayBuffer())
    const tiff = exifBlock(view)
    const focal = tiff && focalOf(tiff)
    return focal !== undefined && focal >= SHORTEST && focal <= LONGEST ? focal : undefined
  } catch {
    // Unreadable, or a block that points beyond its own end.
    return undefined
  }
}

/** The TIFF structure inside a JPEG's EXIF segment. */
function exifBlock(view: DataView): DataView | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 10 < view.byteLength; ) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    // "Exif" and two zeros.
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) {
      return new DataView(view.buffer, at + 10, Math.min(length - 8, view.byteLength - at - 10))
    }
    // Where the picture itself begins, or what is no segment.
    if (marker === 0xffda || marker < 0xff00) return undefined
    at += 2 + length
  }
  return undefined
}

function focalOf(tiff: DataView): number | undefined {
  const little = tiff.getUint16(0) === 0x4949
  const part = readTag(tiff, tiff.getUint32(4, little), EXIF_PART, little)
  return part === undefined ? undefined : readTag(tiff, part, FOCAL_35, little)
}

/** A tag's value in a directory of tags of twelve bytes each. */
function readTag(tiff: DataView, directory: number, tag: number, little: boolean): number | undefined {
  const count = tiff.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + 12 * i
    if (tiff.getUint16(at, little) !== tag) continue
    const short = tiff.getUint16(at + 2, little) === SHORT
    return short ? tiff.getUint16(at + 8, little) : tiff.getUint32(at + 8, little)
  }
  return undefined
}
