/** What a KTX2 file says of itself. */
export interface Ktx2Header {
  readonly width: number
  readonly height: number
  readonly levels: number
  /** How the pixels are packed; `other` is anything that is not Basis Universal. */
  readonly model: 'etc1s' | 'uastc' | 'other'
  readonly alpha: boolean
}

const IDENTIFIER = [0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb]
const ETC1S = 163
const UASTC = 166
/** Channel ids of a sample: ETC1S writes alpha as a slice of its own (15), UASTC as one RGBA sample (3). */
const ETC1S_ALPHA = 15
const UASTC_RGBA = 3

/** Reads the header and the data format descriptor; undefined when the bytes are no KTX2. Source: KTX File Format 2.0, sections 3 and 5. */
export function readKtx2Header(bytes: Uint8Array): Ktx2Header | undefined {
  if (bytes.byteLength < 80 || IDENTIFIER.some((value, i) => bytes[i] !== value)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const descriptor = view.getUint32(48, true)
  if (descriptor + 44 > bytes.byteLength) return undefined
  const colourModel = view.getUint8(descriptor + 12)
  const blockSize = view.getUint16(descriptor + 10, true)
  const samples = Math.max(0, (blockSize - 24) >> 4)
  const channel = (sample: number) => {
    const at = descriptor + 28 + sample * 16 + 3
    return at < bytes.byteLength ? view.getUint8(at) & 15 : 0
  }
  const model = colourModel === ETC1S ? 'etc1s' : colourModel === UASTC ? 'uastc' : 'other'
  return {
    width: view.getUint32(20, true),
    height: view.getUint32(24, true),
    levels: view.getUint32(40, true),
    model,
    alpha: model === 'etc1s' ? samples > 1 && channel(1) === ETC1S_ALPHA : channel(0) === UASTC_RGBA,
  }
}
