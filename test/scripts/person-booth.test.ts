import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HeadTruth } from '../../assets/source/people/truth'
import { openPersonBooth, type PersonBooth } from '../../scripts/person-booth/open'
import { truthOf } from '../../scripts/person-booth/truth-of'

const malik = join(import.meta.dirname, '..', '..', 'assets', 'people', 'malik.glb')
const CAMERA = { width: 640, height: 480, focal: 560 }
const PATIENCE = 240_000
let booth: PersonBooth

beforeAll(async () => {
  booth = await openPersonBooth()
}, PATIENCE)
afterAll(() => booth.close())

const pixels = async (image: Buffer) => {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

test('what the truth says is where the picture shows it', { timeout: PATIENCE }, async () => {
  const truth = truthOf(readFileSync(malik)) as HeadTruth
  const pose = { position: [0.05, -0.02, -0.5], rotation: [0.1, 0.35, -0.08] } as const
  const { image, truth: seen } = await booth.render(malik, {
    camera: CAMERA,
    pose,
    dots: [truth.noseTip],
    draft: true,
  })
  const { data, width } = await pixels(image)
  let [x, y, weight] = [0, 0, 0]
  for (let i = 0; i < data.length / 3; i++) {
    const green = (data[i * 3 + 1] ?? 0) - Math.max(data[i * 3] ?? 0, data[i * 3 + 2] ?? 0)
    if (green < 90) continue
    x += ((i % width) + 0.5) * green
    y += (Math.floor(i / width) + 0.5) * green
    weight += green
  }
  expect(x / weight).toBeCloseTo(seen.points.noseTip?.[0] ?? 0, 0)
  expect(y / weight).toBeCloseTo(seen.points.noseTip?.[1] ?? 0, 0)
})

test('the mask of the lips fills their border', { timeout: PATIENCE }, async () => {
  const { mask, truth } = await booth.render(malik, {
    camera: CAMERA,
    pose: { position: [0, 0, -0.4] },
    mask: true,
  })
  const { data, width } = await pixels(mask ?? Buffer.alloc(0))
  const border = truth.lines['lips.outer'] ?? []
  let inside = 0
  for (let i = 0; i < data.length / 3; i++) inside += (data[i * 3] ?? 0) / 255
  const area = Math.abs(
    border.reduce((sum, [x, y], i) => {
      const [nx = 0, ny = 0] = border[(i + 1) % border.length] ?? []
      return sum + (x * ny - nx * y) / 2
    }, 0),
  )
  expect(area).toBeGreaterThan(200)
  expect(inside / area).toBeGreaterThan(0.93)
  expect(inside / area).toBeLessThan(1.05)
  const xs = border.map(([x]) => x)
  const filled = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: 480 }, (_, y) => data[(y * width + x) * 3] ?? 0).some((value) => value > 128),
  )
  expect(Math.min(...filled)).toBeGreaterThan(Math.min(...xs) - 1.5)
  expect(Math.max(...filled)).toBeLessThan(Math.max(...xs) + 1.5)
})

test('noise is the same for the same seed, and a clip is one JPEG after another', {
  timeout: PATIENCE,
}, async () => {
  const shot = {
    camera: CAMERA,
    pose: { position: [0, 0, -0.5] as const },
    noise: { sigma: 3, seed: 5 },
    draft: true,
  }
  const [first, second, other] = [
    await booth.render(malik, shot),
    await booth.render(malik, shot),
    await booth.render(malik, { ...shot, noise: { sigma: 3, seed: 6 } }),
  ]
  expect(first.image.equals(second.image)).toBe(true)
  expect(first.image.equals(other.image)).toBe(false)
  const file = join(mkdtempSync(join(tmpdir(), 'clip-')), 'two.mjpeg')
  const truth = await booth.clip(malik, [shot, shot], file)
  expect(truth).toHaveLength(2)
  const bytes = readFileSync(file)
  expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  expect(bytes.toString('latin1').split('\xff\xd8\xff').length - 1).toBe(2)
  expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toHaveLength(2)
})
