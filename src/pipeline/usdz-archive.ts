import { type ArchiveFile, storedZip } from './stored-zip'

export type { ArchiveFile }

/** Source: the USDZ file format specification 1.3. */
const ALIGNMENT = 64

/** Zips files as USDZ wants them: stored (not deflated), each file's data starting at a multiple of 64 bytes, the first file being the scene. */
export function archiveUsdz(files: readonly ArchiveFile[]): Uint8Array<ArrayBuffer> {
  return storedZip(files, ALIGNMENT)
}
