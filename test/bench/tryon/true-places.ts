import { Quaternion, Vector3 } from 'three'
import type { PictureTruth } from '../../../scripts/person-booth/open'
import type { WearOf } from '../../../src/core/wear'
import type { HeadMarks, Point3 } from '../../../src/experiences/tryon/fit/head-fit'
import { eyewearPlacement, placeEyewear } from '../../../src/experiences/tryon/looks/place-eyewear'
import type { MarkerProduct } from './marker-products'
import type { MarkerName } from './markers'

/** What of a head's truth places things. Metres, the head's frame. */
export interface HeadTruth {
  readonly nose: {
    readonly ridge: readonly Point3[]
    readonly depths: readonly number[]
    readonly halfWidths: readonly (readonly (number | null)[])[]
  }
  readonly earRoots: Readonly<Record<'left' | 'right', Point3>>
  readonly earLobes: Readonly<Record<'left' | 'right', Point3>>
}

type Pixel = readonly [x: number, y: number]

/** At this depth behind the ridge pads sit; as an index of the truth's depths: 6 mm. */
const PADS = 1

/**
 * Where the beads of measuring glasses are in the picture when they sit by our rule on the true head in its true pose: what the rule is
 * given differs, never the rule.
 */
export function trueEyewear(
  product: MarkerProduct,
  truth: HeadTruth,
  picture: PictureTruth,
): Partial<Record<MarkerName, Pixel>> {
  const placement = eyewearPlacement()
  placeEyewear(product.wear as WearOf<'eyewear'>, trueMarks(truth), placement)
  const point = new Vector3()
  const places: Partial<Record<MarkerName, Pixel>> = {}
  for (const [name, bead] of Object.entries(product.beads) as [MarkerName, Point3][]) {
    point
      .set(...bead)
      .applyQuaternion(placement.rotation)
      .add(placement.position)
    places[name] = projected(point, picture)
  }
  return places
}

/** A point of the model's own frame in the picture. */
export function projected(point: Vector3, { camera, pose }: PictureTruth): Pixel {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = pose.matrix
  const [px = 0, py = 0, pz = 0] = pose.position
  const x = a * point.x + b * point.y + c * point.z + px
  const y = d * point.x + e * point.y + f * point.z + py
  const z = g * point.x + h * point.y + i * point.z + pz
  return [camera.width / 2 - (camera.focal * x) / z, camera.height / 2 + (camera.focal * y) / z]
}

/** Degrees between two rotations of which one is a quaternion and the other a matrix, row by row: of their axes `axis`. */
export function angleBetween(quaternion: readonly number[], axis: Vector3, truth: readonly number[]): number {
  const ours = axis.clone().applyQuaternion(new Quaternion(...quaternion))
  const [x = 0, y = 0, z = 0] = truth
  return (ours.angleTo(new Vector3(x, y, z)) * 180) / Math.PI
}

function trueMarks({ nose, earRoots, earLobes }: HeadTruth): HeadMarks {
  const known = nose.halfWidths.map((row) => row[PADS] ?? undefined)
  const first = known.find((width) => width !== undefined) ?? 0.006
  const zero: Point3 = [0, 0, 0]
  return {
    noseRidge: nose.ridge.map((point, i) => ({
      point,
      halfWidth: known[i] ?? first,
      flankDepth: nose.depths[PADS] ?? 0.006,
    })),
    earTop: earRoots,
    lobe: earLobes,
    skull: { centre: zero, radii: zero, circumference: 0, band: zero, bandTilt: 0 },
    faceWidth: 0,
  }
}
