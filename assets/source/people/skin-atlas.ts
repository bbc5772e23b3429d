import { quadTriangles } from './part'
import type { PersonShape } from './person-shape'

/** Edge of a skin texture, pixels. */
export const SKIN_EDGE = 1024
/** Where the head lies on the base's texture (u runs down the face there, v to the wearer's left), and how much of our texture's height it gets. */
const HEAD = { u: 0.635, v: 0.145, width: 0.365, height: 0.68, share: 0.84 } as const
/** The neck's part of the body's island. */
const NECK = { u: 0.19, v: 0.86, width: 0.38, height: 0.12, from: 0.86 } as const

/** A head's own texture coordinates: upright, v downwards. */
export function skinUv(uvs: Float32Array, index: number, neck: boolean): readonly [number, number] {
  const [u = 0, v = 0] = uvs.subarray(index * 2, index * 2 + 2)
  if (!neck) return [(v - HEAD.v) / HEAD.height, ((u - HEAD.u) / HEAD.width) * HEAD.share]
  return [
    Math.min(1, Math.max(0, (u - NECK.u) / NECK.width)),
    NECK.from + Math.min(1, Math.max(0, (NECK.v + NECK.height - v) / NECK.height)) * (1 - NECK.from),
  ]
}

/** The base's own coordinates of a pixel in the head's share, 0..1. */
export function baseUv(x: number, y: number): readonly [number, number] {
  return [HEAD.u + (y / HEAD.share) * HEAD.width, HEAD.v + x * HEAD.height]
}

/** Where each pixel of the texture lies on the head: metres; NaN where nothing is. And how much of it is lips, 0..1. */
export interface SkinMap {
  readonly positions: Float32Array
  readonly lips: Float32Array
}

/** Draws the head's triangles into its texture. */
export function skinMap(shape: PersonShape): SkinMap {
  const edge = SKIN_EDGE
  const positions = new Float32Array(edge * edge * 3).fill(Number.NaN)
  const lips = new Float32Array(edge * edge)
  for (const { quad, region } of shape.quads) {
    if (region !== 'head' && region !== 'lips' && region !== 'neck') continue
    const corners = quadTriangles(quad.corners)
    const uvs = quadTriangles(quad.uvs)
    for (const at of [0, 3]) {
      const points = [0, 1, 2].map((k) => {
        const [u, v] = skinUv(shape.uvs, uvs[at + k] ?? 0, region === 'neck')
        return [u * edge, v * edge] as const
      })
      const [a = [0, 0], b = [0, 0], c = [0, 0]] = points
      const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      if (Math.abs(area) < 1e-9) continue
      const weights = (x: number, y: number) => {
        const p = ((b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)) / area
        const q = ((c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)) / area
        return [p, q, 1 - p - q] as const
      }
      const [x0, x1] = [Math.min(a[0], b[0], c[0]), Math.max(a[0], b[0], c[0])]
      const [y0, y1] = [Math.min(a[1], b[1], c[1]), Math.max(a[1], b[1], c[1])]
      for (let y = Math.max(0, Math.floor(y0 - 1)); y <= Math.min(edge - 1, y1 + 1); y++)
        for (let x = Math.max(0, Math.floor(x0 - 1)); x <= Math.min(edge - 1, x1 + 1); x++) {
          const w = weights(x + 0.5, y + 0.5)
          // A little beyond its edges, so that borders have no gaps.
          if (Math.min(...w) > -0.05)
            for (let axis = 0; axis < 3; axis++)
              positions[(y * edge + x) * 3 + axis] = w.reduce(
                (sum, weight, k) =>
                  sum + weight * (shape.positions.rest[(corners[at + k] ?? 0) * 3 + axis] ?? 0),
                0,
              )
          if (region !== 'lips') continue
          let covered = 0
          for (let s = 0; s < 16; s++)
            if (Math.min(...weights(x + ((s & 3) + 0.5) / 4, y + ((s >> 2) + 0.5) / 4)) >= 0)
              covered += 1 / 16
          lips[y * edge + x] = Math.min(1, (lips[y * edge + x] ?? 0) + covered)
        }
    }
  }
  return { positions, lips }
}
