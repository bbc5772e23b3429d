import { Matrix4, Vector3 } from 'three'
import { bar, path, round } from './bar'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

/** A roller buckle with its prong, in the XY plane, facing +Z; the strap runs along Y. */
export function buckle(width: number): Mesh {
  const mesh = new Mesh()
  const [w, h] = [width / 2 + 0.0035, 0.0105]
  const wire = (d: number, ...points: readonly (readonly [number, number, number])[]) =>
    mesh.append(
      bar(path(...points), {
        section: () => round(d),
        up: new Vector3(0.1, 0.2, 1),
        rings: points.length * 3,
        corner: 2,
        ends: 0.0008,
      }),
    )
  wire(0.0032, [-w, -h, 0], [-w - 0.0004, 0, 0.0003], [-w, h, 0])
  wire(0.0032, [w, -h, 0], [w + 0.0004, 0, 0.0003], [w, h, 0])
  wire(0.0044, [-w - 0.001, -h, 0.0004], [w + 0.001, -h, 0.0004])
  wire(0.0032, [-w - 0.001, h, 0], [w + 0.001, h, 0])
  wire(0.0026, [0, h, 0.001], [0, 0, 0.0026], [0, -h - 0.0024, 0.0032])
  return mesh
}

/** A hole's brass rim. */
export function eyeletRing(): Mesh {
  return smoothNormals(
    new Mesh().grid(12, 3, (i, j) => {
      const [radius, up] = ([
        [0.0026, -0.0006],
        [0.0025, 0.0003],
        [0.0018, 0.0004],
        [0.0014, -0.0006],
      ][j] ?? [0, 0]) as [number, number]
      const angle = ((i % 12) / 12) * Math.PI * 2
      return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius, z: up, u: 0, v: 0 }
    }),
  )
}

/** One tooth of a zip, across +X. */
export function zipTooth(): Mesh {
  return bar(path([0, -0.0019, 0], [0, 0.0019, 0]), {
    section: () => ({ width: 0.0012, height: 0.0015, radius: 0.0003 }),
    up: new Vector3(0, 0, 1),
    rings: 1,
    corner: 0,
    ends: 0,
    endRings: 0,
  })
}

/** Stands a part that faces +Z on a surface, its +Y as near upwards as it can. */
export function frameAt(point: Vector3, normal: Vector3): Matrix4 {
  const side = new Vector3(0, 1, 0).cross(normal).normalize()
  const up = new Vector3().crossVectors(normal, side)
  return new Matrix4().makeBasis(side, up, normal).setPosition(point)
}
