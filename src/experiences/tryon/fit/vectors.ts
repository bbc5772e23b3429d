// Three numbers in an array, from an offset on; nothing here allocates.

/** Makes a vector's length one; gives what it was. */
export function unit(v: Float64Array): number {
  const x = v[0] as number
  const y = v[1] as number
  const z = v[2] as number
  const length = Math.sqrt(x * x + y * y + z * z)
  const k = 1 / Math.max(length, 1e-12)
  v[0] = x * k
  v[1] = y * k
  v[2] = z * k
  return length
}

/** `out = to - from`, both points of a list. */
export function between(
  out: Float64Array,
  points: ArrayLike<number>,
  from: number,
  to: number,
): Float64Array {
  for (let k = 0; k < 3; k++) out[k] = (points[3 * to + k] as number) - (points[3 * from + k] as number)
  return out
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return (
    (a[0] as number) * (b[0] as number) +
    (a[1] as number) * (b[1] as number) +
    (a[2] as number) * (b[2] as number)
  )
}

/** `out = a × b`; `out` is neither. */
export function cross(out: Float64Array, a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const ax = a[0] as number
  const ay = a[1] as number
  const az = a[2] as number
  const bx = b[0] as number
  const by = b[1] as number
  const bz = b[2] as number
  out[0] = ay * bz - az * by
  out[1] = az * bx - ax * bz
  out[2] = ax * by - ay * bx
  return out
}

/** Takes from `v` what runs along the unit vector `axis`, and makes its length one; gives the length that was left. */
export function square(v: Float64Array, axis: ArrayLike<number>): number {
  const along = dot(v, axis)
  for (let k = 0; k < 3; k++) v[k] = (v[k] as number) - along * (axis[k] as number)
  return unit(v)
}
