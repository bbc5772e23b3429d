import { describe, expect, it } from 'vitest'
import { fromTile, tileAround, tilesOf } from '../../../../src/experiences/tryon/tracker/photo-tiles'

describe('parts of a photo', () => {
  it.each([
    [1600, 900],
    [900, 1600],
    [1600, 300],
    [640, 640],
  ])('of %i × %i are inside it, and whoever is smaller than 0.4 of one is whole in one', (width, height) => {
    const rounds = tilesOf(width, height)
    expect(rounds).toHaveLength(2)
    for (const round of rounds) {
      const [first] = round
      const size = 0.4 * Math.min(first?.width ?? 0, first?.height ?? 0)
      for (const { x, y, width: w, height: h } of round) {
        expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height).toBe(true)
      }
      for (let x = 0; x + size <= width; x += 37) {
        for (let y = 0; y + size <= height; y += 37) {
          const whole = round.some(
            (tile) =>
              x >= tile.x &&
              y >= tile.y &&
              x + size <= tile.x + tile.width &&
              y + size <= tile.y + tile.height,
          )
          expect(whole, `${x}, ${y} in ${first?.width}`).toBe(true)
        }
      }
    }
  })

  it('of a thumbnail are none', () => {
    expect(tilesOf(160, 120)).toEqual([])
    expect(tilesOf(300, 200)).toHaveLength(1)
  })
})

it('is cut round somebody at the edge, and leads back to the photo', () => {
  const points = Float32Array.of(1500, 40, 3, 1580, 140, -3)
  const tile = tileAround(points, 1600, 900)
  expect(tile).toEqual({ x: 1390, y: 0, width: 210, height: 300 })
  const own = points.map((value, i) => value - (i % 3 === 0 ? tile.x : i % 3 === 1 ? tile.y : 0))
  fromTile(own, tile)
  expect(own).toEqual(points)
})
