import { Quaternion, Vector3 } from 'three'
import type { PictureTruth } from '../../../scripts/person-booth/open'
import { type Row, spread } from '../bench'
import type { MarkerProduct } from './marker-products'
import type { MarkerName } from './markers'
import type { Measured } from './measure-clips'
import { rawPupils, rawYaw } from './raw-figures'
import { angleBetween, type HeadTruth, trueEyewear } from './true-places'

/** Added to a case's name for what the tracker gives by itself. */
export const RAW = ', raw tracker'

/** Pixels between the centres of the eyes as if the head faced the camera: the measure of all errors in the picture. */
export function interocular({ space, camera }: PictureTruth): number {
  const left = space.points['eyeballs.left'] ?? []
  const right = space.points['eyeballs.right'] ?? []
  const away = -((left[2] ?? -1) + (right[2] ?? -1)) / 2
  return (
    (camera.focal * Math.hypot(...[0, 1, 2].map((axis) => (left[axis] ?? 0) - (right[axis] ?? 0)))) / away
  )
}

/** Percent of the distance between the eyes by which glasses are beside their place: the mean over the beads that are seen. */
export function eyewearError(
  measured: Measured,
  product: MarkerProduct,
  truth: HeadTruth,
): { ours: number | undefined; raw: number | undefined } {
  const unit = interocular(measured.truth)
  const places = trueEyewear(product, truth, measured.truth, measured.look.head?.forward)
  const errors = (Object.entries(places) as [MarkerName, readonly [number, number]][]).flatMap(
    ([name, at]) => {
      const found = measured.look.beads?.[`eyewear ${name}`]
      return found ? [Math.hypot(found.x - at[0], found.y - at[1])] : []
    },
  )
  return { ours: percent(errors, unit), raw: percent(rawCornerErrors(measured), unit) }
}

/** The tracker's corners of the eyes against the head's, pixels. */
function rawCornerErrors({ look, truth }: Measured): number[] {
  const corners = [
    [33, 'eyeCorners.outer.right'],
    [133, 'eyeCorners.inner.right'],
    [362, 'eyeCorners.inner.left'],
    [263, 'eyeCorners.outer.left'],
  ] as const
  return corners.flatMap(([landmark, name]) => {
    const at = truth.points[name]
    const { raw } = look
    if (!at || !raw) return []
    return [Math.hypot((raw[3 * landmark] ?? 0) - at[0], (raw[3 * landmark + 1] ?? 0) - at[1])]
  })
}

/** Degrees by which a head is thought turned that is not, or not so far. */
export function yawError({ look, truth }: Measured): { ours: number | undefined; raw: number | undefined } {
  const real = Math.atan2(truth.pose.matrix[2] ?? 0, truth.pose.matrix[8] ?? 1) * (180 / Math.PI)
  const [x = 0, y = 0, z = 0, w = 1] = look.head?.quaternion ?? []
  const ours = Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y)) * (180 / Math.PI)
  return {
    ours: look.head ? Math.abs(ours - real) : undefined,
    raw: look.raw ? Math.abs(rawYaw(look.raw) - real) : undefined,
  }
}

/** Standard deviation of the bridge's place while nothing moves, percent of the distance between the eyes. */
export function jitter(rest: readonly Measured[]): { ours: number; raw: number } {
  const unit = interocular(first(rest).truth)
  const ours = rest.map(({ look }) => look.beads?.['eyewear red']).filter((at) => at !== undefined)
  const raw = rest.map(({ look }) => ({ x: look.raw?.[3 * 6] ?? 0, y: look.raw?.[3 * 6 + 1] ?? 0 }))
  return { ours: (100 * deviation(ours)) / unit, raw: (100 * deviation(raw)) / unit }
}

/**
 * What motion adds to the error of the bridge's place, percent of the distance between the eyes: the part of the error along the motion that grows
 * with speed, at the motion's root mean square speed.
 */
export function lag(
  moving: readonly Measured[],
  places: readonly (readonly [number, number])[],
): { ours: number; raw: number } {
  const unit = interocular(first(moving).truth)
  const of = (at: (look: Measured['look']) => { x: number; y: number } | undefined) => {
    let along = 0
    let speeds = 0
    let count = 0
    const mean = places.reduce((sum, [x]) => sum + x, 0) / places.length
    for (let i = 1; i + 1 < moving.length; i++) {
      const found = at(first(moving.slice(i)).look)
      const [x = 0] = places[i] ?? []
      const speed = ((places[i + 1]?.[0] ?? 0) - (places[i - 1]?.[0] ?? 0)) / 2
      if (!found || mean === 0) continue
      along += (found.x - x) * speed
      speeds += speed * speed
      count += 1
    }
    // Error a pixel of speed (a delay in frames), times the speed.
    return (100 * Math.abs(along / speeds) * Math.sqrt(speeds / count)) / unit
  }
  return {
    ours: of((look) => look.beads?.['eyewear red']),
    raw: of(({ raw }) => (raw ? { x: raw[3 * 6] ?? 0, y: raw[3 * 6 + 1] ?? 0 } : undefined)),
  }
}

/** Standard deviation of the distance between the pupils over visits, millimetres. */
export function pupilSpread(visits: readonly Measured[]): { ours: number; raw: number } {
  const ours = visits.flatMap(({ look }) => (look.head?.pd === undefined ? [] : [look.head.pd * 1000]))
  const raw = visits.flatMap(({ look }) => (look.raw ? [rawPupils(look.raw) * 1000] : []))
  return { ours: sd(ours), raw: sd(raw) }
}

/** Percent of the distance between the eyes from where lobes are pierced, over the earrings that are seen. */
export function earringError({ look, truth }: Measured): number | undefined {
  const unit = interocular(truth)
  const errors = (
    [
      ['earrings green', 'earLobes.left'],
      ['earrings blue', 'earLobes.right'],
    ] as const
  ).flatMap(([bead, name]) => {
    const found = look.beads?.[bead]
    const at = truth.points[name]
    return found && at ? [Math.hypot(found.x - at[0], found.y - at[1])] : []
  })
  return percent(errors, unit)
}

/** Of a hand: the ring's place in percent of the palm, the watch's axis in the picture and its dial in space, degrees. */
export function handErrors({ look, truth }: Measured): {
  ring: number | undefined
  rawRing: number | undefined
  axis: number | undefined
  rawAxis: number | undefined
  plane: number | undefined
  /** Of the dial's error: lengthwise with the forearm's slope in depth, and round the forearm. */
  slope: number | undefined
  roll: number | undefined
} {
  const { raw, hand, beads } = look
  const palm = distance(truth.lines.joints?.[0], truth.lines.joints?.[9])
  const seat = truth.points['rings.ring.centre']
  const between =
    raw && seat ? [0, 1].map((k) => ((raw[3 * 13 + k] ?? 0) + (raw[3 * 14 + k] ?? 0)) / 2) : undefined
  const [from, to] = [truth.points['forearm.up'], truth.points['forearm.wrist']]
  const real = from && to ? Math.atan2(to[1] - from[1], to[0] - from[0]) : undefined
  const [front, back] = [beads?.['watch red'], beads?.['watch green']]
  const dial = truth.directions['watch.dial']
  const along = truth.directions['watch.axis']
  const leaning = hand && dial && along ? lean(hand.wrist.quaternion, dial, along) : undefined
  const seen = hand?.ring.position
  const centre = seen ? pixel(seen, truth) : undefined
  return {
    ring: centre && seat ? (100 * distance(centre, seat)) / palm : undefined,
    rawRing: between && seat ? (100 * distance(between, seat)) / palm : undefined,
    axis:
      front && back && real !== undefined
        ? turned(Math.atan2(front.y - back.y, front.x - back.x), real)
        : undefined,
    rawAxis:
      raw && real !== undefined
        ? turned(Math.atan2((raw[28] ?? 0) - (raw[1] ?? 0), (raw[27] ?? 0) - (raw[0] ?? 0)), real)
        : undefined,
    plane: hand && dial ? angleBetween(hand.wrist.quaternion, new Vector3(0, 0, 1), dial) : undefined,
    slope: leaning?.slope,
    roll: leaning?.roll,
  }
}

/** How a dial leans against the true one: along the forearm, and about it. Degrees, without sign. */
function lean(
  quaternion: readonly number[],
  dial: readonly number[],
  along: readonly number[],
): { slope: number; roll: number } {
  const [x = 0, y = 0, z = 0, w = 1] = quaternion
  const ours = new Vector3(0, 0, 1).applyQuaternion(new Quaternion(x, y, z, w))
  const [back, axis] = [new Vector3(...dial), new Vector3(...along)]
  const side = new Vector3().crossVectors(back, axis)
  const angle = (direction: Vector3) =>
    Math.abs((Math.atan2(ours.dot(direction), ours.dot(back)) * 180) / Math.PI)
  return { slope: angle(axis), roll: angle(side) }
}

/** One figure as a row; undefined where nothing was seen. */
export function row(
  name: string,
  metric: string,
  unit: string,
  values: readonly (number | undefined)[],
  aim: { readonly target?: number; readonly atLeast?: true } = {},
): Row[] {
  const seen = values.filter((value) => value !== undefined)
  return seen.length === 0 ? [] : [{ case: name, metric, unit, ...spread(seen), runs: seen.length, ...aim }]
}

function pixel([x = 0, y = 0, z = -1]: readonly number[], { camera }: PictureTruth): [number, number] {
  return [camera.width / 2 - (camera.focal * x) / z, camera.height / 2 + (camera.focal * y) / z]
}

function turned(a: number, b: number): number {
  // Either way along the arm: a watch on the other arm is turned round.
  const angle = Math.abs(((a - b) * 180) / Math.PI) % 180
  return Math.min(angle, 180 - angle)
}

function percent(errors: readonly number[], unit: number): number | undefined {
  if (errors.length === 0) return undefined
  return (100 * errors.reduce((sum, value) => sum + value, 0)) / errors.length / unit
}

function distance(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  return Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0))
}

function deviation(points: readonly { x: number; y: number }[]): number {
  return Math.hypot(sd(points.map(({ x }) => x)), sd(points.map(({ y }) => y)))
}

function sd(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  )
}

function first(measured: readonly Measured[]): Measured {
  const [one] = measured
  if (!one) throw new RangeError('nothing was measured')
  return one
}
