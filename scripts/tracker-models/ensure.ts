import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeTrackerModels } from './compose.ts'

/** Where the models lie once made, from the project's root. */
export const TRACKER_MODELS = '.cache/tracker-models'

const PACKAGES = ['face_mesh', 'hands', 'selfie_segmentation']

/**
 * Composes the tracker's models unless they are there already: made from these very packages by this very code.
 *
 * @param root the project's folder
 * @returns whether they had to be made
 */
export function ensureTrackerModels(root: string): boolean {
  const folder = join(root, TRACKER_MODELS)
  const packages = join(root, 'node_modules', '@mediapipe')
  const stamp = join(folder, '.key')
  const key = keyOf(packages, root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false
  mkdirSync(folder, { recursive: true })
  const files = [
    ...composeTrackerModels(packages),
    { name: 'NOTICE.txt', bytes: readFileSync(join(import.meta.dirname, 'NOTICE.txt')) },
  ]
  for (const { name, bytes } of files) {
    // Whole or not at all: a test may read while another makes.
    const half = join(folder, `${name}.${process.pid}`)
    writeFileSync(half, bytes)
    renameSync(half, join(folder, name))
  }
  writeFileSync(stamp, key)
  return true
}

/** Changes with the pinned packages and with the code that composes. */
function keyOf(packages: string, root: string): string {
  const hash = createHash('sha256')
  for (const name of PACKAGES) hash.update(readFileSync(join(packages, name, 'package.json')))
  for (const name of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, name)))
  hash.update(readFileSync(join(root, 'src', 'pipeline', 'stored-zip.ts')))
  return hash.digest('hex')
}
