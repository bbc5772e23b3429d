// Photographs a product from all sides, for the eyes of whoever makes it:
//   npx tsx assets/source/look.ts <sku> [--out file.png] [--variant name] [--on stand] [--shots yaw,pitch,nearer ...]
// Angles in degrees. Without --shots: four sides, from above, two near views; every variant once.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import type { Stand } from '../../src/core/product'
import type { Shot } from '../../src/core/shot'
import { openPhotoBooth } from './open-photo-booth'

const EDGE = 700
const COLUMNS = 3
const GROUND = '#f2efe9'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    variant: { type: 'string' },
    on: { type: 'string' },
    shots: { type: 'string', multiple: true },
  },
})
const [sku] = positionals
if (!sku) throw new Error('look: which product?')
const glb = `models/${sku}/${sku}.glb`
const file = await readFile(join(import.meta.dirname, '..', glb))
const json = JSON.parse(file.subarray(20, 20 + file.readUInt32LE(12)).toString()) as {
  extensions?: { KHR_materials_variants?: { variants: { name: string }[] } }
}
const variants = json.extensions?.KHR_materials_variants?.variants.map(({ name }) => name) ?? []
const on = (values.on ?? 'floor') as Stand
const variant = values.variant ?? variants[0]
const base = { on, ...(variant ? { variant } : {}) }
const radians = (degrees: number | undefined) => ((degrees ?? 0) * Math.PI) / 180

const shots: Shot[] = values.shots?.map((text) => {
  const [yaw, pitch, nearer] = text.split(',').map(Number)
  return { ...base, yaw: radians(yaw), pitch: radians(pitch), nearer: nearer ?? 1 }
}) ?? [
  ...variants.map((name) => ({ on, variant: name })),
  ...[0, 90, 180, 270].map((yaw) => ({ ...base, yaw: radians(yaw), pitch: 0.1 })),
  { ...base, yaw: 0.5, pitch: 1.1 },
  { ...base, nearer: 0.5 },
  { ...base, yaw: -0.7, nearer: 0.36 },
]
const booth = await openPhotoBooth(EDGE)
try {
  const tiles = []
  for (const [i, shot] of shots.entries()) {
    const input = await sharp(await booth.take(glb, shot))
      .flatten({ background: GROUND })
      .png()
      .toBuffer()
    tiles.push({ input, left: (i % COLUMNS) * EDGE, top: Math.floor(i / COLUMNS) * EDGE })
  }
  const out = values.out ?? join('.cache', 'look', `${sku}.png`)
  await mkdir(join(out, '..'), { recursive: true })
  await sharp({
    create: {
      width: EDGE * Math.min(COLUMNS, shots.length),
      height: EDGE * Math.ceil(shots.length / COLUMNS),
      channels: 3,
      background: GROUND,
    },
  })
    .composite(tiles)
    .png()
    .toFile(out)
  console.log(out)
} finally {
  await booth.close()
}
