import { type BaseMesh, baseMesh, readMesh } from './base-mesh'

/**
 * Vertices of the base between which the bundled hair and face parts were measured (x, y, z), and how far apart they were then, decimetres: a
 * part's offsets grow with the head.
 */
const RULERS = [
  { ends: [5399, 11998], length: 1.6682 },
  { ends: [791, 881], length: 2.8351 },
  { ends: [962, 5320], length: 2.3542 },
] as const

const known = new Map<string, BaseMesh>()

/** A part that follows the base (eyebrows, lashes, teeth, hair): path below `public/data/proxies`. */
export function proxyMesh(path: string): BaseMesh {
  const mesh = known.get(path) ?? readMesh(`proxies/${path}.json`)
  known.set(path, mesh)
  return mesh
}

/**
 * Lays a part on somebody: each of its vertices hangs on three of the base by barycentric weights and an offset.
 *
 * @param positions the morphed base, decimetres
 */
export function fitProxy(mesh: BaseMesh, positions: Float32Array): Float32Array {
  const { ref_vIdxs: anchors = [], weights = [], offsets = [] } = mesh.metadata
  const scale = RULERS.map(
    ({ ends: [a, b], length }, axis) =>
      Math.abs((positions[a * 3 + axis] ?? 0) - (positions[b * 3 + axis] ?? 0)) / length,
  )
  const out = new Float32Array(anchors.length * 3)
  anchors.forEach((anchor, vertex) => {
    for (let axis = 0; axis < 3; axis++) {
      let value = (offsets[vertex]?.[axis] ?? 0) * (scale[axis] ?? 1)
      anchor.forEach((index, k) => {
        value += (weights[vertex]?.[k] ?? 0) * (positions[index * 3 + axis] ?? 0)
      })
      out[vertex * 3 + axis] = value
    }
  })
  return out
}

/** Vertices of one of the base's groups. */
export function groupVertices(name: string): number[] {
  const base = baseMesh()
  const group = base.groups.indexOf(name)
  return [...new Set(base.quads.filter((quad) => quad.group === group).flatMap((quad) => quad.corners))]
}
