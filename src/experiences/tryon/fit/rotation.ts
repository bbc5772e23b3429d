// Rotations as quaternions (x, y, z, w) in typed arrays; nothing here allocates.

/** Writes the quaternion of a turn by a vector (axis times angle, radians) into `out`. */
export function turnBy(out: Float64Array, x: number, y: number, z: number): Float64Array {
  const angle = Math.hypot(x, y, z)
  // sin(a/2)/a, by its series where a division would lose digits.
  const k = angle < 1e-6 ? 0.5 - (angle * angle) / 48 : Math.sin(angle / 2) / angle
  out[0] = x * k
  out[1] = y * k
  out[2] = z * k
  out[3] = Math.cos(angle / 2)
  return out
}

/** `out = a * b`: first b, then a. `out` may be either. */
export function multiply(out: Float64Array, a: Float64Array, b: Float64Array): Float64Array {
  const ax = a[0] as number
  const ay = a[1] as number
  const az = a[2] as number
  const aw = a[3] as number
  const bx = b[0] as number
  const by = b[1] as number
  const bz = b[2] as number
  const bw = b[3] as number
  out[0] = ax * bw + aw * bx + ay * bz - az * by
  out[1] = ay * bw + aw * by + az * bx - ax * bz
  out[2] = az * bw + aw * bz + ax * by - ay * bx
  out[3] = aw * bw - ax * bx - ay * by - az * bz
  return out
}

/** Makes the length one again. */
export function normalise(q: Float64Array): Float64Array {
  const x = q[0] as number
  const y = q[1] as number
  const z = q[2] as number
  const w = q[3] as number
  const k = 1 / Math.sqrt(x * x + y * y + z * z + w * w)
  q[0] = x * k
  q[1] = y * k
  q[2] = z * k
  q[3] = w * k
  return q
}

/** The vector (axis times angle, at most half a turn) that turns `from` into `to`: to = turnBy(out) * from. */
export function turnBetween(out: Float64Array, from: Float64Array, to: Float64Array): Float64Array {
  const ax = to[0] as number
  const ay = to[1] as number
  const az = to[2] as number
  const aw = to[3] as number
  const bx = -(from[0] as number)
  const by = -(from[1] as number)
  const bz = -(from[2] as number)
  const bw = from[3] as number
  let x = ax * bw + aw * bx + ay * bz - az * by
  let y = ay * bw + aw * by + az * bx - ax * bz
  let z = az * bw + aw * bz + ax * by - ay * bx
  let w = aw * bw - ax * bx - ay * by - az * bz
  if (w < 0) {
    x = -x
    y = -y
    z = -z
    w = -w
  }
  const sine = Math.hypot(x, y, z)
  const k = sine < 1e-9 ? 2 : (2 * Math.atan2(sine, w)) / sine
  out[0] = x * k
  out[1] = y * k
  out[2] = z * k
  return out
}

/** Row-major 3 × 3 matrix of a quaternion of length one. */
export function matrixOf(out: Float64Array, q: Float64Array): Float64Array {
  const x = q[0] as number
  const y = q[1] as number
  const z = q[2] as number
  const w = q[3] as number
  out[0] = 1 - 2 * (y * y + z * z)
  out[1] = 2 * (x * y - z * w)
  out[2] = 2 * (x * z + y * w)
  out[3] = 2 * (x * y + z * w)
  out[4] = 1 - 2 * (x * x + z * z)
  out[5] = 2 * (y * z - x * w)
  out[6] = 2 * (x * z - y * w)
  out[7] = 2 * (y * z + x * w)
  out[8] = 1 - 2 * (x * x + y * y)
  return out
}

/** Quaternion of the frame whose axes are given (unit, at right angles, right-handed). */
export function quaternionOfAxes(
  out: Float64Array,
  xAxis: ArrayLike<number>,
  yAxis: ArrayLike<number>,
  zAxis: ArrayLike<number>,
): Float64Array {
  const m00 = xAxis[0] as number
  const m10 = xAxis[1] as number
  const m20 = xAxis[2] as number
  const m01 = yAxis[0] as number
  const m11 = yAxis[1] as number
  const m21 = yAxis[2] as number
  const m02 = zAxis[0] as number
  const m12 = zAxis[1] as number
  const m22 = zAxis[2] as number
  // Each component's magnitude from the diagonal, its sign from the differences: no branch loses accuracy.
  const w = Math.sqrt(Math.max(0, 1 + m00 + m11 + m22)) / 2
  if (w > 0.1) {
    out[3] = w
    out[0] = (m21 - m12) / (4 * w)
    out[1] = (m02 - m20) / (4 * w)
    out[2] = (m10 - m01) / (4 * w)
  } else if (m00 >= m11 && m00 >= m22) {
    const x = Math.sqrt(Math.max(0, 1 + m00 - m11 - m22)) / 2
    out[0] = x
    out[1] = (m01 + m10) / (4 * x)
    out[2] = (m02 + m20) / (4 * x)
    out[3] = (m21 - m12) / (4 * x)
  } else if (m11 >= m22) {
    const y = Math.sqrt(Math.max(0, 1 - m00 + m11 - m22)) / 2
    out[1] = y
    out[0] = (m01 + m10) / (4 * y)
    out[2] = (m12 + m21) / (4 * y)
    out[3] = (m02 - m20) / (4 * y)
  } else {
    const z = Math.sqrt(Math.max(0, 1 - m00 - m11 + m22)) / 2
    out[2] = z
    out[0] = (m02 + m20) / (4 * z)
    out[1] = (m12 + m21) / (4 * z)
    out[3] = (m10 - m01) / (4 * z)
  }
  return normalise(out)
}
