import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

interface PackedFile {
  readonly filename: string
  readonly start: number
  readonly end: number
}

/**
 * The files inside an Emscripten data package (`<stem>.data` with its `<stem>_loader.js`), by their names without folders.
 *
 * @throws when the loader names no files or one that the data does not hold
 */
export function unpackAssets(folder: string, stem: string): ReadonlyMap<string, Uint8Array> {
  const loader = readFileSync(join(folder, `${stem}_loader.js`), 'utf8')
  const data = readFileSync(join(folder, `${stem}.data`))
  const list = /"files": ?(\[[^\]]*\])/.exec(loader)?.[1]
  if (!list) throw new Error(`tracker-models/packed-assets: ${stem} names no files`)
  const files: readonly PackedFile[] = JSON.parse(list)
  return new Map(
    files.map(({ filename, start, end }) => {
      if (end > data.length) throw new Error(`tracker-models/packed-assets: ${filename} is cut short`)
      return [basename(filename), data.subarray(start, end)]
    }),
  )
}
