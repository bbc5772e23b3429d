import { letterStrokes } from '../shape/lettering'
import { HeightField, type Image, normalMap, paint } from './image'
import { fractalNoise, random, smoothstep } from './noise'

/** What the die presses into a powder: height in metres at a place, x and y in metres from the middle, y down. */
export type Die = (x: number, y: number) => number

/** Pressed powder once over its pan: the die's relief under the grain of the cloth it was pressed through. */
export interface PressedPowder {
  readonly normal: Image
  /** Without and with mica: the pigment's flakes lie flat and glint. */
  readonly matte: Image
  readonly satin: Image
  readonly tile: readonly [number, number]
}

/** @param side of the square the textures cover, metres; its middle is the pan's */
export function pressedPowder(name: string, die: Die, side: number, seed: number): PressedPowder {
  const size = 512
  const tile = [side, side] as const
  const grain = fractalNoise(seed, 96, 96, 2)
  const cloud = fractalNoise(seed + 1, 5, 5, 3)
  const place = (t: number) => (t - Math.round(t)) * side
  const relief = new HeightField(size, size).fill(
    (u, v) => die(place(u), place(v)) + grain(u, v) * 3.2e-6 * (side / 0.03) ** 0.5,
  )
  const open = (x: number, y: number) => {
    // A hollow is lower than its surroundings: that much less of the sky reaches it.
    let around = 0
    for (let k = 0; k < 8; k++) {
      const angle = (k / 8) * Math.PI * 2
      around += relief.get(x + Math.round(Math.cos(angle) * 6), y + Math.round(Math.sin(angle) * 6)) / 8
    }
    return 1 - Math.min(0.6, Math.max(0, around - relief.get(x, y)) / 1.6e-4)
  }
  const matte = paint(`${name}-matte`, size, size, 'data', (u, v, x, y) => [
    open(x, y),
    0.86 + grain(u, v) * 0.05 + cloud(u, v) * 0.03,
    0,
  ])
  const next = random(seed + 7)
  const flakes = new HeightField(size, size).fill(() => next() ** 6)
  const satin = paint(`${name}-satin`, size, size, 'data', (u, v, x, y) => {
    const flake = flakes.get(x, y)
    return [open(x, y), 0.58 + cloud(u, v) * 0.05 - flake * 0.34, flake * 0.85]
  })
  return { normal: normalMap(`${name}-normal`, relief, tile), matte, satin, tile }
}

/** The wordmark as a die: raised by `depth`, capitals `height` high, at a height `y` from the middle. */
export function letters(height: number, y: number, depth: number): Die {
  const { strokes, width } = letterStrokes('FORESHORE', 0.42)
  const lines = strokes.flatMap((stroke) =>
    stroke.slice(1).map((to, k) => {
      const from = stroke[k] ?? to
      return { from, dx: to.x - from.x, dy: to.y - from.y }
    }),
  )
  return (px, py) => {
    const x = px / height
    const up = -(py - y) / height
    if (Math.abs(up) > 0.8 || Math.abs(x) > width / 2 + 0.3) return 0
    let nearest = 1
    for (const { from, dx, dy } of lines) {
      const t = Math.min(1, Math.max(0, ((x - from.x) * dx + (up - from.y) * dy) / (dx * dx + dy * dy || 1)))
      nearest = Math.min(nearest, Math.hypot(x - from.x - dx * t, up - from.y - dy * t))
    }
    return depth * smoothstep(0.15, 0.05, nearest)
  }
}

/** Sand after the tide: ripples that wander and fork, a smooth field left for the wordmark, a bead round the edge. */
export function rippledSand(radius: number): Die {
  const bend = fractalNoise(9301, 2, 3, 3)
  const text = letters(0.0021, 0, 1.6e-4)
  return (x, y) => {
    const reach = Math.hypot(x, y)
    const warp = bend(x / (radius * 3) + 0.5, y / (radius * 3) + 0.5)
    const phase = y / 0.0031 + warp * 1.7
    const wave = Math.abs(phase - Math.round(phase)) * 2
    // Wind-blown: steep on one side, round on the other.
    const crest = (1 - wave ** 1.6) * 2.6e-4
    const calm = smoothstep(0.0024, 0.0042, Math.abs(y) + Math.max(0, Math.abs(x) - 0.0118) * 0.6)
    const inside = smoothstep(radius * 0.9, radius * 0.84, reach)
    const bead = smoothstep(0.0011, 0.0002, Math.abs(reach - radius * 0.93)) * 1.2e-4
    return crest * calm * inside + text(x, y) + bead
  }
}

/** A scallop: ribs that open from the hinge of the shell, crossed by faint growth lines. */
export function scallopShell(radius: number): Die {
  const root = radius * 0.78
  return (x, y) => {
    const from = Math.hypot(x, root - y)
    const angle = Math.atan2(x, root - y)
    const edge = radius * 1.62
    const ribs = 11
    const rib = (angle / 2.1) * ribs
    const across = Math.abs(rib - Math.round(rib)) * 2
    const scallop = edge - across ** 2 * radius * 0.09
    const fan = smoothstep(1.12, 1.02, Math.abs(angle))
    const within = smoothstep(scallop, scallop - radius * 0.03, from) * fan
    const growth = Math.sin((from / radius) * 30) * 7e-6
    return (
      (Math.sqrt(Math.max(0, 1 - across ** 2)) * 2.3e-4 * Math.min(1, from / radius + 0.15) + 6e-5 + growth) *
      within
    )
  }
}
