import { expect, test } from 'vitest'
import { createStudio } from '../../src/engine/studio'

/** Linear RGB of a texel with a shared exponent (OpenGL ES 3.2, 8.5.2). */
function unpack(texel: number): [number, number, number] {
  const scale = 2 ** ((texel >>> 27) - 15 - 9)
  return [(texel & 511) * scale, ((texel >>> 9) & 511) * scale, ((texel >>> 18) & 511) * scale]
}

interface Level {
  image: { image: { data: Uint32Array; width: number } }[]
}

const studio = createStudio()
const base: Level = { image: studio.images as unknown as Level['image'] }
const levels: Level[] = [base, ...(studio.mipmaps as unknown as Level[])]

/** Mean radiance over the sphere: texels weighted by their solid angle. */
function mean({ image }: Level): number {
  let sum = 0
  let weights = 0
  for (const { image: face } of image) {
    face.data.forEach((texel, i) => {
      const s = (((i % face.width) + 0.5) / face.width) * 2 - 1
      const t = ((Math.floor(i / face.width) + 0.5) / face.width) * 2 - 1
      const weight = (1 + s * s + t * t) ** -1.5
      sum += unpack(texel)[1] * weight
      weights += weight
    })
  }
  return sum / weights
}

test('the levels halve, and one more keeps three counting right', () => {
  expect(levels.map(({ image }) => image[0]?.image.width)).toEqual([128, 64, 32, 16, 8, 4])
  expect(studio).toHaveProperty('isPMREMTexture', true)
  expect(studio.mipmaps[0]).toHaveProperty('width', 128)
})

test('roughness spreads light but neither makes nor loses it', () => {
  const light = levels.map(mean)
  for (const level of light.slice(0, 5)) expect(level / (light[0] ?? 1)).toBeCloseTo(1, 1)
})

test('it lights like a studio: bright above, soft in front, dim below, nothing blown', () => {
  const rough = levels[4]?.image.map(({ image }) => unpack(image.data[4 * 8 + 4] ?? 0)[1]) ?? []
  const [left = 0, right = 0, up = 0, down = 0, front = 0] = rough
  expect(up).toBeGreaterThan(left)
  expect(Math.min(left, right, front)).toBeGreaterThan(2 * down)
  expect(up).toBeLessThan(1.7)
  expect(front).toBeGreaterThan(0.6)
})
