// npx tsx assets/source/try-on/record-people.ts [id...]: lets the real tracker look at the pictures of our model people and hands and keeps what it
// saw as <folder>/<id>/landmarks.json, so that a shop shows them without a tracker. Pictures are <id>/0.webp, 1.webp ... or <id>.webp alone.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Subject } from '../../../src/experiences/tryon/tracker/tracker'
import { openRecorder } from './recorder/open'

/** Pictures of one person or hand. */
interface PictureSet {
  readonly id: string
  readonly subject: Subject
  readonly folder: string
  /** By number. Absolute paths. */
  readonly pictures: readonly string[]
}

const root = join(import.meta.dirname, '..', '..', '..')

async function main(chosen: readonly string[]): Promise<void> {
  const home = join(root, 'assets', 'try-on')
  const sets = [...setsIn(join(home, 'people'), 'face'), ...setsIn(join(home, 'hands'), 'hand')]
  const wanted = sets.filter(({ id }) => chosen.length === 0 || chosen.includes(id))
  if (wanted.length === 0)
    throw new Error('record-people: no pictures; npx tsx assets/source/people/pictures.ts makes them')
  const recorder = await openRecorder(root)
  try {
    for (const { id, subject, folder, pictures } of wanted) {
      const addresses = pictures.map((path) => path.slice(root.length).replaceAll('\\', '/'))
      const { text, seen } = await recorder.stills(subject, addresses)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'landmarks.json'), text)
      const blind = seen.flatMap((count, i) => (count === 1 ? [] : [`${i}: ${count}`]))
      console.log(
        id.padEnd(10),
        `${pictures.length} pictures, ${Math.round(text.length / 1000)} kB`,
        ...blind,
      )
      // Exactly one face or hand is in each.
      if (blind.length > 0) process.exitCode = 1
    }
  } finally {
    await recorder.close()
  }
}

function setsIn(home: string, subject: Subject): PictureSet[] {
  if (!existsSync(home)) return []
  return readdirSync(home, { withFileTypes: true }).flatMap((entry) => {
    const path = join(home, entry.name)
    if (!entry.isDirectory()) {
      const id = basename(entry.name, '.webp')
      return id === entry.name ? [] : [{ id, subject, folder: join(home, id), pictures: [path] }]
    }
    const pictures = readdirSync(path)
      .filter((name) => /^\d+\.webp$/.test(name))
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .map((name) => join(path, name))
    return pictures.length > 0 ? [{ id: entry.name, subject, folder: path, pictures }] : []
  })
}

await main(process.argv.slice(2))
