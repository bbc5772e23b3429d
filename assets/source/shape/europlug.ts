import { Vector3 } from 'three'
import { bar, path, round } from './bar'
import type { Mesh } from './mesh'

/** A flat two-pin plug lying on what it lies on, its pins ahead. Metres. */
export function europlug(
  from: readonly [number, number, number],
  to: readonly [number, number, number],
): Mesh {
  const plug = bar(path(from, to), {
    section: (t) => ({
      width: 0.009 + 0.006 * Math.min(1, t * 3),
      height: 0.0085 + 0.005 * Math.min(1, t * 3),
      radius: 0.004,
    }),
    rings: 6,
    ends: 0.002,
  })
  const ahead = new Vector3(...to).sub(new Vector3(...from)).normalize()
  const aside = new Vector3(0, 1, 0).cross(ahead)
  for (const side of [-1, 1]) {
    const root = new Vector3(...to).addScaledVector(aside, side * 0.0048)
    const tip = root.clone().addScaledVector(ahead, 0.019)
    plug.append(
      bar(path([root.x, root.y, root.z], [tip.x, tip.y, tip.z]), {
        section: () => round(0.004),
        rings: 1,
        corner: 1,
        ends: 0.001,
        endRings: 1,
      }),
    )
  }
  return plug
}
