// The pictures of the shop's model people and hands: `npx tsx assets/source/people/pictures.ts [id...]`, after build.ts.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { openPersonBooth, type PersonShot } from '../../../scripts/person-booth/open'
import { PEOPLE } from './people'

const assets = join(import.meta.dirname, '..', '..')
const home = join(assets, 'try-on')
/** Portrait; the focal length of a lens that flatters (85 mm on a full frame is 2.4 times the height's half field). */
const CAMERA = { width: 900, height: 1200, focal: 2600 }
const YAWS = [-30, -20, -10, 0, 10, 20, 30] as const
/** Eyes a little above the middle, a metre away. */
const FACE = [0, 0.024, -1.02] as const
const HAND = { position: [0.012, -0.035, -0.86], rotation: [0, 0, 0] } as const
const HAND_TONES = { light: 'tone-1', medium: 'tone-3', dark: 'tone-5' } as const
/** The most a picture may weigh, bytes. */
const BUDGET = 70_000
/** A wall that suits everybody: warm grey, and the light of a window to the picture's left. */
const LOOK: Pick<PersonShot, 'background' | 'oversample'> = {
  background: { kind: 'studio', colour: '#cdc8c1' },
  oversample: 1,
}

/** As good as fits the budget. */
async function webp(png: Buffer): Promise<Buffer> {
  for (const quality of [88, 84, 80, 75, 70, 64]) {
    const bytes = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (bytes.length <= BUDGET) return bytes
  }
  throw new Error('people/picture-too-heavy')
}

const booth = await openPersonBooth()
const chosen = process.argv.slice(2)
const wanted = (id: string) => chosen.length === 0 || chosen.includes(id)
const poseOf = (yaw: number) => ({ position: FACE, rotation: [0, (yaw * Math.PI) / 180, 0] as const })
for (const { id } of PEOPLE) {
  if (!wanted(id)) continue
  const folder = join(home, 'people', id)
  await mkdir(folder, { recursive: true })
  let heaviest = 0
  for (const [index, yaw] of YAWS.entries()) {
    const { image } = await booth.render(join(assets, 'people', `${id}.glb`), {
      camera: CAMERA,
      pose: poseOf(yaw),
      ...LOOK,
    })
    const bytes = await webp(image)
    heaviest = Math.max(heaviest, bytes.length)
    await writeFile(join(folder, `${index}.webp`), bytes)
  }
  console.log(id.padEnd(8), `at most ${(heaviest / 1000).toFixed(0)} kB a picture`)
}
const hands = join(home, 'hands')
await mkdir(hands, { recursive: true })
for (const [name, tone] of Object.entries(HAND_TONES)) {
  if (!wanted(`hand-${name}`) && !wanted('hands')) continue
  const { image } = await booth.render(join(assets, 'people', 'hand.glb'), {
    camera: CAMERA,
    pose: HAND,
    tone,
    ...LOOK,
  })
  await writeFile(join(hands, `${name}.webp`), await webp(image))
}
await booth.close()
await writeFile(
  join(home, 'people', 'people.json'),
  `${JSON.stringify(
    {
      version: 1,
      camera: CAMERA,
      people: PEOPLE.map(({ id, tone, shape, ears }) => ({
        id,
        tone,
        shape,
        ears,
        pictures: YAWS.map((yaw, index) => ({ file: `${id}/${index}.webp`, yaw, pose: poseOf(yaw) })),
      })),
      hands: Object.entries(HAND_TONES).map(([name, tone]) => ({
        id: name,
        tone,
        side: 'right',
        file: `../hands/${name}.webp`,
        pose: HAND,
      })),
    },
    null,
    2,
  )}\n`,
)
