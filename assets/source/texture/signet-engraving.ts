import { HeightField, type Image, normalMap, paint } from './image'
import { gradientNoise, smoothstep } from './noise'

/**
 * What a hand engraver cuts into the face of a signet: a sun over a dune, three lines of tide, a border. V-shaped cuts,
 * with bright walls and a dark bottom.
 *
 * @param across half of the oval's width, metres; `along` half of its length
 */
export function signetEngraving(
  across: number,
  along: number,
): { normal: Image; surface: Image; tile: readonly [number, number] } {
  const size = 512
  const tile: readonly [number, number] = [across * 2.2, along * 2.2]
  const hand = gradientNoise(7301, 9, 9)
  /** Depth of the cut, 0..1, at a place in millimetres: x to the right, y down. */
  const cut = (u: number, v: number) => {
    const waver = hand(u, v) * 0.02
    const x = (u - Math.round(u)) * tile[0] * 1000
    const y = (v - Math.round(v)) * tile[1] * 1000
    const line = (distance: number, half: number) => Math.max(0, 1 - Math.abs(distance + waver) / half)
    const rim = Math.hypot(x / (across * 1000), y / (along * 1000))
    const inner = smoothstep(0.83, 0.8, rim)
    let depth = line((rim - 0.865) * 5.6, 0.17)
    const dune = Math.hypot(x + 2.6, y - 4.1)
    const sea = 1.15
    const sun = Math.hypot(x - 0.9, y + 2.05)
    depth = Math.max(depth, line(sun - 1.25, 0.17))
    // Rays of the sun, cut short of it.
    const ray = Math.atan2(y + 2.05, x - 0.9)
    const spoke = Math.abs((((ray / (Math.PI * 2)) * 16 + 64.5) % 1) - 0.5) * (sun / 16) * Math.PI * 2
    if (sun > 1.6 && sun < 2.2) depth = Math.max(depth, line(spoke, 0.12) * smoothstep(2.2, 2, sun))
    if (y < sea) {
      for (const radius of [5.2, 4.55, 3.9]) {
        if (sun > 1.45) depth = Math.max(depth, line(dune - radius, 0.16) * inner)
      }
    }
    for (let k = 0; k < 4; k++) {
      const wave = y - sea - k * 0.95 - Math.sin(x * 1.6 + k * 1.9) * 0.2
      depth = Math.max(depth, line(wave, 0.17 - k * 0.012) * inner)
    }
    return depth
  }
  const relief = new HeightField(size, size).fill((u, v) => -cut(u, v) * 1.3e-4)
  const surface = paint('signet-surface', size, size, 'data', (u, v) => {
    const depth = cut(u, v)
    return [1 - smoothstep(0.1, 0.9, depth) * 0.75, 0.13 + depth * 0.3, 1]
  })
  return { normal: { ...normalMap('signet-normal', relief, tile), lossless: true }, surface, tile }
}
