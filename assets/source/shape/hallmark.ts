import { Vector2 } from 'three'
import { foil, letterStrokes } from './lettering'
import type { Mesh } from './mesh'
import { insideBore } from './shank'

/** Diamond-shaped frame of a maker's mark, capital height 1. */
const CARTOUCHE = [
  [0, 0.95],
  [-0.75, 0],
  [0, -0.95],
  [0.75, 0],
  [0, 0.95],
] as const

/**
 * What is lasered inside a ring, at its bottom: maker's mark, fineness, size.
 *
 * @param height capital height, metres
 */
export function hallmark(bore: number, fineness: string, size: string, height = 0.0011): Mesh {
  const strokes: Vector2[][] = []
  const put = (lines: readonly (readonly Vector2[])[], x: number, scale = 1) => {
    for (const line of lines)
      strokes.push(line.map((p) => new Vector2((p.x * scale + x) * height, p.y * scale * height)))
  }
  put([CARTOUCHE.map(([x, y]) => new Vector2(x, y))], -3.2)
  put(letterStrokes('F').strokes, -3.2, 0.6)
  put(letterStrokes(fineness, 0.2).strokes, -0.4)
  put(letterStrokes(size, 0.2).strokes, 2.8)
  return foil(strokes, height * 0.13, insideBore(bore, 2.5e-5))
}
