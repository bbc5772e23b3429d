import type { PersonShot } from './person-shot'

/** A point in the picture: pixels right and down, and metres from the camera along its axis. */
export type Projected = readonly [x: number, y: number, depth: number]

/** What of a model's truth is seen in a picture. */
export interface PictureTruth {
  readonly camera: PersonShot['camera']
  /** As in the shot; the rotation as a matrix too, row by row, from the model's frame to the camera's. */
  readonly pose: {
    readonly position: readonly number[]
    readonly rotation: readonly number[]
    readonly matrix: readonly number[]
  }
  /** Single points by their path in the truth: `pupils.left`. */
  readonly points: Readonly<Record<string, Projected>>
  /** Polylines by their path: `nose.ridge`, `lips.outer` and `lips.inner` as the expression has them. */
  readonly lines: Readonly<Record<string, readonly Projected[]>>
  /** Directions by their path, in the camera's frame. */
  readonly directions: Readonly<Record<string, readonly [number, number, number]>>
  /** The same points and lines in the camera's frame, metres. */
  readonly space: {
    readonly points: Readonly<Record<string, readonly number[]>>
    readonly lines: Readonly<Record<string, readonly (readonly number[])[]>>
  }
}

type Triple = [number, number, number]

/** Keys that hold a direction and no place. */
const DIRECTIONS = new Set(['normal', 'axis', 'dorsal', 'dial', 'palmar'])

/** Rotation of a shot's pose, row by row: yaw, then pitch, then roll, about the model's own axes. */
export function rotationOf(rotation: readonly [number, number, number] = [0, 0, 0]): number[] {
  const [pitch, yaw, roll] = rotation
  const [a, b] = [Math.cos(pitch), Math.sin(pitch)]
  const [c, d] = [Math.cos(yaw), Math.sin(yaw)]
  const [e, f] = [Math.cos(roll), Math.sin(roll)]
  const [ce, cf, de, df] = [c * e, c * f, d * e, d * f]
  return [ce + df * b, de * b - cf, a * d, a * f, a * e, -b, cf * b - de, df + ce * b, a * c]
}

/** Projects everything a model's `extras.truth` knows into the picture of a shot. */
export function projectTruth(truth: unknown, shot: PersonShot): PictureTruth {
  const { camera, pose } = shot
  const matrix = rotationOf(pose.rotation)
  const turn = ([x, y, z]: Triple): Triple => {
    const right = shot.mirrored ? -x : x
    return [0, 3, 6].map(
      (row) => (matrix[row] ?? 0) * right + (matrix[row + 1] ?? 0) * y + (matrix[row + 2] ?? 0) * z,
    ) as Triple
  }
  const place = (point: Triple): Triple => {
    const turned = turn(point)
    return [turned[0] + pose.position[0], turned[1] + pose.position[1], turned[2] + pose.position[2]]
  }
  const project = ([x, y, z]: Triple): Projected => [
    camera.width / 2 - (camera.focal * x) / z,
    camera.height / 2 + (camera.focal * y) / z,
    -z,
  ]
  const points: Record<string, Projected> = {}
  const lines: Record<string, Projected[]> = {}
  const directions: Record<string, Triple> = {}
  const space = { points: {} as Record<string, Triple>, lines: {} as Record<string, Triple[]> }
  const isTriple = (value: unknown): value is Triple =>
    Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'number')
  const walk = (value: unknown, path: string, key: string): void => {
    if (isTriple(value)) {
      if (key === 'depths') return
      if (DIRECTIONS.has(key)) directions[path] = turn(value)
      else {
        space.points[path] = place(value)
        points[path] = project(place(value))
      }
    } else if (Array.isArray(value)) {
      if (value.length > 0 && value.every(isTriple)) {
        space.lines[path] = value.map(place)
        lines[path] = value.map((point) => project(place(point)))
      }
    } else if (value && typeof value === 'object')
      for (const [name, part] of Object.entries(value))
        if (name !== 'lips' && name !== 'halfWidths') walk(part, path ? `${path}.${name}` : name, name)
  }
  walk(truth, '', '')
  for (const [name, line] of Object.entries(lipsOf(truth, shot.expression?.['mouth-open'] ?? 0))) {
    space.lines[`lips.${name}`] = line.map(place)
    lines[`lips.${name}`] = line.map((point) => project(place(point)))
  }
  return {
    camera,
    pose: { position: pose.position, rotation: pose.rotation ?? [0, 0, 0], matrix },
    points,
    lines,
    directions,
    space,
  }
}

/** The lips' borders between their poses, as a morph target moves them: in a straight line. */
function lipsOf(truth: unknown, open: number): Record<'outer' | 'inner', Triple[]> | Record<string, never> {
  const lips = (truth as { lips?: Record<string, Record<string, Triple[]>> } | undefined)?.lips
  if (!lips) return {}
  const line = (name: string) =>
    (lips.rest?.[name] ?? []).map((point, i) => {
      const to = lips['mouth-open']?.[name]?.[i] ?? point
      return point.map((value, axis) => value + ((to[axis] ?? value) - value) * open) as Triple
    })
  return { outer: line('outer'), inner: line('inner') }
}
