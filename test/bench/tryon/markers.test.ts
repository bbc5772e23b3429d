import { describe, expect, it } from 'vitest'
import { readWear } from '../../../src/core/wear'
import { markerEarrings, markerEyewear, markerMakeup, markerRing, markerWatch } from './marker-products'
import { findMarker, type Picture } from './markers'
import { changeMask, greatestOutside, halfMask, hardIoU } from './masks'

/** A grey picture on which a disc is drawn, antialiased by 8 x 8 samples. */
function picture(disc?: { x: number; y: number; radius: number; rgb: readonly number[] }): Picture {
  const [width, height] = [64, 48]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    let share = 0
    for (let s = 0; disc && s < 64; s++) {
      const x = (i % width) + ((s % 8) + 0.5) / 8
      const y = Math.floor(i / width) + (Math.floor(s / 8) + 0.5) / 8
      if (Math.hypot(x - disc.x, y - disc.y) < disc.radius) share += 1 / 64
    }
    for (let c = 0; c < 3; c++) data[4 * i + c] = 120 * (1 - share) + 255 * share * (disc?.rgb[c] ?? 0)
    data[4 * i + 3] = 255
  }
  return { width, height, data }
}

describe('what measures try-on in pictures', () => {
  it('finds the middle of a bead to a few hundredths of a pixel', () => {
    for (const [x, y] of [
      [20.3, 18.7],
      [31.05, 9.5],
    ] as const) {
      const found = findMarker(picture({ x, y, radius: 4, rgb: [0, 1, 0] }), picture(), 'green')
      expect(found?.x).toBeCloseTo(x, 1)
      expect(found?.y).toBeCloseTo(y, 1)
    }
  })

  it('does not take one colour for another, nor a shadow for a bead', () => {
    const green = picture({ x: 20, y: 20, radius: 4, rgb: [0, 1, 0] })
    const shadow = picture({ x: 20, y: 20, radius: 4, rgb: [0.2, 0.2, 0.2] })
    expect(findMarker(green, picture(), 'red')).toBeUndefined()
    expect(findMarker(green, picture(), 'magenta')).toBeUndefined()
    expect(findMarker(shadow, picture(), 'red')).toBeUndefined()
  })

  it('compares masks', () => {
    const mask = changeMask(picture({ x: 20, y: 20, radius: 6, rgb: [0, 0, 1] }), picture(), 135)
    const moved = changeMask(picture({ x: 22, y: 20, radius: 6, rgb: [0, 0, 1] }), picture(), 135)
    expect(hardIoU(mask, mask)).toBe(1)
    // Two discs of radius 6, two apart: lens over union.
    expect(hardIoU(mask, moved)).toBeCloseTo(0.65, 1)
    expect(hardIoU(halfMask(mask, mask), mask)).toBe(1)
    expect(greatestOutside(moved, mask, 64, 3)).toBe(0)
    expect(greatestOutside(moved, mask, 64, 0)).toBeGreaterThan(200)
  })

  it('makes products whose extras try-on reads', async () => {
    for (const { wear } of [
      await markerEyewear(),
      await markerEarrings(),
      await markerRing(),
      await markerWatch(),
      await markerMakeup('lips'),
    ]) {
      expect(readWear({ vitrine: { version: 1, wear } })).toMatchObject({ ok: true })
    }
  })
})
