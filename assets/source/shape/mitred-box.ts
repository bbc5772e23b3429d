import { random } from '../texture/noise'
import { Mesh } from './mesh'
import { outline } from './profile'
import { smoothNormals } from './smooth-normals'

export interface MitredBoxOptions {
  /** Outer size, metres; the middle of the box lies at the origin, its open sides face ±Z. */
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly thickness: number
  /** Rounding of the mitred corners outside, and of the long edges. */
  readonly corner: number
  readonly edge: number
  /** Staves the panels are glued up from, front to back. */
  readonly staves: number
  readonly seed: number
}

/**
 * Four panels mitred to a box open at the front and the back. The grain runs round all four without a break (a waterfall joint): the
 * panels are cut one after the other from the same boards.
 */
export function mitredBox(options: MitredBoxOptions): Mesh {
  const { width, height, depth, thickness, corner, edge, staves, seed } = options
  const next = random(seed)
  const shifts = Array.from({ length: staves }, () => [next() * 0.24, next() * 0.96] as const)

  // Section: x = inwards from the outer face, z; walked so that the outside lies on the right, divided into staves along z.
  const rounded = outline(
    [
      { x: 0, y: -depth / 2, fillet: edge },
      { x: 0, y: depth / 2, fillet: edge },
      { x: thickness, y: depth / 2, fillet: edge },
      { x: thickness, y: -depth / 2, fillet: edge },
    ],
    true,
    4,
  )
  const section: { x: number; z: number; u: number; stave: number }[] = []
  let run = 0
  rounded.forEach((here, k) => {
    const there = rounded[(k + 1) % rounded.length] ?? here
    const length = here.distanceTo(there)
    const cuts = length > depth / 2 ? staves : 1
    for (let c = 0; c < cuts; c++) {
      const stave = Math.min(
        staves - 1,
        Math.max(0, Math.floor(((here.y + (there.y - here.y) * ((c + 0.5) / cuts)) / depth + 0.5) * staves)),
      )
      for (const t of [c / cuts, (c + 1) / cuts]) {
        section.push({
          x: here.x + (there.x - here.x) * t,
          z: here.y + (there.y - here.y) * t,
          u: run + length * t,
          stave,
        })
      }
    }
    run += length
  })

  const corners: readonly (readonly [number, number])[] = [
    [-1, 1],
    [1, 1],
    [1, -1],
    [-1, -1],
  ]
  const mesh = new Mesh()
  let travelled = 0
  corners.forEach(([ax, ay], side) => {
    const [bx, by] = corners[(side + 1) % 4] as readonly [number, number]
    const dir = [(bx - ax) / 2, (by - ay) / 2] as const
    const out = [-dir[1], dir[0]] as const
    const length = side % 2 === 0 ? width : height
    const reach = (side % 2 === 0 ? height : width) / 2
    // Stations: s along the side measured on the outer face; each end rolls over half of the rounded corner.
    const stations: { s: number; drop: number }[] = []
    const roll = (k: number) => ((k / 3) * Math.PI) / 4
    for (let k = 3; k >= 1; k--) {
      stations.push({ s: corner * (1 - Math.sin(roll(k))), drop: corner * (1 - Math.cos(roll(k))) })
    }
    const cells = Math.max(2, Math.round(length / 0.09))
    for (let k = 0; k <= cells; k++)
      stations.push({ s: corner + ((length - 2 * corner) * k) / cells, drop: 0 })
    for (let k = 1; k <= 3; k++) {
      stations.push({ s: length - corner * (1 - Math.sin(roll(k))), drop: corner * (1 - Math.cos(roll(k))) })
    }
    mesh.grid(section.length - 1, stations.length - 1, (i, j) => {
      const { x: inwards, z, u, stave } = section[i] as { x: number; z: number; u: number; stave: number }
      const { s, drop } = stations[j] as { s: number; drop: number }
      const share = inwards / thickness
      // The outer point rolls over the corner; the inner one stays on the mitre.
      const inner = Math.max(thickness, Math.min(length - thickness, s))
      const along = s + (inner - s) * share - length / 2
      const away = reach - (drop + (thickness - drop) * share)
      const [du, dv] = shifts[stave] as readonly [number, number]
      return {
        x: dir[0] * along + out[0] * away,
        y: dir[1] * along + out[1] * away,
        z,
        u: u + du,
        v: travelled + along + length / 2 + dv,
      }
    })
    travelled += length
  })
  return smoothNormals(mesh, 50)
}
