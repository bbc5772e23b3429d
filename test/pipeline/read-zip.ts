/** A file as its archive says it is. */
export interface ZipEntry {
  readonly name: string
  /** Byte at which its data starts. */
  readonly start: number
  readonly bytes: Uint8Array
  readonly method: number
  readonly crc: number
}

/** Reads an archive the way a reader does, from its end record through the central directory, checking both headers agree. */
export function readZip(archive: Uint8Array): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - 22
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end record')
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('no directory entry')
    const size = view.getUint32(at + 24, true)
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + length))
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== 0x04034b50) throw new Error(`no local header for ${name}`)
    if (view.getUint32(local + 14, true) !== view.getUint32(at + 16, true))
      throw new Error('headers disagree')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const entry = {
      name,
      start,
      bytes: archive.subarray(start, start + size),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    }
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return entry
  })
}
