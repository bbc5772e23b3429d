import { Quaternion, type Vector2, Vector3 } from 'three'
import { FRONT_ON_SHEET } from '../../texture/acetate'
import type { Section } from '../bar'
import { Mesh } from '../mesh'
import { bakeOcclusion } from '../occlusion'
import { finished, templePair } from './acetate-temples'
import { directions, type Form } from './form'
import { barrelHinge, rivet } from './hinge'
import { lens } from './lens'
import { pad } from './nose-pads'
import { plate } from './plate'
import { type Contour, contour, placed } from './silhouette'
import { temple, turnedOver } from './temple'

export interface AcetateSide {
  readonly form: Form
  /** The front's width at the hinges. */
  readonly width: number
  /** Height of the hinges above the boxed centre. */
  readonly hinge: number
  /** The front's sheet, metres out of the lenses' backs. */
  readonly back: number
  readonly front: number
  readonly temple: {
    readonly length: number
    readonly bend: number
    readonly drop: number
    readonly thickness: number
    readonly section: (run: number) => Section
  }
  readonly barrels: number
  /** Heights of the pins about the hinge's middle, their radius, how far inside the front's edge they are. */
  readonly pins: { readonly heights: readonly number[]; readonly radius: number; readonly inset: number }
}

export interface AcetateGlasses extends AcetateSide {
  /** One lens about its boxed centre, and how far that lies from the middle of the face. */
  readonly lens: readonly Vector2[]
  readonly lensCentre: number
  readonly lensThickness?: number
  readonly outer: Contour
  /** Rounding of the front's edges, behind and before. */
  readonly bevel: readonly [number, number]
  /** Where the rim swells backwards to rest on the nose: place in the drawing, half axes, lean. */
  readonly swelling: {
    readonly at: readonly [number, number]
    readonly half: readonly [number, number, number]
    readonly lean: number
  }
}

/**
 * Glasses cut from acetate sheet: a milled front with two lenses in its grooves, temples on barrel hinges, pins that hold the plates.
 * Everything but the lenses is mapped onto one sheet; metal uses its first finish.
 *
 * @returns parts, and the left hinge's pin
 */
export function acetateGlasses(options: AcetateGlasses) {
  const { form, lensCentre, outer, back, front: face, bevel, swelling } = options
  const eyes = [placed(options.lens, lensCentre), placed(options.lens, lensCentre, 0, true)].map(contour)
  const front = new Mesh()
  front.append(plate({ outer, holes: eyes, back, front: face, bevel, form }), undefined, FRONT_ON_SHEET)
  const [sx, sy] = swelling.at
  const turn = new Quaternion()
    .setFromUnitVectors(new Vector3(0, 0, 1), directions(form, sx, sy).out)
    .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), swelling.lean))
  const rest = pad(form(sx, sy, back + 0.0002), new Vector3(...swelling.half), turn, 18, 12)
  for (const side of [rest, turnedOver(rest)])
    front.append(
      side.mapTexture(({ x, y, z }) => [x + z * 0.4 + FRONT_ON_SHEET[0], y + z * 0.6 + FRONT_ON_SHEET[1]]),
    )

  const side = acetateSide(options)
  front.append(finished(new Mesh().append(side.metal).append(turnedOver(side.metal)), 0))
  const { left: templeLeft, right: templeRight } = templePair(side.arm, finished(side.templeMetal, 0))

  const lenses = new Mesh()
  for (const outline of eyes)
    lenses.append(lens({ outline, groove: 0.0006, thickness: options.lensThickness ?? 0.0019, form }))
  bakeOcclusion([front, templeLeft, templeRight], { reach: 0.012, rays: 40, strength: 0.85 })
  return { parts: { front, lenses, templeLeft, templeRight }, axis: side.axis }
}

/** The left side of acetate glasses: hinge, temple and the pins that hold the hinge's plates. */
export function acetateSide({
  form,
  width,
  hinge: high,
  back,
  front: face,
  temple: sides,
  barrels,
  pins,
}: AcetateSide) {
  const { thickness, section, ...line } = sides
  const corner = form(width / 2 - 0.003, high, back)
  const start = new Vector3(width / 2 - 0.0004 - thickness / 2, corner.y, corner.z + 0.0012)
  const axis = new Vector3(start.x - thickness / 2 - 0.0012, start.y, corner.z - 0.0008)
  const joint = barrelHinge({ axis, barrels, forward: 0.0016, outward: 0.0014 })
  const arm = temple({ ...line, start, section, paddle: true, rings: 28, corner: 3 })
  const metal = new Mesh().append(joint.front)
  const templeMetal = new Mesh().append(joint.temple)
  for (const height of pins.heights) {
    const x = width / 2 - pins.inset
    const { out } = directions(form, x, high + height, face)
    metal.append(rivet(form(x, high + height, face - 0.00004), out, pins.radius, pins.radius * 0.28))
    const outside = start
      .clone()
      .add(new Vector3(thickness / 2 - 0.00004, height, -0.0052 - pins.inset * 0.5))
    templeMetal.append(rivet(outside, new Vector3(1, 0, 0), pins.radius, pins.radius * 0.28))
  }
  return { metal, templeMetal, arm, axis }
}
