import { Vector3 } from 'three'
import { bar, path, type Section } from '../bar'
import { Mesh } from '../mesh'
import { barrelHinge, screw } from './hinge'
import { temple } from './temple'

export interface MetalSide {
  /** Where the end piece is soldered or screwed on; the left one. */
  readonly from: Vector3
  /** Outside width at the hinges. */
  readonly width: number
  /** How far behind `from` the hinge's pin is. */
  readonly back: number
  readonly endPiece: Section
  readonly barrels: number
  /** Height and diameter of a barrel. */
  readonly barrel?: readonly [number, number]
  readonly length: number
  readonly bend: number
  readonly drop: number
  /** Section of the wire or blade at metres from the hinge: width = height, height = thickness. */
  readonly wire: (run: number) => Section
  /** The soft or acetate tip drawn over the wire: where it begins, its section. */
  readonly tip: { readonly from: number; readonly section: (run: number) => Section }
}

/** The left side of metal glasses: an end piece that turns back, a small hinge, a wire temple with a tip drawn over it. */
export function metalSide({
  from,
  width,
  back,
  endPiece,
  barrels,
  barrel = [0.001, 0.0021],
  ...arm
}: MetalSide) {
  const [tall, diameter] = barrel
  const outside = width / 2
  const axis = new Vector3(outside - 0.0008 - diameter / 2, from.y, from.z - back)
  const joint = barrelHinge({
    axis,
    barrels,
    tall,
    diameter,
    forward: diameter * 0.75,
    outward: diameter * 0.35,
    plate: 0.004,
  })
  const end = bar(
    path(
      from.toArray(),
      [(from.x + outside) / 2, from.y, from.z - 0.0004],
      [outside - 0.0012, from.y, from.z - back * 0.35],
      [outside - 0.0008, from.y, axis.z + diameter * 0.5],
    ),
    { section: () => endPiece, rings: 14, corner: 2, ends: 0.0002, endRings: 1 },
  )
  const metal = new Mesh().append(end).append(joint.front)
  // It closes the rim round the lens.
  metal.append(
    screw(new Vector3(from.x + 0.0018, from.y - endPiece.height / 2, from.z), new Vector3(0, -1, 0), 0.0007),
  )

  const start = new Vector3(outside - 0.0007, from.y, axis.z - diameter * 0.4)
  const { length, bend, drop, wire, tip } = arm
  const line = { start, length, bend, drop, radius: 0.03 }
  const templeMetal = new Mesh().append(joint.temple)
  templeMetal.append(
    temple({ ...line, section: wire, to: tip.from + 0.004, rings: 24, corner: 2, ends: 0.0002 }),
  )
  const over = temple({
    ...line,
    section: tip.section,
    from: tip.from,
    rings: 20,
    corner: 3,
    ends: 0.0006,
    paddle: true,
  })
  return { metal, templeMetal, over, axis }
}
