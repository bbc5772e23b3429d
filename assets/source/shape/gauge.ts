import { Vector2 } from 'three'
import { lathe } from './lathe'
import type { Mesh } from './mesh'
import { turned } from './turned'

/** A dial instrument about the Y axis, lying on y = 0 and facing up, 12 o'clock at -Z. */
export interface Gauge {
  readonly bezel: Mesh
  readonly dial: Mesh
  readonly needle: Mesh
  readonly cover: Mesh
}

/** A pressure gauge of `radius`; its needle points at `turn` (whole turns from 12, clockwise). */
export function gauge(radius: number, turn: number): Gauge {
  const inner = radius * 0.86
  const bezel = turned(
    [
      [radius, -0.001],
      [radius, 0.0065, 0.0012],
      [radius * 0.95, 0.0092, 0.0016],
      [inner + 0.0006, 0.0092, 0.0008],
      [inner, 0.0078, 0.0004],
      [inner, 0.003],
    ],
    72,
  )
  const dial = lathe(
    [new Vector2(inner, 0.0032), new Vector2(inner * 0.5, 0.0032), new Vector2(0, 0.0032)],
    64,
  )
  const cover = lathe(
    [
      new Vector2(inner + 0.0003, 0.0078),
      new Vector2(inner * 0.8, 0.0083),
      new Vector2(inner * 0.4, 0.0086),
      new Vector2(0, 0.0087),
    ],
    64,
    0,
    80,
  )
  const needle = turned(
    [
      [0.0022, 0.0032],
      [0.0022, 0.0052, 0.0004],
      [0, 0.0053],
    ],
    24,
  )
  const angle = turn * Math.PI * 2
  const blade = [
    [-0.0011, -inner * 0.24],
    [0.0011, -inner * 0.24],
    [0.0003, inner * 0.8],
    [-0.0003, inner * 0.8],
  ] as const
  const first = needle.vertexCount
  for (const [x, out] of blade) {
    needle.vertex(
      x * Math.cos(angle) + out * Math.sin(angle),
      0.0046,
      x * Math.sin(angle) - out * Math.cos(angle),
      0,
      0,
    )
    needle.normals.push(0, 1, 0)
  }
  needle.triangle(first, first + 1, first + 2)
  needle.triangle(first, first + 2, first + 3)
  return { bezel, dial, needle, cover }
}
