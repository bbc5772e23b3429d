import { CatmullRomCurve3, Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { acetate, acetateFinish, GOLD, GUNMETAL, polished, SILICONE, STEEL } from '../materials/acetate'
import { clearLens } from '../materials/lens'
import { acetateSide } from '../shape/eyewear/acetate-glasses'
import { finished, templeNodes, templePair } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { frontForm } from '../shape/eyewear/form'
import { lens } from '../shape/eyewear/lens'
import { padOnArm } from '../shape/eyewear/nose-pads'
import { plate } from '../shape/eyewear/plate'
import {
  contour,
  type Distance,
  lensOutline,
  offset,
  placed,
  polygon,
  stroke,
  trace,
  without,
} from '../shape/eyewear/silhouette'
import { turnedOver } from '../shape/eyewear/temple'
import { wire } from '../shape/eyewear/wire'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { type Acetate, FRONT_ON_SHEET } from '../texture/acetate'

const LENS = { width: 0.05, height: 0.0405, bridge: 0.02 }
const CENTRE = (LENS.width + LENS.bridge) / 2
const WIDTH = 0.1415
const LENGTH = 0.145
const HINGE = 0.0148
/** Height of a temple at its hinge. */
const HEIGHT = 0.0088

const OVAL = [
  [-24.4, 10.5],
  [-20.5, 16.6],
  [-12, 19.6],
  [0, 20.2],
  [12, 19.6],
  [21, 16.8],
  [25, 9.5],
  [24.4, -1],
  [20.6, -11],
  [12.5, -18],
  [1, -20.2],
  [-10.5, -18],
  [-18.6, -11],
  [-23.2, -1.5],
] as const

const LOOKS: readonly { id: string; sheet: Acetate; metal: typeof GOLD }[] = [
  {
    id: 'black-gold',
    sheet: { name: 'browline-black', ground: ['#0d0c0c', '#0b0a0b'], blotches: [], clear: 0 },
    metal: GOLD,
  },
  {
    id: 'tortoise-gold',
    sheet: {
      name: 'browline-tortoise',
      ground: ['#c27a2e', '#7c3d13'],
      blotches: [
        { colour: '#5a290e', share: 0.42, soft: 0.34, size: 0.016 },
        { colour: '#31160a', share: 0.4, soft: 0.24, size: 0.012 },
        { colour: '#140a06', share: 0.28, soft: 0.16, size: 0.009 },
      ],
      clear: 0.2,
    },
    metal: GOLD,
  },
  {
    id: 'ink-steel',
    sheet: {
      name: 'browline-ink',
      ground: ['#2b3a4c', '#1d2834'],
      blotches: [{ colour: '#141c26', share: 0.3, soft: 0.5, size: 0.02 }],
      clear: 0.15,
    },
    metal: polished('#cfcecb', 0.22),
  },
  {
    id: 'smoke-gunmetal',
    sheet: {
      name: 'browline-smoke',
      ground: ['#8b8781', '#6b6762'],
      blotches: [{ colour: '#55524e', share: 0.25, soft: 0.5, size: 0.02 }],
      clear: 0.5,
      wire: '#b5b1aa',
    },
    metal: GUNMETAL,
  },
]

const clear = clearLens()

/** Browline glasses 50-20-145: an acetate brow screwed to a metal chassis, wire rims below it, pads on arms. */
export default function browlineGlasses(): ProductSource<'frame' | 'lenses' | 'templeLeft' | 'templeRight'> {
  const form = frontForm({
    lensCentre: CENTRE,
    lensWidth: LENS.width,
    bridge: LENS.bridge,
    radius: 0.53 / 4.5,
    wrap: (5 * Math.PI) / 180,
    tilt: (8 * Math.PI) / 180,
    seat: 0.005,
  })
  const drawn = lensOutline(OVAL, LENS.width, LENS.height, 80)
  const eyes = [placed(drawn, CENTRE), placed(drawn, CENTRE, 0, true)].map(contour)
  const [eye] = eyes
  if (!eye) throw new Error('assets/no-lens')
  const rimLine = offset(eye, 0.0004)
  const near = (x: number, y: number) =>
    rimLine.reduce((best, p) =>
      p.distanceTo(new Vector2(x, y)) < best.distanceTo(new Vector2(x, y)) ? p : best,
    )

  // The brow follows the upper rim: slight at the nose, heavy towards the temple.
  const inside = polygon(placed(drawn, CENTRE))
  const along = new CatmullRomCurve3(
    [
      [0.0113, 0.0088, 0.0022],
      [0.0142, 0.0152, 0.0029],
      [0.021, 0.0188, 0.0035],
      [0.03, 0.0203, 0.0039],
      [0.04, 0.0204, 0.0044],
      [0.05, 0.0194, 0.0049],
      [0.058, 0.0174, 0.0052],
      [WIDTH / 2 - 0.0051, HINGE, 0.0051],
    ].map(([x, y, r]) => new Vector3(x, y, r)),
  ).getPoints(72)
  const strokes = along.slice(1).map((to, i) => {
    const from = along[i] ?? to
    return stroke([from.x, from.y], [to.x, to.y], from.z, to.z)
  })
  const body: Distance = (x, y) => Math.min(...strokes.map((part) => part(x, y)))
  // Its lower edge covers the lens's edge by a little, and no more.
  const brow = trace(
    without(0.0015, body, (x, y) => inside(x, y) + 0.0022),
    0.04,
    150,
    CENTRE,
  )
  const sheet = plate({ outer: brow, back: -0.0014, front: 0.0044, bevel: [0.0007, 0.0013], form })

  const side = acetateSide({
    form,
    width: WIDTH,
    hinge: HINGE,
    back: -0.0014,
    front: 0.0044,
    temple: {
      length: LENGTH,
      bend: 0.099,
      drop: 0.8,
      thickness: 0.004,
      section: (run) => {
        const waist = Math.min(1, run / 0.06)
        const spread = Math.min(1, Math.max(0, (run - 0.08) / 0.06))
        return {
          width: HEIGHT - 0.0038 * waist + 0.0018 * spread,
          height: 0.004 - 0.001 * waist,
          radius: 0.0013,
        }
      },
    },
    barrels: 5,
    pins: { heights: [-0.0015, 0.0015], radius: 0.0008, inset: 0.0062 },
  })

  const middle = 0.0009
  const half = new Mesh().append(side.metal)
  half.append(
    wire(rimLine, form, middle, () => ({ width: 0.0013, height: 0.002, radius: 0.0005 }), { closed: true }),
  )
  const bearing = near(0.0108, 0.0005)
  const rest = padOnArm({
    rim: form(bearing.x, bearing.y, 0),
    at: new Vector3(0.0086, -0.0075, -0.0045),
    towards: new Vector3(-0.84, 0.12, -0.5),
  })
  half.append(rest.arm)
  const metal = new Mesh().append(half).append(turnedOver(half))
  const end = near(0.0105, 0.0075)
  const arch = Array.from({ length: 13 }, (_, k) => {
    const t = k / 6 - 1
    return new Vector2(t * (end.x + 0.0012), end.y + 0.003 * (1 - t * t))
  })
  metal.append(
    wire(
      arch,
      form,
      (t) => middle + 0.0012 * (1 - (2 * t - 1) ** 2),
      (t) => ({ width: 0.0022 + 0.0012 * (2 * t - 1) ** 2, height: 0.0017, radius: 0.0007 }),
      { rings: 28, corner: 3 },
    ),
  )

  const frame = new Mesh()
  frame
    .append(sheet, undefined, FRONT_ON_SHEET)
    .append(turnedOver(sheet), undefined, [FRONT_ON_SHEET[0] - 0.078, FRONT_ON_SHEET[1]])
  frame.append(finished(metal, 0))
  frame.append(finished(new Mesh().append(rest.pad).append(turnedOver(rest.pad)), 1))
  const { left: templeLeft, right: templeRight } = templePair(side.arm, finished(side.templeMetal, 0))
  const lenses = new Mesh()
  for (const outline of eyes) lenses.append(lens({ outline, groove: 0.0002, thickness: 0.0018, form }))
  bakeOcclusion([frame, templeLeft, templeRight], { reach: 0.01, rays: 36, strength: 0.85 })

  const data = acetateFinish('browline', [STEEL, SILICONE])
  return {
    sku: 'browline-glasses',
    parts: { frame, lenses, templeLeft, templeRight },
    nodes: templeNodes(side.axis),
    looks: LOOKS.map(({ id, sheet: pattern, metal: colour }) => {
      const made = acetate(pattern, [colour, SILICONE], data)
      return { name: id, surfaces: { frame: made, lenses: clear, templeLeft: made, templeRight: made } }
    }),
    wear: eyewear({
      lens: drawn,
      bridge: LENS.bridge,
      frameWidth: WIDTH,
      templeLength: LENGTH,
      templeWidth: HEIGHT,
      axis: side.axis,
      lensTransmission: 0.92,
    }),
  }
}
