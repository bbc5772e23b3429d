import type { Quad } from './base-mesh'

/** Who is next to whom on a quad mesh. */
export class Neighbours {
  private readonly next = new Map<number, Set<number>>()
  private readonly faces = new Map<number, Set<number>>()

  constructor(private readonly quads: readonly Quad[]) {
    quads.forEach(({ corners }, face) => {
      corners.forEach((corner, k) => {
        const next = this.next.get(corner) ?? new Set()
        for (const step of [1, 3]) next.add(corners[(k + step) % 4] ?? corner)
        this.next.set(corner, next)
        const faces = this.faces.get(corner) ?? new Set()
        faces.add(face)
        this.faces.set(corner, faces)
      })
    })
  }

  facesOf(vertex: number): Iterable<number> {
    return this.faces.get(vertex) ?? []
  }

  around(vertex: number): Iterable<number> {
    return this.next.get(vertex) ?? []
  }

  /**
   * Walks straight on from an edge until the walk comes back: an edge loop.
   *
   * @throws when it does not come back
   */
  loop(first: number, second: number): number[] {
    const loop = [first, second]
    for (;;) {
      const [before = first, here = second] = loop.slice(-2)
      const near = new Set<number>()
      for (const face of this.facesOf(here)) {
        const corners = this.quads[face]?.corners ?? []
        if ((corners as readonly number[]).includes(before)) for (const corner of corners) near.add(corner)
      }
      const ahead = [...this.around(here)].filter((vertex) => !near.has(vertex))
      const [only] = ahead
      if (ahead.length !== 1 || only === undefined || loop.length > 500)
        throw new Error(`people/no-loop: ${first}`)
      if (only === first) return loop
      loop.push(only)
    }
  }
}

/** The mirror image of each vertex of a symmetric mesh (x becomes -x), or itself. */
export function mirrorImage(positions: Float32Array, vertex: number): number {
  const [x = 0, y = 0, z = 0] = positions.subarray(vertex * 3, vertex * 3 + 3)
  let best = vertex
  let least = Number.POSITIVE_INFINITY
  for (let other = 0; other < positions.length / 3; other++) {
    const distance =
      ((positions[other * 3] ?? 0) + x) ** 2 +
      ((positions[other * 3 + 1] ?? 0) - y) ** 2 +
      ((positions[other * 3 + 2] ?? 0) - z) ** 2
    if (distance < least) {
      least = distance
      best = other
    }
  }
  return best
}
