import { CatmullRomCurve3, ShapeUtils, Vector2, Vector3 } from 'three'

/** Signed distance to a flat shape, metres; negative inside. */
export type Distance = (x: number, y: number) => number

/** A closed line, counter-clockwise, with the directions that point out of it. */
export interface Contour {
  readonly points: readonly Vector2[]
  readonly normals: readonly Vector2[]
}

/**
 * The outline of a lens, drawn through points and smoothed until its curvature has no corners, exactly as large as its boxed size.
 * Given either way round, it becomes counter-clockwise, about its boxed centre; temporal side at +x.
 */
export function lensOutline(
  through: readonly (readonly [number, number])[],
  width: number,
  height: number,
  count = 80,
): Vector2[] {
  const drawn = through.map(([x, y]) => new Vector3(x, y, 0))
  if (ShapeUtils.area(drawn) < 0) drawn.reverse()
  const curve = new CatmullRomCurve3(drawn, true, 'centripetal')
  curve.arcLengthDivisions = count * 8
  let points = curve
    .getSpacedPoints(count)
    .slice(0, count)
    .map(({ x, y }) => new Vector2(x, y))
  const neighbour = (list: readonly Vector2[], i: number) => list[(i + count) % count] ?? new Vector2()
  for (let pass = 0; pass < 12; pass++) {
    points = points.map((point, i) =>
      neighbour(points, i - 1)
        .clone()
        .add(neighbour(points, i + 1))
        .multiplyScalar(0.25)
        .addScaledVector(point, 0.5),
    )
  }
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return points.map(
    ({ x, y }) =>
      new Vector2(((x - left) / (right - left) - 0.5) * width, ((y - low) / (high - low) - 0.5) * height),
  )
}

/** A closed line moved sideways, and turned over for the other side of the face. Stays counter-clockwise. */
export function placed(points: readonly Vector2[], x: number, y = 0, mirrored = false): Vector2[] {
  const moved = points.map((p) => new Vector2((mirrored ? -1 : 1) * (p.x + x), p.y + y))
  return mirrored ? moved.reverse() : moved
}

/** Normals of a closed counter-clockwise line. */
export function contour(points: readonly Vector2[]): Contour {
  const n = points.length
  const normals = points.map((_, i) => {
    const before = points[(i + n - 1) % n] ?? new Vector2()
    const after = points[(i + 1) % n] ?? new Vector2()
    return new Vector2(after.y - before.y, before.x - after.x).normalize()
  })
  return { points, normals }
}

/** A contour drawn outwards by `reach` metres (inwards below 0). */
export const offset = ({ points, normals }: Contour, reach: number): Vector2[] =>
  points.map((point, i) => point.clone().addScaledVector(normals[i] ?? new Vector2(), reach))

export function polygon(points: readonly Vector2[]): Distance {
  return (x, y) => {
    let nearest = Infinity
    let inside = false
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const a = points[i] as Vector2
      const b = points[j] as Vector2
      const ex = b.x - a.x
      const ey = b.y - a.y
      const t = Math.min(1, Math.max(0, ((x - a.x) * ex + (y - a.y) * ey) / (ex * ex + ey * ey)))
      nearest = Math.min(nearest, (x - a.x - ex * t) ** 2 + (y - a.y - ey * t) ** 2)
      if (a.y > y !== b.y > y && x < (ex * (y - a.y)) / ey + a.x) inside = !inside
    }
    return Math.sqrt(nearest) * (inside ? -1 : 1)
  }
}

/** A line from a to b as thick as `from` at a and `to` at b (radii). */
export function stroke(
  a: readonly [number, number],
  b: readonly [number, number],
  from: number,
  to = from,
): Distance {
  const ex = b[0] - a[0]
  const ey = b[1] - a[1]
  return (x, y) => {
    const t = Math.min(1, Math.max(0, ((x - a[0]) * ex + (y - a[1]) * ey) / (ex * ex + ey * ey || 1)))
    return Math.hypot(x - a[0] - ex * t, y - a[1] - ey * t) - (from + (to - from) * t)
  }
}

/** Joins shapes with a fillet of about `fillet` metres. */
export function joined(fillet: number, ...shapes: readonly Distance[]): Distance {
  return (x, y) =>
    shapes
      .map((shape) => shape(x, y))
      .reduce((a, b) => {
        const h = Math.max(fillet - Math.abs(a - b), 0) / fillet
        return Math.min(a, b) - (h * h * fillet) / 4
      })
}

/** Takes one shape out of another, its edge rounded by about `fillet` metres. */
export function without(fillet: number, shape: Distance, tool: Distance): Distance {
  const rest = joined(fillet, (x, y) => -shape(x, y), tool)
  return (x, y) => -rest(x, y)
}

/** Both halves of a face from one: a shape drawn at x >= 0. */
export const mirrored =
  (shape: Distance): Distance =>
  (x, y) =>
    shape(Math.abs(x), y)

/**
 * The edge of a shape as evenly spaced points, walked counter-clockwise from where one meets it coming down from `top` at
 * `middle`; inner edges are not found.
 */
export function trace(shape: Distance, top: number, count: number, middle = 0): Contour {
  const gradient = (p: Vector2) => {
    const h = 2e-5
    return new Vector2(
      shape(p.x + h, p.y) - shape(p.x - h, p.y),
      shape(p.x, p.y + h) - shape(p.x, p.y - h),
    ).divideScalar(2 * h)
  }
  const settle = (p: Vector2) => {
    for (let k = 0; k < 3; k++) {
      const slope = gradient(p)
      p.addScaledVector(slope, -shape(p.x, p.y) / Math.max(slope.lengthSq(), 0.04))
    }
    return p
  }
  const start = new Vector2(middle, top)
  while (shape(middle, start.y) > 1e-5) start.y -= Math.max(shape(middle, start.y) * 0.5, 5e-6)
  const step = 2e-4
  const walked = [start.clone()]
  let here = start.clone()
  for (let k = 0; k < 20000; k++) {
    const out = gradient(here).normalize()
    here = settle(here.clone().add(new Vector2(-out.y, out.x).multiplyScalar(step)))
    if (k > 50 && here.distanceTo(start) < step * 0.8) break
    walked.push(here.clone())
  }
  return contour(resampled(walked, count))
}

/** A closed line again, as `count` points evenly apart. */
export function resampled(line: readonly Vector2[], count: number): Vector2[] {
  const run = [0]
  for (let i = 1; i <= line.length; i++) {
    const a = line[i - 1] as Vector2
    const b = line[i % line.length] as Vector2
    run.push((run[i - 1] as number) + a.distanceTo(b))
  }
  const total = run[line.length] as number
  const points: Vector2[] = []
  let i = 0
  for (let k = 0; k < count; k++) {
    const want = (total * k) / count
    while ((run[i + 1] as number) < want) i++
    const from = run[i] as number
    const share = (want - from) / Math.max((run[i + 1] as number) - from, 1e-12)
    points.push((line[i] as Vector2).clone().lerp(line[(i + 1) % line.length] as Vector2, share))
  }
  return points
}
