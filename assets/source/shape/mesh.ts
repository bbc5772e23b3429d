import { Matrix3, type Matrix4, Vector3 } from 'three'

/** A placed vertex of a patch: position in metres, texture coordinates in metres along the surface. */
export interface Placed {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly u: number
  readonly v: number
}

/** Number at an index that is known to exist; keeps strict indexing readable in geometry loops. */
export const at = (list: ArrayLike<number>, index: number): number => list[index] as number

/**
 * Triangles being modelled. Positions in metres, texture coordinates in metres (so that every part of a
 * product has the same texel density), counter-clockwise winding seen from outside.
 */
export class Mesh {
  readonly positions: number[] = []
  readonly normals: number[] = []
  readonly uvs: number[] = []
  /** Ambient occlusion a vertex, 1 = open. Filled by the occlusion bake. */
  readonly occlusion: number[] = []
  readonly indices: number[] = []

  get vertexCount(): number {
    return this.positions.length / 3
  }

  /** Adds a vertex and returns its index. */
  vertex(x: number, y: number, z: number, u: number, v: number): number {
    this.positions.push(x, y, z)
    this.uvs.push(u, v)
    return this.vertexCount - 1
  }

  /** Adds a triangle unless it has no area (a pole of a turned part, a closed tip). */
  triangle(a: number, b: number, c: number): void {
    const p = this.positions
    const abx = at(p, b * 3) - at(p, a * 3)
    const aby = at(p, b * 3 + 1) - at(p, a * 3 + 1)
    const abz = at(p, b * 3 + 2) - at(p, a * 3 + 2)
    const acx = at(p, c * 3) - at(p, a * 3)
    const acy = at(p, c * 3 + 1) - at(p, a * 3 + 1)
    const acz = at(p, c * 3 + 2) - at(p, a * 3 + 2)
    const area2 = Math.hypot(aby * acz - abz * acy, abz * acx - abx * acz, abx * acy - aby * acx)
    if (area2 > 1e-12) this.indices.push(a, b, c)
  }

  /**
   * Adds a patch of columns × rows quads; `place(i, j)` gives vertex (i, j). The outside is where
   * (direction of growing i) × (direction of growing j) points.
   */
  grid(columns: number, rows: number, place: (i: number, j: number) => Placed): this {
    const first = this.vertexCount
    for (let j = 0; j <= rows; j++) {
      for (let i = 0; i <= columns; i++) {
        const { x, y, z, u, v } = place(i, j)
        this.vertex(x, y, z, u, v)
      }
    }
    const stride = columns + 1
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const a = first + j * stride + i
        this.triangle(a, a + 1, a + stride + 1)
        this.triangle(a, a + stride + 1, a + stride)
      }
    }
    return this
  }

  /** Adds another mesh, moved by `matrix` (mirrors keep their winding outside), its texture shifted by `shift` metres. */
  append(other: Mesh, matrix?: Matrix4, shift: readonly [number, number] = [0, 0]): this {
    const first = this.vertexCount
    const point = new Vector3()
    const normalMatrix = matrix ? new Matrix3().getNormalMatrix(matrix) : undefined
    for (let i = 0; i < other.vertexCount; i++) {
      point.fromArray(other.positions, i * 3)
      if (matrix) point.applyMatrix4(matrix)
      this.vertex(
        point.x,
        point.y,
        point.z,
        at(other.uvs, i * 2) + shift[0],
        at(other.uvs, i * 2 + 1) + shift[1],
      )
      if (other.normals.length > 0) {
        point.fromArray(other.normals, i * 3)
        if (normalMatrix) point.applyMatrix3(normalMatrix).normalize()
        this.normals.push(point.x, point.y, point.z)
      }
    }
    const mirrored = matrix !== undefined && matrix.determinant() < 0
    for (let i = 0; i < other.indices.length; i += 3) {
      const a = first + at(other.indices, i)
      const b = first + at(other.indices, i + 1)
      const c = first + at(other.indices, i + 2)
      this.indices.push(a, mirrored ? c : b, mirrored ? b : c)
    }
    return this
  }

  /** Moves every vertex; call before {@link smoothNormals}. */
  deform(move: (point: Vector3) => void): this {
    const point = new Vector3()
    for (let i = 0; i < this.vertexCount; i++) {
      move(point.fromArray(this.positions, i * 3))
      point.toArray(this.positions, i * 3)
    }
    return this
  }

  /** Replaces the texture coordinates, in metres. */
  mapTexture(map: (point: Vector3, u: number, v: number) => readonly [number, number]): this {
    const point = new Vector3()
    for (let i = 0; i < this.vertexCount; i++) {
      const [u, v] = map(point.fromArray(this.positions, i * 3), at(this.uvs, i * 2), at(this.uvs, i * 2 + 1))
      this.uvs[i * 2] = u
      this.uvs[i * 2 + 1] = v
    }
    return this
  }
}
