/** A small seeded generator (mulberry32): the same seed gives the same product, byte for byte. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A field over the unit square that repeats without a seam, about -1..1. */
export type Field = (u: number, v: number) => number

/** Gradient noise with whole numbers of cells across and down, so that it repeats. */
export function gradientNoise(seed: number, across: number, down: number): Field {
  const next = random(seed)
  const gx = new Float32Array(across * down)
  const gy = new Float32Array(across * down)
  for (let i = 0; i < across * down; i++) {
    const angle = next() * Math.PI * 2
    gx[i] = Math.cos(angle)
    gy[i] = Math.sin(angle)
  }
  // Indexed in place: a shared reader sees every kind of array and is ten times slower here.
  return (u, v) => {
    const x = (u - Math.floor(u)) * across
    const y = (v - Math.floor(v)) * down
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    const fx = x - xi
    const fy = y - yi
    const x0 = xi % across
    const x1 = (xi + 1) % across
    const y0 = (yi % down) * across
    const y1 = ((yi + 1) % down) * across
    const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    const a = (gx[y0 + x0] as number) * fx + (gy[y0 + x0] as number) * fy
    const b = (gx[y0 + x1] as number) * (fx - 1) + (gy[y0 + x1] as number) * fy
    const c = (gx[y1 + x0] as number) * fx + (gy[y1 + x0] as number) * (fy - 1)
    const d = (gx[y1 + x1] as number) * (fx - 1) + (gy[y1 + x1] as number) * (fy - 1)
    const top = a + sx * (b - a)
    return 1.5 * (top + sy * (c + sx * (d - c) - top))
  }
}

/** Octaves of gradient noise, each twice as fine and half as strong. */
export function fractalNoise(seed: number, across: number, down: number, octaves: number): Field {
  const layers = Array.from({ length: octaves }, (_, k) =>
    gradientNoise(seed + k * 101, across << k, down << k),
  )
  return (u, v) => {
    let sum = 0
    let weight = 1
    for (const layer of layers) {
      sum += layer(u, v) * weight
      weight *= 0.5
    }
    return sum
  }
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}
