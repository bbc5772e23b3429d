import { Vector3 } from 'three'
import { path } from './bar'
import { Mesh } from './mesh'
import { strap } from './strap'

const LACE = { width: 0.0068, thickness: 0.0018, corner: 1 } as const

/** A lace along points; its width lies as near `across` as its path lets it. */
function lace(points: readonly Vector3[], across: Vector3, rings: number): Mesh {
  return strap(path(...points.map((p) => [p.x, p.y, p.z] as const)), { ...LACE, across, rings })
}

/**
 * Flat laces through pairs of eyelets, the lowest pair first: one bar across, crossings above it, tied in a bow above the last.
 *
 * @param slope unit vector up along the instep, which the laces' width follows
 */
export function lacing(
  pairs: readonly { readonly inner: Vector3; readonly outer: Vector3 }[],
  slope: Vector3,
): Mesh {
  const mesh = new Mesh()
  const up = new Vector3(0, 1, 0).addScaledVector(slope, -slope.y).normalize()
  const raise = (p: Vector3, by: number) => p.clone().addScaledVector(up, by)
  const between = (a: Vector3, b: Vector3, share: number, by: number) => raise(a.clone().lerp(b, share), by)
  const cross = (a: Vector3, b: Vector3, lift: number) =>
    mesh.append(
      lace(
        [
          raise(a, -0.0022),
          between(a, b, 0.06, 0.0016),
          between(a, b, 0.25, 0.0022 + lift * 0.6),
          between(a, b, 0.5, 0.0026 + lift),
          between(a, b, 0.75, 0.0022 + lift * 0.6),
          between(a, b, 0.95, 0.0014),
          raise(b, -0.0026),
        ],
        slope,
        14,
      ),
    )
  pairs.forEach((pair, k) => {
    const next = pairs[k + 1]
    if (k === 0) cross(pair.inner, pair.outer, 0.0006)
    if (!next) return
    // Which side lies on top changes from row to row, as hands lace.
    const [over, under] = k % 2 === 0 ? [0.0034, 0.0012] : [0.0012, 0.0034]
    cross(pair.inner, next.outer, over)
    cross(pair.outer, next.inner, under)
  })
  const last = pairs[pairs.length - 1]
  if (!last) return mesh
  const knot = between(last.inner, last.outer, 0.5, 0.0062).addScaledVector(slope, 0.006)
  const side = last.outer.clone().sub(last.inner).normalize()
  const at = (x: number, along: number, lift: number) =>
    knot.clone().addScaledVector(side, x).addScaledVector(slope, along).addScaledVector(up, lift)
  for (const eyelet of [last.inner, last.outer]) {
    const x = eyelet === last.outer ? 1 : -1
    mesh.append(
      lace(
        [raise(eyelet, -0.0022), raise(eyelet, 0.0015), at(x * 0.009, -0.003, -0.001), at(x * 0.001, 0, 0)],
        slope,
        10,
      ),
    )
    // A loop that rises out of the knot, turns over and hangs to the side.
    const droop = x > 0 ? 1 : 1.18
    mesh.append(
      lace(
        [
          at(x * 0.001, 0.001, 0.0005),
          at(x * 0.012, 0.006, 0.006),
          at(x * 0.027, 0.009, 0.0045 * droop),
          at(x * 0.0395, 0.006, -0.007 * droop),
          at(x * 0.0425, -0.002, -0.0145 * droop),
          at(x * 0.038, -0.008, -0.0115 * droop),
          at(x * 0.026, -0.008, -0.001),
          at(x * 0.012, -0.004, 0.0028),
          at(x * 0.001, -0.001, 0.001),
        ],
        slope,
        34,
      ),
    )
    // A free end with its aglet's pinch.
    mesh.append(
      lace(
        [
          at(x * -0.001, -0.001, 0.0015),
          at(x * 0.008, -0.011, 0.004),
          at(x * 0.018, -0.024, 0.002),
          at(x * 0.0285, -0.031 * droop, -0.0065),
          at(x * 0.0345, -0.035 * droop, -0.017),
          at(x * 0.0385, -0.04 * droop, -0.026 * droop),
        ],
        slope,
        20,
      ),
    )
  }
  mesh.append(
    lace(
      [
        at(-0.0012, 0.006, -0.002),
        at(-0.0006, 0.0045, 0.004),
        at(0.0004, 0, 0.0056),
        at(0.001, -0.0045, 0.0036),
        at(0.0012, -0.006, -0.002),
      ],
      side,
      12,
    ),
  )
  return mesh
}
