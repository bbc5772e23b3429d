import type { Stand } from './product'

/** How a model is photographed. Angles in radians; what is left out is as in the viewer's first frame. */
export interface Shot {
  readonly variant?: string
  readonly on?: Stand
  /** 0 is the front, positive towards the product's +X side. */
  readonly yaw?: number
  readonly pitch?: number
  /** Factor on the first frame's distance; below 1 is nearer. */
  readonly nearer?: number
}

/** Room for sides that the first frame did not have to show. */
const FARTHER = 1.15

/** Sides to photograph a model from, by name. `first` is the viewer's own first frame. */
export const SHOTS = {
  first: {},
  front: { yaw: 0, pitch: 0.05, nearer: FARTHER },
  left: { yaw: -Math.PI / 2, pitch: 0.05, nearer: FARTHER },
  right: { yaw: Math.PI / 2, pitch: 0.05, nearer: FARTHER },
  back: { yaw: Math.PI, pitch: 0.05, nearer: FARTHER },
  top: { yaw: 0, pitch: Math.PI / 2 - 0.05, nearer: FARTHER },
} as const satisfies Readonly<Record<string, Shot>>

export type ShotName = keyof typeof SHOTS
