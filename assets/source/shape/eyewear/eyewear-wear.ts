import type { Vector2, Vector3 } from 'three'
import type { Wear } from '../../../../src/core/wear'

export interface Measured {
  /** The outline of one lens in the drawing. */
  readonly lens: readonly Vector2[]
  readonly bridge: number
  readonly frameWidth: number
  readonly templeLength: number
  readonly templeWidth: number
  /** The left hinge's pin. */
  readonly axis: Vector3
  readonly lensTransmission: number
}

/** What try-on must know of glasses, from what they were drawn with. */
export function eyewear({ lens, axis, ...rest }: Measured): Wear {
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  return {
    kind: 'eyewear',
    ...rest,
    lensWidth: span(lens.map(({ x }) => x)),
    lensHeight: span(lens.map(({ y }) => y)),
    hinges: { left: [axis.x, axis.y, axis.z], right: [-axis.x, axis.y, axis.z] },
    temples: { left: 'temple-left', right: 'temple-right' },
    fade: { from: 0.085, to: 0.11 },
  }
}
