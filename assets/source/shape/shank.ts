import { Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface ShankOptions {
  /** Inner diameter, metres. */
  readonly bore: number
  /** Width along the finger and radial thickness at an angle from the top (+Y towards +X), metres. */
  readonly width: (angle: number) => number
  readonly thickness: (angle: number) => number
  /** Fullness of the outside, 2 = a half round, more = flatter. */
  readonly dome?: number
  /** Angles covered, from the top; all round unless told. */
  readonly from?: number
  readonly to?: number
  readonly segments?: number
  /** Lines round the section. */
  readonly around?: number
}

/** Section of a shank: across (along the finger) and out from the bore, at a turn 0..1; starts at the edge of -Z. */
export function shankSection(
  turn: number,
  width: number,
  thickness: number,
  dome: number,
): { across: number; out: number } {
  const angle = turn * Math.PI * 2
  const power = (value: number, exponent: number) => Math.sign(value) * Math.abs(value) ** (2 / exponent)
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  // Comfort fit: the inside swells a little towards the finger, its edges roll away.
  const flat = s < 0 ? 3.2 : dome
  const seat = thickness * 0.36
  const out = s < 0 ? seat + seat * power(s, flat) : seat + (thickness - seat) * power(s, dome)
  return { across: (-width / 2) * power(c, 2.6), out }
}

/** The band of a ring about the Z axis, its bore exact. */
export function shank(options: ShankOptions): Mesh {
  const {
    bore,
    width,
    thickness,
    dome = 2.2,
    from = 0,
    to = Math.PI * 2,
    segments = 120,
    around = 28,
  } = options
  const mesh = new Mesh().grid(around, segments, (i, j) => {
    const angle = from + ((to - from) * j) / segments
    const { across, out } = shankSection((i % around) / around, width(angle), thickness(angle), dome)
    const radius = bore / 2 + out
    return {
      x: Math.sin(angle) * radius,
      y: Math.cos(angle) * radius,
      z: across,
      u: (i / around) * 0.01,
      v: angle * radius,
    }
  })
  return smoothNormals(mesh, 180)
}

/** The bore's own surface, for marks stamped inside: x along the inside (counted from the bottom), y along the finger. */
export function insideBore(bore: number, proud: number) {
  return (x: number, y: number) => {
    const radius = bore / 2
    const angle = Math.PI - x / radius
    const normal = new Vector3(-Math.sin(angle), -Math.cos(angle), 0)
    return {
      point: new Vector3(Math.sin(angle) * (radius - proud), Math.cos(angle) * (radius - proud), -y),
      normal,
    }
  }
}
