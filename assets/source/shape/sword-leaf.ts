import { Vector3 } from 'three'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface SwordLeafOptions {
  /** Where it leaves the soil, metres, and the compass direction its hollow side turns away from, radians. */
  readonly root: readonly [number, number, number]
  readonly facing: number
  /** Lean from upright at the root and at the tip, radians; outwards, along `facing`. */
  readonly lean: readonly [number, number]
  readonly length: number
  /** Widest, two fifths of the way up. */
  readonly width: number
  /** Turn about itself from root to tip, radians. */
  readonly twist: number
  /** Column of the leaf texture it wears. */
  readonly slot: number
}

/** Size of one column of a sword leaf's texture, metres; leaves are drawn to it by share. */
export const SWORD_SLOT: readonly [number, number] = [0.06, 0.6]

const ROWS = 22
/** Vertices across, over one face; the other has as many less its shared edges. */
const ACROSS = 7

/** A sansevieria's leaf: thick in the middle and channelled, edges that wave and come to a rim, narrowing to a stalk below and a thorn above. */
export function swordLeaf({ root, facing, lean, length, width, twist, slot }: SwordLeafOptions): Mesh {
  const out = new Vector3(Math.sin(facing), 0, Math.cos(facing))
  const side = new Vector3(Math.cos(facing), 0, -Math.sin(facing))
  const up = new Vector3(0, 1, 0)
  const centre = new Vector3(...root)
  const frames = Array.from({ length: ROWS + 1 }, (_, j) => {
    const t = j / ROWS
    const tilt = lean[0] + (lean[1] - lean[0]) * t ** 1.4
    const along = up.clone().multiplyScalar(Math.cos(tilt)).addScaledVector(out, Math.sin(tilt))
    const turned = side.clone().applyAxisAngle(along, twist * t)
    const frame = {
      at: centre.clone(),
      along,
      across: turned,
      face: new Vector3().crossVectors(turned, along),
    }
    centre.addScaledVector(along, length / ROWS)
    return frame
  })
  const round = 2 * (ACROSS - 1)
  return smoothNormals(
    new Mesh().grid(round, ROWS, (i, j) => {
      const t = j / ROWS
      const frame = frames[j] ?? { at: new Vector3(), across: side, face: out, along: up }
      const k = i % round
      const front = k < ACROSS
      const share = front ? -1 + (2 * k) / (ACROSS - 1) : 1 - (2 * (k - ACROSS + 1)) / (ACROSS - 1)
      const half = (width / 2) * swordWidth(t)
      const channel = half * (0.34 - 0.12 * t) * (1 - t ** 6)
      const thick = (0.0022 + 0.0028 * (1 - t)) * Math.min(1, half / 0.008)
      const wave = Math.sin(t * 9 + facing * 3) * 0.0022 * share * Math.sin(Math.PI * t)
      const z = channel * share * share + wave + (front ? -1 : 1) * -thick * (1 - share ** 4) * 0.5
      return {
        x: frame.at.x + frame.across.x * half * share - frame.face.x * z,
        y: frame.at.y + frame.across.y * half * share - frame.face.y * z,
        z: frame.at.z + frame.across.z * half * share - frame.face.z * z,
        // The seam lies on an edge: the last column continues the first face's mirror.
        u: (slot + (i === round ? 0 : (share + 1) / 2)) * SWORD_SLOT[0],
        v: (1 - t) * SWORD_SLOT[1],
      }
    }),
    100,
  )
}

/** Width by share of the length: a stalk, full from a third, a long shoulder, a thorn. */
function swordWidth(t: number): number {
  const stalk = 0.5 + 0.5 * Math.min(1, t / 0.36) ** 0.8
  const shoulder = t < 0.55 ? 1 : Math.sqrt(Math.max(0, 1 - ((t - 0.55) / 0.45) ** 2.1))
  return stalk * Math.max(shoulder, t < 0.985 ? 0.06 : 0.02)
}
