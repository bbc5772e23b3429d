import { Mesh } from './mesh'
import { outline } from './profile'
import { smoothNormals } from './smooth-normals'

export interface FrameOptions {
  /** Outer size, metres; back on z = 0. */
  readonly width: number
  readonly height: number
  readonly depth: number
  /** Width of the moulding seen from the front. */
  readonly face: number
  /** How far the front lip stands over what it holds. */
  readonly rebate: number
}

/** Four mouldings cut at 45°. Each has its own texture run, so the grain turns at the mitre as it does in wood. */
export function mitredFrame({ width, height, depth, face, rebate }: FrameOptions): Mesh {
  // Section: x = inwards from the outer edge, y = out from the wall; walked so that the outside is on the right.
  const section = outline(
    [
      { x: face - rebate, y: 0.001 },
      { x: 0.0012, y: 0, fillet: 0.0006 },
      { x: 0, y: 0.0012, fillet: 0.0006 },
      { x: 0, y: depth, fillet: 0.0022 },
      { x: face * 0.62, y: depth, fillet: 0.004 },
      { x: face, y: depth - 0.0055, fillet: 0.0014 },
      { x: face, y: 0.012 },
      { x: face - rebate, y: 0.012 },
    ],
    false,
    4,
  )
  section[0]?.setY(0)
  const run = [0]
  for (let j = 1; j < section.length; j++) {
    const here = section[j]
    const before = section[j - 1]
    run.push((run[j - 1] ?? 0) + (here && before ? here.distanceTo(before) : 0))
  }
  const mesh = new Mesh()
  const corners: readonly (readonly [number, number])[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  corners.forEach(([ax, ay], side) => {
    const [bx, by] = corners[(side + 1) % 4] as readonly [number, number]
    const length = side % 2 === 0 ? width : height
    const columns = 10
    mesh.append(
      smoothNormals(
        new Mesh().grid(columns, section.length - 1, (i, j) => {
          const point = section[j] ?? { x: 0, y: 0 }
          const t = i / columns
          const x = (ax + (bx - ax) * t) * (width / 2 - point.x)
          const y = (ay + (by - ay) * t) * (height / 2 - point.x)
          return { x, y, z: point.y, u: run[j] ?? 0, v: t * length }
        }),
        40,
      ),
      undefined,
      [side * 0.057, side * 0.21],
    )
  })
  return mesh
}
