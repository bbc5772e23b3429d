import { Vector3 } from 'three'

/**
 * The bend of a front: takes a point of the flat drawing to where it is on the face. x and y in metres from the middle of the boxed
 * system (between the lenses, at half their height), d = metres out of the lenses' backs.
 */
export type Form = (x: number, y: number, d: number) => Vector3

export interface FrontBend {
  /** Half the distance between the lenses' boxed centres. */
  readonly lensCentre: number
  readonly lensWidth: number
  /** Distance between the lenses. */
  readonly bridge: number
  /** Radius of the lenses' curve, metres: 0.53 / dioptres of base. */
  readonly radius: number
  /** How far each lens turns towards its temple, radians. */
  readonly wrap: number
  /** Pantoscopic tilt, radians: the upper rim leans forward. */
  readonly tilt: number
  /** Where it sits on the nose, above the boxed centre. */
  readonly seat: number
}

/**
 * Two lenses of one base curve, turned by the face-form wrap, joined by a bridge that bends smoothly; straight beyond the lenses,
 * where the end pieces are. Then tilted about the origin.
 */
export function frontForm({ lensCentre, lensWidth, bridge, radius, wrap, tilt, seat }: FrontBend): Form {
  const slopeAt = (a: number) => -(a - lensCentre) / radius - Math.tan(wrap)
  const sagAt = (a: number) => -((a - lensCentre) ** 2) / (2 * radius) - Math.tan(wrap) * (a - lensCentre)
  const nasal = bridge / 2
  const temporal = lensCentre + lensWidth / 2
  const across = (a: number): readonly [number, number] => {
    if (a < nasal) {
      const bend = slopeAt(nasal) / nasal
      return [sagAt(nasal) + (bend * (a * a - nasal * nasal)) / 2, bend * a]
    }
    if (a > temporal) return [sagAt(temporal) + slopeAt(temporal) * (a - temporal), slopeAt(temporal)]
    return [sagAt(a), slopeAt(a)]
  }
  const axis = new Vector3(1, 0, 0)
  return (x, y, d) => {
    const [sag, slope] = across(Math.abs(x))
    const out = new Vector3(-slope * Math.sign(x), y / radius, 1).normalize()
    return new Vector3(x, y - seat, sag - (y * y) / (2 * radius))
      .addScaledVector(out, d)
      .applyAxisAngle(axis, tilt)
  }
}

export interface ShieldBend {
  /** Radius round the head and radius from brow to cheek, metres. */
  readonly around: number
  readonly down: number
  readonly tilt: number
  readonly seat: number
}

/** One sheet curved in two directions, as a toric shield is. x is measured along the curve. */
export function shieldForm({ around, down, tilt, seat }: ShieldBend): Form {
  const axis = new Vector3(1, 0, 0)
  return (x, y, d) => {
    const turn = x / around
    const lean = y / down
    const reach = around + d * Math.cos(lean) - down * (1 - Math.cos(lean))
    return new Vector3(
      reach * Math.sin(turn),
      down * Math.sin(lean) - seat + d * Math.sin(lean),
      reach * Math.cos(turn) - around,
    ).applyAxisAngle(axis, tilt)
  }
}

/** Directions at a point of a form: along growing x, along growing y, out of the lens. Unit length. */
export function directions(form: Form, x: number, y: number, d = 0) {
  const step = 2e-5
  const across = form(x + step, y, d)
    .sub(form(x - step, y, d))
    .normalize()
  const up = form(x, y + step, d)
    .sub(form(x, y - step, d))
    .normalize()
  return { across, up, out: new Vector3().crossVectors(across, up).normalize() }
}
