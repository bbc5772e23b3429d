import type { Vector2 } from 'three'
import { lathe } from './lathe'
import type { Mesh } from './mesh'
import { outline } from './profile'

export interface PotOptions {
  /** Height of the underside and of the rim, metres. */
  readonly from: number
  readonly to: number
  /** Outer radius at the foot, at mid height and at the rim. */
  readonly foot: number
  readonly belly: number
  readonly rim: number
  readonly wall: number
  /** A collar below the rim, as thrown flower pots have: its height and how far it stands out. */
  readonly collar?: { readonly height: number; readonly out: number }
  /** How far down the inner wall goes. */
  readonly depth: number
}

/** A thrown pot: a trimmed foot with a drain hollow beneath, a wall, a rounded rim with its thickness, the inner wall down to the soil. */
export function pot(options: PotOptions): Mesh {
  return lathe(potProfile(options), 88)
}

function potProfile({ from, to, foot, belly, rim, wall, collar, depth }: PotOptions): Vector2[] {
  const middle = (from + to) / 2
  const neck = collar ? rim - collar.out : rim
  return outline(
    [
      { x: 0, y: from + 0.006 },
      { x: foot - 0.014, y: from + 0.006, fillet: 0.004 },
      { x: foot - 0.01, y: from, fillet: 0.002 },
      { x: foot, y: from, fillet: 0.005 },
      { x: belly, y: middle, fillet: 0.2 },
      ...(collar
        ? [
            { x: neck, y: to - collar.height - collar.out * 0.6, fillet: 0.003 },
            { x: rim, y: to - collar.height, fillet: 0.005 },
          ]
        : []),
      { x: rim, y: to, fillet: wall * 0.46 },
      { x: rim - wall, y: to, fillet: wall * 0.46 },
      { x: (collar ? neck : rim) - wall * 1.1, y: to - depth },
    ],
    false,
    9,
  )
}
