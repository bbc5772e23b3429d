import { Vector2, Vector3 } from 'three'
import { foil, letterStrokes, type OnSurface } from './lettering'
import type { Mesh } from './mesh'

/** How far foil stands proud: enough to win over the surface it lies on, too little to be seen. */
export const PROUD = 2.5e-5

/** FORESHORE in foil, its middle at the surface's origin. `height` of the capitals in metres. */
export function wordmark(height: number, on: OnSurface, weight = 0.12): Mesh {
  const strokes = letterStrokes('FORESHORE', 0.42).strokes.map((stroke) =>
    stroke.map(({ x, y }) => new Vector2(x * height, y * height)),
  )
  return foil(strokes, height * weight, on)
}

/** The front of a round or flat-sided thing about the Y axis at x, its front `reach` before its middle; `bend` is the radius it curves by. */
export function onFront(x: number, y: number, z: number, reach: number, bend = Infinity): OnSurface {
  return (across, up) => {
    const angle = across / bend
    const [s, c] = bend === Infinity ? [across, 1] : [Math.sin(angle) * bend, Math.cos(angle)]
    const depth = bend === Infinity ? 0 : bend * (1 - c)
    return {
      point: new Vector3(x + s, y + up, z + reach - depth + PROUD),
      normal: bend === Infinity ? new Vector3(0, 0, 1) : new Vector3(Math.sin(angle), 0, c),
    }
  }
}
