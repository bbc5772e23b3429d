import { type Matrix4, Quaternion, Matrix4 as Transform, Vector2, Vector3 } from 'three'
import { bar, block, path } from '../bar'
import { lathe } from '../lathe'
import { Mesh } from '../mesh'
import { outline } from '../profile'

/** Turns +Y to a direction and moves to a place. */
export const standing = (at: Vector3, towards: Vector3): Matrix4 =>
  new Transform().compose(
    at,
    new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), towards.clone().normalize()),
    new Vector3(1, 1, 1),
  )

export interface HingeOptions {
  /** Middle of the pin; the left hinge's. */
  readonly axis: Vector3
  /** Odd: the front has one barrel more than the temple. */
  readonly barrels: number
  /** Height and diameter of one barrel, metres. */
  readonly tall?: number
  readonly diameter?: number
  /** Metres from the pin forward to the front's back, and outwards to the temple's inner face. */
  readonly forward: number
  readonly outward: number
  /** Length of the plate on the temple. */
  readonly plate?: number
}

export interface Hinge {
  /** What stays with the front, and what turns with the temple. */
  readonly front: Mesh
  readonly temple: Mesh
}

/** A barrel hinge for a left temple, pin upright: barrels in turn from the front and from the temple, a leaf each, two plates, a screw. */
export function barrelHinge({
  axis,
  barrels,
  tall = 0.00105,
  diameter = 0.0024,
  forward,
  outward,
  plate = 0.009,
}: HingeOptions): Hinge {
  const made: Hinge = { front: new Mesh(), temple: new Mesh() }
  const { x, y, z } = axis
  const r = diameter / 2
  const gap = 0.00004
  const soft = 0.00012
  const barrel = lathe(
    outline(
      [
        { x: 0, y: gap },
        { x: r, y: gap, fillet: soft },
        { x: r, y: tall - gap, fillet: soft },
        { x: 0, y: tall - gap },
      ],
      false,
      1,
    ),
    12,
  )
  const leaf = { width: tall * 0.94, height: diameter * 0.62, radius: 0.0002 }
  const flat = { rings: 1, corner: 1, ends: 0.00015, endRings: 1 }
  for (let k = 0; k < barrels; k++) {
    const low = y + (k - barrels / 2) * tall
    const middle = low + tall / 2
    const half = k % 2 === 0 ? made.front : made.temple
    half.append(barrel, new Transform().makeTranslation(x, low, z))
    if (k % 2 === 0) {
      half.append(
        block([x, middle, z], [x, middle, z + forward], leaf, { ...flat, up: new Vector3(1, 0, 0) }),
      )
    } else {
      half.append(
        bar(
          path(
            [x, middle, z],
            [x + outward * 0.55, middle, z - diameter * 0.75],
            [x + outward, middle, z - diameter],
          ),
          {
            ...flat,
            section: () => leaf,
            rings: 2,
            up: new Vector3(1, 0, 0),
          },
        ),
      )
    }
  }
  const tallness = barrels * tall * 0.94
  // Plates lie flush in the acetate and stand out by 0.25 mm.
  made.front.append(
    block(
      [x - 0.0016, y, z + forward],
      [x + outward * 0.9, y, z + forward],
      { width: 0.0006, height: tallness, radius: 0.0002 },
      {
        ...flat,
        up: new Vector3(0, 1, 0),
      },
    ),
  )
  made.temple.append(
    block(
      [x + outward, y, z - diameter * 0.3],
      [x + outward, y, z - diameter * 0.3 - plate],
      { width: tallness, height: 0.0006, radius: 0.0002 },
      { ...flat, up: new Vector3(1, 0, 0) },
    ),
  )
  made.front.append(screw(new Vector3(x, y + (barrels / 2) * tall - 0.0001, z), new Vector3(0, 1, 0), 0.0009))
  return made
}

/** A screw's flat head with a turned edge. */
export function screw(at: Vector3, towards: Vector3, radius: number): Mesh {
  const high = radius * 0.42
  const head = lathe(
    outline(
      [
        { x: radius, y: -high },
        { x: radius, y: high, fillet: high * 0.55 },
        { x: radius * 0.5, y: high * 1.06, fillet: 0.00005 },
        { x: radius * 0.42, y: high * 0.5 },
        { x: 0, y: high * 0.45 },
      ],
      false,
      2,
    ),
    16,
    0,
    35,
  )
  return new Mesh().append(head, standing(at, towards))
}

/** A domed rivet or pin, its middle on the surface. */
export function rivet(at: Vector3, towards: Vector3, radius: number, high = radius * 0.45): Mesh {
  const dome = Array.from({ length: 5 }, (_, k) => {
    const angle = (k / 4) * (Math.PI / 2)
    return new Vector2(radius * Math.cos(angle), high * Math.sin(angle))
  })
  return new Mesh().append(lathe([new Vector2(radius, -radius * 0.6), ...dome], 16), standing(at, towards))
}
