import type { Vector2 } from 'three'
import { HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, random, smoothstep } from './noise'

/** A glaze over a clay body. Colours sRGB. */
export interface Glaze {
  readonly name: string
  readonly body: string
  readonly glaze: string
  /** Where it ran thick: below the shoulder, in the throwing rings. */
  readonly pooled: string
  /** Where it broke thin: on rims and edges. */
  readonly thin: string
  readonly speckle: string
  readonly speckles: number
  readonly roughness: number
  /** 0..1: how unevenly it ran and veiled. */
  readonly variation: number
}

export interface GlazeTextures {
  readonly colour: Image
  readonly normal: Image
  readonly surface: Image
  readonly tile: readonly [number, number]
}

/**
 * Dipped stoneware, painted for one turned profile (v runs along it): raw clay at the foot, a wavering glaze line with a thick
 * lip, throwing rings, glaze that breaks thin where the profile turns sharply and pools where it is hollow, iron speckle.
 */
export function glazedStoneware(glaze: Glaze, profile: readonly Vector2[]): GlazeTextures {
  const size = 1024
  const run = alongProfile(profile)
  const tile: readonly [number, number] = [Math.PI * 2 * 0.09, run.length]
  const waver = fractalNoise(1001, 5, 1, 3)
  const cloud = fractalNoise(1002, 5, 5, 4)
  const drips = fractalNoise(1003, 22, 2, 2)
  const veil = fractalNoise(1007, 9, 3, 4)
  const rings = gradientNoise(1004, 1, 84)
  const grit = fractalNoise(1005, 128, 128, 2)
  const peel = fractalNoise(1006, 44, 44, 2)
  const specks = speckField(size, glaze.speckles)

  // Dipped by hand, so at a slant.
  const line = (u: number) => 0.056 + Math.sin(u * Math.PI * 2 + 0.6) * 0.013 + waver(u, 0.5) * 0.004
  /** 0 raw clay .. 1 glazed, by metres above the glaze line. */
  const cover = (u: number, v: number) => {
    const { y, inside } = run.at(v)
    return inside ? 1 : smoothstep(-0.0006, 0.0006, y - line(u))
  }
  // Runs start under the shoulder and thin out downwards.
  const runs = (u: number, v: number, y: number) =>
    drips(u, v * 0.4) * smoothstep(0.26, 0.19, y) * smoothstep(0.04, 0.1, y) * glaze.variation
  const thickness = (u: number, v: number) => {
    const { y, inside, bend } = run.at(v)
    if (inside) return 0.55
    const lip = Math.exp(-(((y - line(u) - 0.004) / 0.004) ** 2)) * 0.35
    const pool = smoothstep(0.25, 0.05, Math.abs(y - 0.05)) * 0.1
    return (
      0.55 +
      lip +
      pool -
      bend * (0.62 + cloud(u, 0.3) * 0.3) +
      cloud(u, v) * 0.18 +
      runs(u, v, y) +
      veil(u, v) * 0.6 * glaze.variation +
      rings(0, v) * 0.05
    )
  }

  const body = hex(glaze.body)
  const main = hex(glaze.glaze)
  const pooled = hex(glaze.pooled)
  const thin = hex(glaze.thin)
  const speckle = hex(glaze.speckle)
  const colour = paint(`vase-${glaze.name}-colour`, size, size, 'colour', (u, v, x, y) => {
    const t = thickness(u, v)
    const coat =
      t < 0.5 ? mix(thin, main, smoothstep(0.08, 0.5, t)) : mix(main, pooled, smoothstep(0.55, 1, t))
    const spotted = mix(coat, speckle, specks.get(x, y) * 0.8)
    const g = 1 + grit(u, v) * 0.06 + rings(0, v) * 0.03
    const raw = mix([body[0] * g, body[1] * g, body[2] * g], speckle, specks.get(x, y) * 0.4)
    return mix(raw, spotted, cover(u, v))
  })
  const relief = new HeightField(512, 512).fill((u, v) => {
    const c = cover(u, v)
    const throwing = rings(0, v) * 1.6e-4
    return throwing + c * (thickness(u, v) * 4e-4 + peel(u, v) * 1.6e-5) + (1 - c) * grit(u, v) * 5e-5
  })
  const surface = paint(`vase-${glaze.name}-surface`, 512, 512, 'data', (u, v, x, y) => {
    const c = cover(u, v)
    const gloss = glaze.roughness + cloud(u, v) * 0.05 + specks.get(x * 2, y * 2) * 0.12
    return [1, gloss * c + (0.86 + grit(u, v) * 0.06) * (1 - c), 0]
  })
  return { colour, normal: normalMap(`vase-${glaze.name}-normal`, relief, tile), surface, tile }
}

/** Height, side and convexity along a turned profile, by share of its length. */
function alongProfile(profile: readonly Vector2[]) {
  const lengths = [0]
  for (let j = 1; j < profile.length; j++) {
    lengths.push((lengths[j - 1] as number) + (profile[j] as Vector2).distanceTo(profile[j - 1] as Vector2))
  }
  const length = lengths[lengths.length - 1] as number
  const peak = profile.reduce((best, p, j) => (p.y > (profile[best] as Vector2).y ? j : best), 0)
  const steps = 2048
  const table = Array.from({ length: steps + 1 }, (_, k) => {
    const s = (k / steps) * length
    let j = 1
    while (j < lengths.length - 1 && (lengths[j] as number) < s) j++
    const a = profile[j - 1] as Vector2
    const b = profile[j] as Vector2
    const span = (lengths[j] as number) - (lengths[j - 1] as number) || 1
    const t = (s - (lengths[j - 1] as number)) / span
    // The lip is where a glaze breaks most.
    const fromLip = Math.abs(s - (lengths[peak] as number))
    return { y: a.y + (b.y - a.y) * t, inside: j > peak, bend: Math.exp(-((fromLip / 0.0048) ** 2)) }
  })
  return {
    length,
    at: (v: number) => table[Math.round((v - Math.floor(v)) * steps)] as (typeof table)[number],
  }
}

/** Iron spots, mostly fine, drawn round on the widest part. 0..1. */
function speckField(size: number, amount: number): HeightField {
  const field = new HeightField(size, size)
  const next = random(1009)
  for (let n = 0; n < 5600 * amount; n++) {
    const x = next() * size
    const y = next() * size
    const radius = 0.5 + next() ** 14 * 2.6
    const dark = 0.2 + next() * (radius > 1.4 ? 0.7 : 0.55)
    const reach = Math.ceil(radius + 1)
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const edge = smoothstep(radius + 0.6, radius - 0.6, Math.hypot(dx, dy))
        const px = Math.floor(x + dx)
        const py = Math.floor(y + dy)
        field.set(px, py, Math.max(field.get(px, py), edge * dark))
      }
    }
  }
  return field
}
