import { baseMesh, type Quad } from './base-mesh'
import { Neighbours } from './edge-loop'
import { LIP_LOOPS } from './head-marks'

/** What a quad of the body belongs to, as far as a head and its shoulders are concerned. */
export type Region = 'head' | 'lips' | 'mouth' | 'sockets' | 'neck' | 'torso'

export interface Regions {
  readonly neighbours: Neighbours
  readonly quads: readonly { readonly quad: Quad; readonly region: Region }[]
  readonly loops: {
    readonly outer: readonly number[]
    readonly inner: readonly number[]
    readonly deep: readonly number[]
  }
}

/** A vertex on each island of the body's texture coordinates. */
const ISLANDS: readonly (readonly [Region, number])[] = [
  ['head', 132],
  ['torso', 797],
  ['sockets', 7968],
]

let known: Regions | undefined

/** Sorts the body's quads into regions: by islands of texture coordinates, and the lips by their loops. */
export function regions(): Regions {
  if (known) return known
  const base = baseMesh()
  const quads = base.quads.filter((quad) => quad.group === base.groups.indexOf('body'))
  const neighbours = new Neighbours(quads)
  const root = new Int32Array(base.uvs.length / 2).map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (root[at] !== at) at = root[at] ?? at
    root[i] = at
    return at
  }
  for (const { uvs } of quads) for (const uv of uvs) root[find(uv)] = find(uvs[0])
  const rootOf = (vertex: number) => {
    const [face = 0] = neighbours.facesOf(vertex)
    const quad = quads[face]
    return find(quad?.uvs[quad.corners.indexOf(vertex as never)] ?? 0)
  }
  const names = new Map(ISLANDS.map(([name, vertex]) => [rootOf(vertex), name]))
  const inside = quads.map(({ uvs }) => names.get(find(uvs[0])))

  const loops = {
    outer: neighbours.loop(...LIP_LOOPS.outer),
    inner: neighbours.loop(...LIP_LOOPS.inner),
    deep: neighbours.loop(...LIP_LOOPS.deep),
  }
  const [outer, deep] = [new Set(loops.outer), new Set(loops.deep)]
  // Lips: what is reached from the loop where they touch without crossing the outer or the deep one.
  const lips = new Set<number>()
  const queue = [...loops.inner]
  const visited = new Set(queue)
  for (let vertex = queue.pop(); vertex !== undefined; vertex = queue.pop())
    for (const face of neighbours.facesOf(vertex)) {
      lips.add(face)
      for (const corner of quads[face]?.corners ?? [])
        if (!visited.has(corner) && !outer.has(corner) && !deep.has(corner)) {
          visited.add(corner)
          queue.push(corner)
        }
    }
  // The mouth's inside: behind the deep loop, and its own island.
  const mouth = new Set<number>()
  const behind = [...deep]
  const gone = new Set(behind)
  for (let vertex = behind.pop(); vertex !== undefined; vertex = behind.pop())
    for (const face of neighbours.facesOf(vertex)) {
      if (lips.has(face)) continue
      mouth.add(face)
      for (const corner of quads[face]?.corners ?? [])
        if (!gone.has(corner)) {
          gone.add(corner)
          behind.push(corner)
        }
    }
  const { positions } = base
  known = {
    neighbours,
    loops,
    quads: quads.map((quad, face) => {
      if (lips.has(face)) return { quad, region: 'lips' }
      if (mouth.has(face)) return { quad, region: 'mouth' }
      const name = inside[face]
      // Both sockets: the second is the mirror image of the first.
      const height = positions[quad.corners[0] * 3 + 1] ?? 0
      return { quad, region: name ?? (height > 6 ? 'sockets' : 'torso') }
    }),
  }
  return known
}
