import { at, type Mesh } from './mesh'

const LEAF = 4

/** A bounding volume hierarchy over triangles, for the distance along a ray. */
export class Bvh {
  /** Nine numbers a triangle: corner, edge, edge. */
  private readonly triangles: Float64Array
  private readonly order: Uint32Array
  private readonly centres: Float64Array
  /** Six numbers a node (min, max) and its range or children. */
  private readonly bounds: number[] = []
  private readonly start: number[] = []
  private readonly count: number[] = []
  private readonly stack = new Int32Array(128)

  constructor(meshes: readonly Mesh[]) {
    const total = meshes.reduce((sum, mesh) => sum + mesh.indices.length / 3, 0)
    this.triangles = new Float64Array(total * 9)
    this.centres = new Float64Array(total * 3)
    this.order = Uint32Array.from({ length: total }, (_, i) => i)
    let t = 0
    for (const mesh of meshes) {
      const p = mesh.positions
      for (let i = 0; i < mesh.indices.length; i += 3, t++) {
        const a = at(mesh.indices, i) * 3
        const b = at(mesh.indices, i + 1) * 3
        const c = at(mesh.indices, i + 2) * 3
        for (let k = 0; k < 3; k++) {
          this.triangles[t * 9 + k] = at(p, a + k)
          this.triangles[t * 9 + 3 + k] = at(p, b + k) - at(p, a + k)
          this.triangles[t * 9 + 6 + k] = at(p, c + k) - at(p, a + k)
          this.centres[t * 3 + k] = (at(p, a + k) + at(p, b + k) + at(p, c + k)) / 3
        }
      }
    }
    this.build(0, total)
  }

  private build(from: number, to: number): number {
    const node = this.start.length
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
    for (let i = from; i < to; i++) {
      const t = at(this.order, i) * 9
      for (let k = 0; k < 3; k++) {
        const a = at(this.triangles, t + k)
        const b = a + at(this.triangles, t + 3 + k)
        const c = a + at(this.triangles, t + 6 + k)
        box[k] = Math.min(at(box, k), a, b, c)
        box[k + 3] = Math.max(at(box, k + 3), a, b, c)
      }
    }
    this.bounds.push(...box)
    this.start.push(from)
    this.count.push(to - from)
    if (to - from <= LEAF) return node
    let axis = 0
    for (let k = 1; k < 3; k++) {
      if (at(box, k + 3) - at(box, k) > at(box, axis + 3) - at(box, axis)) axis = k
    }
    const sorted = this.order
      .subarray(from, to)
      .slice()
      .sort((a, b) => at(this.centres, a * 3 + axis) - at(this.centres, b * 3 + axis))
    this.order.set(sorted, from)
    const middle = (from + to) >> 1
    this.build(from, middle)
    // The left child follows its parent; `start` keeps the right one, `count` 0 marks a branch.
    this.start[node] = this.build(middle, to)
    this.count[node] = 0
    return node
  }

  /** Distance in metres along a unit direction to the nearest triangle, or `limit`. */
  distance(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, limit: number): number {
    const { bounds, triangles, stack } = this
    let best = limit
    let depth = 0
    stack[depth++] = 0
    const ix = 1 / (dx || 1e-12)
    const iy = 1 / (dy || 1e-12)
    const iz = 1 / (dz || 1e-12)
    while (depth > 0) {
      const node = stack[--depth] as number
      const b = node * 6
      const x1 = ((bounds[b] as number) - ox) * ix
      const x2 = ((bounds[b + 3] as number) - ox) * ix
      const y1 = ((bounds[b + 1] as number) - oy) * iy
      const y2 = ((bounds[b + 4] as number) - oy) * iy
      const z1 = ((bounds[b + 2] as number) - oz) * iz
      const z2 = ((bounds[b + 5] as number) - oz) * iz
      const near = Math.max(Math.min(x1, x2), Math.min(y1, y2), Math.min(z1, z2), 0)
      const far = Math.min(Math.max(x1, x2), Math.max(y1, y2), Math.max(z1, z2))
      if (near > far || near > best) continue
      const count = this.count[node] as number
      const start = this.start[node] as number
      if (count === 0) {
        stack[depth++] = start
        stack[depth++] = node + 1
        continue
      }
      for (let i = start; i < start + count; i++) {
        const t = (this.order[i] as number) * 9
        const e1x = triangles[t + 3] as number
        const e1y = triangles[t + 4] as number
        const e1z = triangles[t + 5] as number
        const e2x = triangles[t + 6] as number
        const e2y = triangles[t + 7] as number
        const e2z = triangles[t + 8] as number
        const px = dy * e2z - dz * e2y
        const py = dz * e2x - dx * e2z
        const pz = dx * e2y - dy * e2x
        const det = e1x * px + e1y * py + e1z * pz
        if (det > -1e-14 && det < 1e-14) continue
        const sx = ox - (triangles[t] as number)
        const sy = oy - (triangles[t + 1] as number)
        const sz = oz - (triangles[t + 2] as number)
        const u = (sx * px + sy * py + sz * pz) / det
        if (u < 0 || u > 1) continue
        const qx = sy * e1z - sz * e1y
        const qy = sz * e1x - sx * e1z
        const qz = sx * e1y - sy * e1x
        const v = (dx * qx + dy * qy + dz * qz) / det
        if (v < 0 || u + v > 1) continue
        const distance = (e2x * qx + e2y * qy + e2z * qz) / det
        if (distance > 1e-6 && distance < best) best = distance
      }
    }
    return best
  }
}
