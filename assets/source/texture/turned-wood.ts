import type { Vector2 } from 'three'
import { growthRings } from './growth-rings'
import { type Image, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'
import { grainColour, type Species, WOOD_TILE } from './wood'

/**
 * Colour of a part turned from one block, once over its lathe map: the rings are those of a trunk the block was sawn from, cut
 * by the part's own surface, so a swelling shows the ovals and a hollow the arches that turners look for.
 *
 * @param profile x = radius, y = height, metres, as the part was turned
 * @param girth radius the map's u was laid out for, metres
 */
export function turnedWood(
  species: Species,
  profile: readonly Vector2[],
  girth: number,
): { colour: Image; tile: readonly [number, number] } {
  const { seed } = species
  const steps = 1024
  const { length, points } = alongProfile(profile, steps)
  const rings = growthRings(seed, species.rings)
  const bow = gradientNoise(seed + 31, 3, 3)
  const waver = gradientNoise(seed + 32, 9, 7)
  const grain = grainColour(species)
  const fibre = fractalNoise(seed + 33, 200, 14, 2)
  const dashes = gradientNoise(seed + 34, 256, 118)
  // The heart of the tree passes behind the block and leans across it.
  const heart = { x: 0.055, z: -0.11, lean: 0.11 }
  const colour = paint(`${species.name}-turned-colour`, 1024, steps, 'colour', (u, v, _x, row) => {
    const { x: radius, y: height } = points[row] as { x: number; y: number }
    const angle = u * Math.PI * 2
    const x = Math.sin(angle) * radius - heart.x - heart.lean * height
    const z = Math.cos(angle) * radius - heart.z
    const wander = bow(u, height * 1.9) * 0.006 + waver(u, height * 1.9) * 0.0016
    const ring = rings((Math.hypot(x, z) + wander) / WOOD_TILE[0])
    const pore = smoothstep(0.5, 0.75, dashes(u, v)) * smoothstep(0.5, 0.1, ring) * 0.8
    return grain(u * 0.5 + height * 0.1, height, ring, pore, fibre(u, v))
  })
  return { colour, tile: [Math.PI * 2 * girth, length] }
}

/** Points of a profile at even steps of its length (the middle of each row of a map). */
function alongProfile(profile: readonly Vector2[], steps: number) {
  const lengths = [0]
  for (let j = 1; j < profile.length; j++) {
    lengths.push((lengths[j - 1] as number) + (profile[j] as Vector2).distanceTo(profile[j - 1] as Vector2))
  }
  const length = lengths[lengths.length - 1] as number
  let j = 1
  const points = Array.from({ length: steps }, (_, k) => {
    const s = ((k + 0.5) / steps) * length
    while (j < lengths.length - 1 && (lengths[j] as number) < s) j++
    const a = profile[j - 1] as Vector2
    const b = profile[j] as Vector2
    const t = (s - (lengths[j - 1] as number)) / ((lengths[j] as number) - (lengths[j - 1] as number) || 1)
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
  })
  return { length, points }
}
