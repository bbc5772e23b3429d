import { Matrix4 } from 'three'
import { bullet } from './bullet'
import { lathe } from './lathe'
import { Mesh } from './mesh'
import { outline } from './profile'
import { type Plan, slab } from './slab'
import { onFront, wordmark } from './wordmark'

/** A lipstick that stands open, its cap beside it, in the parts it is made of. */
export interface Lipstick {
  readonly case: Mesh
  readonly metal: Mesh
  readonly bullet: Mesh
}

const BASE = 0.023
const CAP = 0.0445
const TUBE = 0.0076
const CUP = 0.0067

/**
 * A lipstick: a moulded base, an anodised tube that turns, a cup that has risen out of it with the bullet; the cap with a band of metal
 * at its mouth. The lettering is hot-stamped foil. Base and cap share one plan.
 *
 * @param plan seen from above, metres
 * @param apart between the middles of base and cap
 */
export function lipstick(plan: Plan, apart: number): Lipstick {
  const half = Math.min(plan.halfX, plan.halfZ)
  const shift = (x: number, z: number) => new Matrix4().makeTranslation(x, 0, z)
  const left = shift(-apart / 2, 0.0015)
  const right = shift(apart / 2, -0.0015)
  const body = new Mesh()
  const metal = new Mesh()
  const rod = new Mesh()

  body.append(
    slab(
      outline(
        [
          { x: 0, y: 0.0005 },
          { x: half - 0.0022, y: 0.0005, fillet: 0.0003 },
          { x: half - 0.0019, y: 0, fillet: 0.0003 },
          { x: half - 0.0002, y: 0, fillet: 0.0007 },
          { x: half, y: BASE, fillet: 0.0006 },
          { x: TUBE + 0.0003, y: BASE, fillet: 0.0003 },
          { x: TUBE + 0.0002, y: BASE - 0.001 },
          { x: 0, y: BASE - 0.001 },
        ],
        false,
        4,
      ),
      plan,
    ),
    left,
  )
  body.append(
    slab(
      outline(
        [
          { x: 0, y: CAP - 0.002 },
          { x: half - 0.0013, y: CAP - 0.002, fillet: 0.001 },
          { x: half - 0.0013, y: 0.0002 },
          { x: half - 0.0011, y: 0, fillet: 0.0001 },
          { x: half - 0.0004, y: 0, fillet: 0.0003 },
          { x: half - 0.0003, y: 0.0016 },
          { x: half, y: 0.0017, fillet: 0.0002 },
          { x: half, y: CAP, fillet: 0.0009 },
          { x: half - 0.0018, y: CAP, fillet: 0.0003 },
          { x: half - 0.0021, y: CAP - 0.0002, fillet: 0.0003 },
          { x: 0, y: CAP - 0.0002 },
        ],
        false,
        4,
      ),
      plan,
    ),
    right,
  )
  // The band at the cap's mouth.
  metal.append(
    slab(
      outline(
        [
          { x: half - 0.0006, y: 0.00005 },
          { x: half - 0.0001, y: 0.00005, fillet: 0.0002 },
          { x: half + 0.00005, y: 0.0016, fillet: 0.0002 },
          { x: half - 0.0006, y: 0.0016 },
        ],
        false,
        2,
      ),
      plan,
    ),
    right,
  )
  metal.append(tube(), left)
  rod.append(bullet({ radius: CUP - 0.0007, from: 0.036, cut: 0.0615 }), left)

  const bend = plan.corner >= half ? half : Infinity
  metal.append(wordmark(0.00125, onFront(-apart / 2, BASE * 0.48, 0.0015, plan.halfZ - 0.0001, bend)))
  return { case: body, metal, bullet: rod }
}

/** The inner tube with its turned grooves, the cup above it, open for the bullet. */
function tube(): Mesh {
  const profile = outline(
    [
      { x: TUBE, y: BASE - 0.0012 },
      { x: TUBE, y: BASE + 0.0016 },
      { x: TUBE - 0.00025, y: BASE + 0.0018 },
      { x: TUBE - 0.00025, y: BASE + 0.0021 },
      { x: TUBE, y: BASE + 0.0023, fillet: 0.0001 },
      { x: TUBE, y: 0.036, fillet: 0.0005 },
      { x: CUP + 0.0003, y: 0.036, fillet: 0.0002 },
      { x: CUP + 0.0003, y: 0.0355 },
      { x: CUP, y: 0.0355 },
      { x: CUP, y: 0.043, fillet: 0.0002 },
      { x: CUP - 0.0006, y: 0.043, fillet: 0.0002 },
      { x: CUP - 0.0007, y: 0.0415 },
      { x: CUP - 0.0009, y: 0.0412 },
    ],
    false,
    3,
  )
  return lathe(profile, 64, 0, 40)
}
