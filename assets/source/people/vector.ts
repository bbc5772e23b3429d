import type { Point } from './head-frame'

export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const plus = (a: Point, b: Point, times = 1): Point => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
]
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
export const length = (a: Point): number => Math.hypot(a[0], a[1], a[2])
export const unit = (a: Point): Point => {
  const size = length(a) || 1
  return [a[0] / size, a[1] / size, a[2] / size]
}
/** The part of a at right angles to a unit vector. */
export const across = (a: Point, axis: Point): Point => unit(plus(a, axis, -dot(a, axis)))
