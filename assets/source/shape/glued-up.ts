import type { Axis } from './board'
import { at, Mesh } from './mesh'

/**
 * Cuts a mesh with planes across an axis and moves the texture on from stave to stave, as if it were glued up from planks. Each
 * stave moves by whole steps of `step` (metres): a texture with that tile, a stone slab, shows no joint; wood with another does.
 * Call before `smoothNormals`.
 */
export function gluedUp(
  mesh: Mesh,
  axis: Axis,
  cuts: readonly number[],
  step: readonly [number, number],
): Mesh {
  const k = ['x', 'y', 'z'].indexOf(axis)
  const out = new Mesh()
  const known = new Map<string, number>()
  const add = (corner: Corner, stave: number) => {
    const key = `${stave}:${corner.map((c) => c.toFixed(6)).join()}`
    const index =
      known.get(key) ??
      out.vertex(corner[0], corner[1], corner[2], corner[3] + stave * step[0], corner[4] + stave * step[1])
    known.set(key, index)
    return index
  }
  for (let i = 0; i < mesh.indices.length; i += 3) {
    let rest: Corner[] = [0, 1, 2].map((c) => cornerOf(mesh, at(mesh.indices, i + c)))
    for (let stave = 0; stave <= cuts.length && rest.length >= 3; stave++) {
      const cut = cuts[stave] ?? Infinity
      fan(out, clip(rest, k, cut, -1), (corner) => add(corner, stave))
      rest = clip(rest, k, cut, 1)
    }
  }
  return out
}

/** x, y, z, u, v. */
type Corner = readonly [number, number, number, number, number]

function cornerOf({ positions, uvs }: Mesh, i: number): Corner {
  return [
    at(positions, i * 3),
    at(positions, i * 3 + 1),
    at(positions, i * 3 + 2),
    at(uvs, i * 2),
    at(uvs, i * 2 + 1),
  ]
}

function fan(out: Mesh, polygon: readonly Corner[], add: (corner: Corner) => number): void {
  const indices = polygon.map(add)
  for (let c = 1; c + 1 < indices.length; c++)
    out.triangle(at(indices, 0), at(indices, c), at(indices, c + 1))
}

/** The part of a polygon below (-1) or above (1) a plane. */
function clip(polygon: readonly Corner[], axis: number, plane: number, side: 1 | -1): Corner[] {
  if (!Number.isFinite(plane)) return side === -1 ? [...polygon] : []
  const kept: Corner[] = []
  polygon.forEach((a, c) => {
    const b = polygon[(c + 1) % polygon.length] as Corner
    const da = side * (at(a, axis) - plane)
    const db = side * (at(b, axis) - plane)
    if (da >= 0) kept.push(a)
    if ((da > 0 && db < 0) || (da < 0 && db > 0)) {
      const t = da / (da - db)
      kept.push([0, 1, 2, 3, 4].map((n) => at(a, n) + (at(b, n) - at(a, n)) * t) as unknown as Corner)
    }
  })
  return kept
}
