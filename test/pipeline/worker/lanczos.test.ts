import { expect, it } from 'vitest'
import { createSharpCodec } from '../../../src/cli/sharp-codec'
import { lanczos } from '../../../src/pipeline/worker/lanczos'

it('scales down as sharp does', async () => {
  const [width, height] = [96, 64]
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)]
    data[i] = 128 + 100 * Math.sin(x / (5 + (i & 3))) * Math.cos(y / 7)
  }
  const ours = lanczos({ width, height, data }, 40, 24)
  const theirs = await createSharpCodec().resize({ width, height, data }, 40, 24)
  const apart = ours.data.map((value, i) => Math.abs(value - (theirs.data[i] ?? 0)))
  expect(ours).toMatchObject({ width: 40, height: 24 })
  expect(apart.reduce((sum, value) => sum + value, 0) / apart.length).toBeLessThan(2)
})

it('keeps a plain picture plain, to the edges', () => {
  const plain = { width: 50, height: 30, data: new Uint8Array(50 * 30 * 4).fill(77) }
  expect(new Set(lanczos(plain, 7, 30).data)).toEqual(new Set([77]))
})
