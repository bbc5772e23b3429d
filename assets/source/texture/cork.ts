import { type Colour, HeightField, hex, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, random, smoothstep } from './noise'

/** Metres one tile covers. */
export const CORK_TILE: readonly [number, number] = [0.08, 0.08]
/** Granules across a tile. */
const ACROSS = 30

export interface CorkTextures {
  readonly colour: Image
  readonly normal: Image
}

/** Pressed cork: granules of 2-4 mm, each its own tan, the bark's dark specks between them. */
export function cork(): CorkTextures {
  const next = random(841)
  const seeds = Array.from({ length: ACROSS * ACROSS }, () => [next(), next(), next()] as const)
  const granule = (u: number, v: number): { gap: number; tone: number } => {
    const [x, y] = [u * ACROSS, v * ACROSS]
    let [first, second, tone] = [9, 9, 0]
    for (let j = Math.floor(y) - 1; j <= Math.floor(y) + 1; j++) {
      for (let i = Math.floor(x) - 1; i <= Math.floor(x) + 1; i++) {
        const wrap = (k: number) => ((k % ACROSS) + ACROSS) % ACROSS
        const [sx, sy, shade] = seeds[wrap(j) * ACROSS + wrap(i)] ?? [0, 0, 0]
        const distance = Math.hypot(i + sx - x, j + sy - y)
        if (distance < first) {
          second = first
          first = distance
          tone = shade
        } else if (distance < second) second = distance
      }
    }
    return { gap: second - first, tone }
  }
  const warp = fractalNoise(842, 20, 20, 3)
  const pores = fractalNoise(843, 90, 90, 2)
  const at = (u: number, v: number) => granule(u + warp(u, v) * 0.006 + 1, v + warp(v, u) * 0.006 + 1)
  const [light, dark, bark]: readonly Colour[] = [hex('#cfa274'), hex('#a9784b'), hex('#5a3a22')]
  const colour = paint('cork-colour', 512, 512, 'colour', (u, v) => {
    const { gap, tone } = at(u, v)
    const body = mix(light ?? [0, 0, 0], dark ?? [0, 0, 0], tone * 0.8 + pores(u, v) * 0.12)
    const speck = tone > 0.94 ? 0.75 : (1 - smoothstep(0.02, 0.12, gap)) * 0.45
    return mix(body, bark ?? [0, 0, 0], speck)
  })
  const relief = new HeightField(512, 512).fill((u, v) => {
    const { gap, tone } = at(u, v)
    return smoothstep(0, 0.2, gap) * 9e-5 + tone * 4e-5 + pores(u, v) * 3e-5
  })
  return { colour, normal: normalMap('cork-normal', relief, CORK_TILE) }
}
