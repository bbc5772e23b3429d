import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { coarsenWeights, readHalf, writeHalf } from '../../../scripts/tracker-models/coarse-weights'
import { FlatbufferPrefix } from '../../../scripts/tracker-models/flatbuffer-prefix'
import { ROOT } from '../../architecture/source-files'

const model = readFileSync(join(ROOT, 'node_modules', '@mediapipe', 'hands', 'hand_landmark_lite.tflite'))

/** Half floats of every constant tensor, by number. */
function tensors(bytes: Uint8Array): { shape: number[]; values: Float64Array }[] {
  const file = new FlatbufferPrefix(bytes)
  const [graph] = file.tables(file.follow(file.root(), 2))
  const buffers = file.tables(file.follow(file.root(), 4))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return file.tables(file.follow(Number(graph), 0)).flatMap((tensor) => {
    const type = file.field(Number(tensor), 1)
    const buffer = file.field(Number(tensor), 2)
    const data = buffer ? file.follow(Number(buffers[file.uint32(buffer)]), 0) : 0
    if (!type || bytes[type] !== 1 || !data) return []
    const values = Float64Array.from({ length: file.uint32(data) / 2 }, (_, i) =>
      readHalf(view.getUint16(data + 4 + 2 * i, true)),
    )
    return [{ shape: file.integers(file.follow(Number(tensor), 0)), values }]
  })
}

const rms = (values: Float64Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)

describe('half floats', () => {
  it('are read and written back, all of them', () => {
    const wrong = Array.from({ length: 0x7c00 }, (_, bits) => bits).filter(
      (bits) =>
        writeHalf(readHalf(bits)) !== bits || (bits > 0 && writeHalf(-readHalf(bits)) !== (bits | 0x8000)),
    )
    expect(wrong).toEqual([])
    expect([readHalf(0x3c00), readHalf(0xc000), readHalf(1)]).toEqual([1, -2, 2 ** -24])
  })
})

describe('coarse weights', () => {
  const before = tensors(model)
  const after = tensors(coarsenWeights(model, 16))

  it('stay within 2.6 % of large tensors, are the same number, and leave biases alone', () => {
    expect(after).toHaveLength(before.length)
    let large = 0
    before.forEach(({ shape, values }, i) => {
      const rounded = after[i]?.values ?? new Float64Array()
      const noise = rms(values.map((value, k) => (rounded[k] ?? 0) - value)) / Math.max(1e-9, rms(values))
      if (values.length < 1024 || shape.length < 2) expect(noise).toBe(0)
      else expect(noise).toBeLessThan(values.length < 30_000 ? 0.0086 : 0.026)
      if (values.length >= 30_000 && noise > 0) large += 1
    })
    expect(large).toBeGreaterThan(3)
  })

  it('compress, in a file as long as before', () => {
    const coarse = coarsenWeights(model, 16)
    expect(coarse).toHaveLength(model.length)
    expect(gzipSync(coarse).length / gzipSync(model).length).toBeLessThan(0.65)
  }, 60_000)
})
