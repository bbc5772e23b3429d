// Makes the model people and hands: `npx tsx assets/source/people/build.ts [id...]`. Pictures are a second step, pictures.ts, for they need a browser.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { HAND_POSES } from './hands'
import { PEOPLE } from './people'
import { publishPerson } from './publish-person'
import { writeHand } from './write-hand'
import { writePerson } from './write-person'

const home = join(import.meta.dirname, '..', '..', 'people')
await mkdir(home, { recursive: true })
const chosen = process.argv.slice(2)
for (const person of PEOPLE) {
  if (chosen.length > 0 && !chosen.includes(person.id)) continue
  const { document, truth } = await writePerson(person)
  const bytes = await publishPerson(document, join(home, `${person.id}.glb`))
  const mm = (value: number) => (value * 1000).toFixed(1)
  console.log(
    person.id.padEnd(8),
    `${(bytes / 1000).toFixed(0)} kB`.padStart(8),
    `pupils ${mm(truth.pupillaryDistance)} mm, round ${mm(truth.hatBand.circumference)} mm`,
  )
}
for (const pose of HAND_POSES) {
  // The open hand is the hand.
  const id = pose.name === 'open' ? 'hand' : `hand-${pose.name}`
  if (chosen.length > 0 && !chosen.includes(id)) continue
  const { document, truth } = await writeHand(pose)
  const bytes = await publishPerson(document, join(home, `${id}.glb`))
  const mm = (value: number) => (value * 1000).toFixed(1)
  console.log(
    id.padEnd(13),
    `${(bytes / 1000).toFixed(0)} kB`.padStart(8),
    `palm ${mm(truth.palmLength)} mm, wrist ${mm(truth.watch.width)} by ${mm(truth.watch.thickness)} mm`,
  )
}
