// Makes the files that phones open by themselves (USDZ, plain GLB) and puts them into dist. Runs after `vite build`, which empties it.
import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensurePhoneFiles } from './phone-files/ensure'

const root = join(import.meta.dirname, '..')
const began = performance.now()
const { folder, files, made } = await ensurePhoneFiles(root, {
  onMade: (sku, done, of) =>
    console.log(`phone files: ${String(done).padStart(String(of).length)} of ${of}  ${sku}`),
}).catch((error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(
    `The files that phones open were not made (${reason}).\nnpx vitrine inspect says what is wrong with the model; files of your own, put where assets/catalogue.json names them, are taken as they are.`,
  )
  process.exit(1)
})
for (const path of files) {
  const to = join(root, 'dist', path)
  mkdirSync(dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    // They are large and never written to: one copy on the disk is enough.
    linkSync(join(folder, path), to)
  } catch {
    copyFileSync(join(folder, path), to)
  }
}
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(`phone files: ${files.length}, of ${made} products made now (${seconds} s)`)
