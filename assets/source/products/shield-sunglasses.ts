import { CatmullRomCurve3, ShapeUtils, Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { acetateFinish, type Finish, fitted, polished } from '../materials/acetate'
import { mirroredLens } from '../materials/lens'
import { finished, templeNodes, templePair } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { shieldForm } from '../shape/eyewear/form'
import { barrelHinge, screw } from '../shape/eyewear/hinge'
import { lens } from '../shape/eyewear/lens'
import { contour, resampled } from '../shape/eyewear/silhouette'
import { temple, turnedOver } from '../shape/eyewear/temple'
import { wire } from '../shape/eyewear/wire'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import type { Acetate } from '../texture/acetate'

const LENGTH = 0.13
const THICK = 0.002
/** Height of a temple at its hinge. */
const HEIGHT = 0.0105

/** The right half of the shield's edge from the middle of the brow to the top of the nose, millimetres along the curve. */
const EDGE = [
  [0, 22.2],
  [16, 22.6],
  [34, 22],
  [50, 19.2],
  [63, 13.8],
  [69.6, 8.2],
  [70.6, 2.5],
  [68.4, -4.5],
  [61, -14],
  [48, -21.4],
  [34, -24.6],
  [21.5, -23.6],
  [14, -17.5],
  [10.8, -9],
  [7.8, -2],
  [3.6, 2.1],
  [0, 3.1],
] as const

const RUBBER: Finish = { colour: '#1b1b1c', metallic: 0, roughness: 0.85 }
const SCREW = polished('#8a8a88', 0.35)

const LOOKS = [
  { id: 'tide', body: '#17191b', rubber: RUBBER, lens: ['mirror, tide', '#5f9fd6', 300] },
  { id: 'ember', body: '#1a1716', rubber: RUBBER, lens: ['mirror, ember', '#e0703a', 520] },
  {
    id: 'dune',
    body: '#d9d2c4',
    rubber: { ...RUBBER, colour: '#8d867a' },
    lens: ['mirror, dune', '#d9b46a', 250],
  },
  {
    id: 'sage',
    body: '#5d6455',
    rubber: { ...RUBBER, colour: '#2e322b' },
    lens: ['mirror, sage', '#6fb598', 390],
  },
] as const

const plain = (name: string, colour: string): Acetate => ({
  name: `shield-${name}`,
  ground: [colour, colour],
  blotches: [],
  clear: 0,
})

/** Shield sunglasses: one toric sheet cut out for the nose, a moulded half rim over it, broad blades, rubber at nose and ears. */
export default function shieldSunglasses(): ProductSource<'frame' | 'lens' | 'templeLeft' | 'templeRight'> {
  const form = shieldForm({ around: 0.088, down: 0.15, tilt: (7 * Math.PI) / 180, seat: 0.001 })
  const edge = shieldEdge(150)
  const outline = contour(edge)
  const lenses = lens({
    outline,
    groove: 0,
    thickness: THICK,
    form,
    rings: 11,
    edge: true,
    centre: new Vector2(0, 0.0125),
  })

  // The rim holds the upper edge from temple to temple: it starts at the middle of the brow and runs down both sides.
  const upper = edge.filter(({ y, x }) => y > 0.0036 && Math.hypot(x, y - 0.0031) > 0.012)
  const line = [...upper].sort((a, b) => a.x - b.x)
  const body = wire(
    line,
    form,
    THICK / 2,
    (t) => {
      const out = Math.abs(t * 2 - 1)
      return { width: 0.0036 + 0.0042 * out ** 3, height: 0.0046 + 0.0006 * out, radius: 0.0014 }
    },
    { rings: 72, corner: 3, ends: 0.0012 },
  )
  const nose = resampled(
    edge.filter(({ x, y }) => Math.abs(x) < 0.0125 && y < 0.004 && y > -0.0135).sort((a, b) => a.x - b.x),
    40,
  )
  const saddle = wire(
    openLine(nose),
    form,
    -0.0012,
    (t) => {
      const out = Math.abs(t * 2 - 1)
      return { width: 0.0026 + 0.0012 * out, height: 0.0064 + 0.002 * out * (1.3 - out), radius: 0.0012 }
    },
    { rings: 40, corner: 3, ends: 0.0011 },
  )

  const tip = line.at(-1) ?? new Vector2()
  const end = form(tip.x, tip.y, THICK / 2)
  const thickness = 0.0042
  const start = new Vector3(end.x - 0.0002, end.y + 0.0004, end.z - 0.0006)
  const axis = new Vector3(start.x - thickness / 2 - 0.0009, start.y, start.z - 0.0018)
  const hinge = barrelHinge({
    axis,
    barrels: 3,
    tall: 0.0018,
    forward: 0.0018,
    outward: 0.0011,
    plate: 0.006,
  })
  const section = (run: number) => {
    const waist = Math.min(1, run / 0.075)
    return {
      width: HEIGHT - 0.0042 * waist * waist * (3 - 2 * waist),
      height: thickness - 0.0014 * Math.min(1, run / 0.06),
      radius: 0.0013,
    }
  }
  const blade = { start, length: LENGTH, bend: 0.094, drop: 0.42, radius: 0.05, splay: -0.001, tuck: 0.005 }
  const arm = temple({ ...blade, section, to: 0.094, rings: 30, corner: 3, ends: 0.0008 })
  const sleeve = temple({
    ...blade,
    section: (run) => {
      const under = section(run)
      // Three grip ribs run round the sleeve.
      const rib = 0.0004 * Math.max(0, Math.sin((run - 0.094) * 1100)) * (run < 0.1085 ? 1 : 0)
      return { width: under.width + 0.0009 + rib, height: under.height + 0.0008 + rib, radius: 0.0014 }
    },
    from: 0.088,
    rings: 44,
    corner: 3,
    ends: 0.0007,
    paddle: true,
  })

  const metal = new Mesh().append(hinge.front)
  for (const x of [0.058, 0.0635]) {
    const near = line.reduce((best, p) => (Math.abs(p.x - x) < Math.abs(best.x - x) ? p : best))
    const out = form(near.x, near.y, 0.01)
      .sub(form(near.x, near.y, 0))
      .negate()
    metal.append(screw(form(near.x, near.y - 0.0004, THICK / 2 - 0.0025), out, 0.001))
  }
  const frame = new Mesh().append(finished(body, 2))
  frame.append(finished(saddle, 0))
  frame.append(finished(new Mesh().append(metal).append(turnedOver(metal)), 1))
  const small = new Mesh().append(finished(hinge.temple, 1)).append(finished(sleeve, 0))
  const { left: templeLeft, right: templeRight } = templePair(arm, small)
  bakeOcclusion([frame, templeLeft, templeRight], { reach: 0.01, rays: 36, strength: 0.8 })

  const data = acetateFinish('shield', [RUBBER, SCREW, { colour: '', metallic: 0, roughness: 0.42 }], 0.42)
  return {
    sku: 'shield-sunglasses',
    parts: { frame, lens: lenses, templeLeft, templeRight },
    nodes: templeNodes(axis),
    looks: LOOKS.map(({ id, body: colour, rubber, lens: [name, tint, film] }) => {
      const moulded = { colour, metallic: 0, roughness: 0.42 }
      const made = fitted(`Polyamide, ${id}`, plain(id, colour), [rubber, SCREW, moulded], data)
      return {
        name: id,
        surfaces: { frame: made, lens: mirroredLens(name, tint, film), templeLeft: made, templeRight: made },
      }
    }),
    wear: eyewear({
      // One sheet for both eyes: a lens is half of it, from the side of the nose to the temple.
      lens: edge.filter(({ x }) => x > 0.0105),
      bridge: 0.021,
      frameWidth: 2 * (start.x + thickness / 2),
      templeLength: LENGTH,
      templeWidth: HEIGHT,
      axis,
      lensTransmission: 0.14,
    }),
  }
}

/** The whole edge, smooth and evenly divided, counter-clockwise. */
function shieldEdge(count: number): Vector2[] {
  const right = EDGE.map(([x, y]) => new Vector3(x / 1000, y / 1000, 0))
  const left = right.slice(1, -1).map(({ x, y }) => new Vector3(-x, y, 0))
  const curve = new CatmullRomCurve3([...right, ...left.reverse()], true, 'centripetal')
  curve.arcLengthDivisions = count * 8
  const points = curve
    .getSpacedPoints(count * 2)
    .slice(0, -1)
    .map(({ x, y }) => new Vector2(x, y))
  if (ShapeUtils.area(points) < 0) points.reverse()
  let smooth = points
  for (let pass = 0; pass < 10; pass++) {
    smooth = smooth.map((point, i) => {
      const before = smooth.at(i - 1) ?? point
      const after = smooth[(i + 1) % smooth.length] ?? point
      return point.clone().multiplyScalar(0.5).addScaledVector(before, 0.25).addScaledVector(after, 0.25)
    })
  }
  return resampled(smooth, count)
}

/** A line that `resampled` closed, without the points of the way back. */
function openLine(points: readonly Vector2[]): Vector2[] {
  const furthest = points.reduce((best, p, i) => (p.x > (points[best]?.x ?? 0) ? i : best), 0)
  return points.slice(0, furthest + 1)
}
