import type { Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

/** A curved surface by two shares (s, t), outside where growing s × growing t points; with its texture coordinates in metres. */
export interface Sheet {
  readonly at: (s: number, t: number) => Vector3
  readonly uv: (s: number, t: number) => readonly [number, number]
}

/** A place on a surface and where it faces. */
export interface Spot {
  readonly point: Vector3
  readonly normal: Vector3
}

const STEP = 1e-3

/** A place on a sheet, raised by `lift` metres. */
export function spot(sheet: Sheet, s: number, t: number, lift = 0): Spot {
  const point = sheet.at(s, t)
  const ds = sheet.at(s + STEP, t).sub(sheet.at(s - STEP, t))
  const dt = sheet.at(s, t + STEP).sub(sheet.at(s, t - STEP))
  const normal = ds.cross(dt).normalize()
  return { point: point.addScaledVector(normal, lift), normal }
}

/** Places along a line drawn on a sheet through shares (s, t). */
export function lineOn(
  sheet: Sheet,
  points: readonly (readonly [number, number])[],
  lift = 0,
  between = 12,
): Spot[] {
  const spots: Spot[] = []
  points.forEach(([s, t], i) => {
    const next = points[i + 1]
    if (!next) {
      spots.push(spot(sheet, s, t, lift))
      return
    }
    for (let k = 0; k < between; k++) {
      const share = k / between
      spots.push(spot(sheet, s + (next[0] - s) * share, t + (next[1] - t) * share, lift))
    }
  })
  return spots
}

/** The sheet itself as triangles, its middle columns × rows. */
export function cloth(sheet: Sheet, columns: number, rows: number, crease = 60): Mesh {
  return smoothNormals(
    new Mesh().grid(columns, rows, (i, j) => {
      const { x, y, z } = sheet.at(i / columns, j / rows)
      const [u, v] = sheet.uv(i / columns, j / rows)
      return { x, y, z, u, v }
    }),
    crease,
  )
}

export interface OverlayOptions {
  readonly columns: number
  readonly rows: number
  /** Metres it stands above the sheet. */
  readonly thickness: number
  /** Width of the rolled edge, as a share of the region. */
  readonly edge?: number
}

/** A piece laid on a sheet: `region` says where its unit square lies. Its edges roll down into the sheet. */
export function overlay(
  sheet: Sheet,
  region: (a: number, b: number) => readonly [number, number],
  { columns, rows, thickness, edge = 0.02 }: OverlayOptions,
): Mesh {
  const stops = (count: number) => [
    { at: 0, lift: -0.4 },
    { at: 0, lift: 0.62 },
    { at: edge, lift: 1 },
    ...Array.from({ length: count - 1 }, (_, k) => ({
      at: edge + ((k + 1) / count) * (1 - 2 * edge),
      lift: 1,
    })),
    { at: 1 - edge, lift: 1 },
    { at: 1, lift: 0.62 },
    { at: 1, lift: -0.4 },
  ]
  const across = stops(columns)
  const along = stops(rows)
  return smoothNormals(
    new Mesh().grid(across.length - 1, along.length - 1, (i, j) => {
      const a = across[i] ?? { at: 0, lift: 0 }
      const b = along[j] ?? { at: 0, lift: 0 }
      const [s, t] = region(a.at, b.at)
      const { point } = spot(sheet, s, t, Math.min(a.lift, b.lift) * thickness)
      const [u, v] = sheet.uv(s, t)
      return { x: point.x, y: point.y, z: point.z, u, v }
    }),
    70,
  )
}
