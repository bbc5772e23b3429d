import { at, type Mesh } from './mesh'

const PASSES = 6

/** Splits triangles until no edge is longer than `longest` metres, so that baked shade has vertices to live in. The shape stays; call before {@link smoothNormals}. */
export function refine(mesh: Mesh, longest: number): Mesh {
  for (let pass = 0; pass < PASSES; pass++) if (!splitOnce(mesh, longest)) break
  return mesh
}

function splitOnce(mesh: Mesh, longest: number): boolean {
  const { positions, uvs, indices } = mesh
  const middles = new Map<string, number>()
  const middle = (a: number, b: number): number | undefined => {
    const [x, y, z] = [0, 1, 2].map((k) => at(positions, a * 3 + k) - at(positions, b * 3 + k))
    if (Math.hypot(x ?? 0, y ?? 0, z ?? 0) <= longest) return undefined
    const key = a < b ? `${a},${b}` : `${b},${a}`
    const known = middles.get(key)
    if (known !== undefined) return known
    const mean = (list: readonly number[], i: number, j: number) => (at(list, i) + at(list, j)) / 2
    const made = mesh.vertex(
      mean(positions, a * 3, b * 3),
      mean(positions, a * 3 + 1, b * 3 + 1),
      mean(positions, a * 3 + 2, b * 3 + 2),
      mean(uvs, a * 2, b * 2),
      mean(uvs, a * 2 + 1, b * 2 + 1),
    )
    middles.set(key, made)
    return made
  }
  const old = indices.splice(0)
  for (let i = 0; i < old.length; i += 3) {
    let corners = [at(old, i), at(old, i + 1), at(old, i + 2)] as [number, number, number]
    let cuts = corners.map((corner, k) => middle(corner, at(corners, (k + 1) % 3)))
    const count = cuts.filter((cut) => cut !== undefined).length
    // Turn the triangle until one cut lies on its first side, or the side that is whole is its last.
    const turned = () => (count === 1 ? cuts[0] !== undefined : count === 2 ? cuts[2] === undefined : true)
    for (let turn = 0; turn < 2 && !turned(); turn++) {
      corners = [corners[1], corners[2], corners[0]]
      cuts = [cuts[1], cuts[2], cuts[0]]
    }
    const [a, b, c] = corners
    const [ab = a, bc = b, ca = c] = cuts
    if (count === 0) mesh.triangle(a, b, c)
    else if (count === 1) {
      mesh.triangle(a, ab, c)
      mesh.triangle(ab, b, c)
    } else if (count === 2) {
      mesh.triangle(ab, b, bc)
      mesh.triangle(a, ab, bc)
      mesh.triangle(a, bc, c)
    } else {
      mesh.triangle(a, ab, ca)
      mesh.triangle(ab, b, bc)
      mesh.triangle(ca, bc, c)
      mesh.triangle(ab, bc, ca)
    }
  }
  return middles.size > 0
}
