import { CatmullRomCurve3, type Vector2, Vector3 } from 'three'
import { bar, type Section } from '../bar'
import type { Mesh } from '../mesh'
import type { Form } from './form'

/** Wire bent to a drawing on the front: a metal rim when closed, a bridge when open. `d` = middle of the wire out of the lenses' backs. */
export function wire(
  drawing: readonly Vector2[],
  form: Form,
  d: number | ((t: number) => number),
  section: (t: number) => Section,
  options: { closed?: boolean; rings?: number; corner?: number; ends?: number } = {},
): Mesh {
  const { closed = false, rings = drawing.length, corner = 2, ends = closed ? 0 : 0.0003 } = options
  const depth = typeof d === 'number' ? () => d : d
  const last = drawing.length - (closed ? 0 : 1)
  const curve = new CatmullRomCurve3(
    drawing.map(({ x, y }, i) => form(x, y, depth(i / last))),
    closed,
    'centripetal',
  )
  curve.arcLengthDivisions = drawing.length * 8
  return bar(curve, {
    section,
    rings,
    corner,
    ends,
    endRings: closed ? 0 : 2,
    caps: !closed,
    up: new Vector3(0, 0, 1),
  })
}
