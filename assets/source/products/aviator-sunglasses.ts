import { Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { acetateFinish, fitted, GOLD, GUNMETAL, polished, SILICONE, STEEL } from '../materials/acetate'
import { gradientLens } from '../materials/lens'
import { round } from '../shape/bar'
import { finished, templeNodes, templePair } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { frontForm } from '../shape/eyewear/form'
import { lens } from '../shape/eyewear/lens'
import { metalSide } from '../shape/eyewear/metal-side'
import { padOnArm } from '../shape/eyewear/nose-pads'
import { contour, lensOutline, offset, placed } from '../shape/eyewear/silhouette'
import { turnedOver } from '../shape/eyewear/temple'
import { wire } from '../shape/eyewear/wire'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import type { Acetate } from '../texture/acetate'

const LENS = { width: 0.058, height: 0.0495, bridge: 0.014 }
const CENTRE = (LENS.width + LENS.bridge) / 2
const WIDTH = 0.1405
const LENGTH = 0.14

/** A teardrop: straight brow, full cheek, drawn in towards the nose. */
const TEARDROP = [
  [-22, 23.6],
  [-11, 24.6],
  [4, 24.3],
  [17, 22],
  [25.5, 16.5],
  [29, 7],
  [28, -4],
  [23.4, -14.5],
  [15, -22],
  [4.5, -24.8],
  [-6, -22.8],
  [-15, -16.4],
  [-22, -6.5],
  [-27, 4],
  [-29, 13],
  [-27.4, 20],
] as const

const TORTOISE: Acetate = {
  name: 'aviator-tortoise',
  ground: ['#b56d28', '#7a3c12'],
  blotches: [{ colour: '#2c1409', share: 0.4, soft: 0.25, size: 0.011 }],
  clear: 0,
}
const BLACK: Acetate = { name: 'aviator-black', ground: ['#121111', '#0e0e0e'], blotches: [], clear: 0 }

const LOOKS = [
  { id: 'gold', metal: GOLD, tip: TORTOISE, lens: ['aviator-brown', '#4c3523', '#c9ad8f'] },
  {
    id: 'silver',
    metal: polished('#d4d3d0', 0.2),
    tip: { ...BLACK, name: 'aviator-grey' },
    lens: ['aviator-blue', '#34414f', '#a9b9c6'],
  },
  { id: 'gunmetal', metal: GUNMETAL, tip: BLACK, lens: ['aviator-smoke', '#2f3133', '#a5a7a8'] },
  {
    id: 'rose',
    metal: polished('#d9a48c', 0.2),
    tip: { ...TORTOISE, name: 'aviator-rose' },
    lens: ['aviator-rose', '#6c4044', '#dcb9b0'],
  },
] as const

/** Aviator sunglasses 58-14-140: two rims and a double bridge of drawn wire, teardrop lenses with a gradient, pads on arms, acetate tips. */
export default function aviatorSunglasses(): ProductSource<
  'frame' | 'lenses' | 'templeLeft' | 'templeRight'
> {
  const form = frontForm({
    lensCentre: CENTRE,
    lensWidth: LENS.width,
    bridge: LENS.bridge,
    radius: 0.53 / 6,
    wrap: (5 * Math.PI) / 180,
    tilt: (8 * Math.PI) / 180,
    seat: 0.006,
  })
  const drawn = lensOutline(TEARDROP, LENS.width, LENS.height, 88)
  const eyes = [placed(drawn, CENTRE), placed(drawn, CENTRE, 0, true)].map(contour)
  const [eye] = eyes
  if (!eye) throw new Error('assets/no-lens')
  const rim = offset(eye, 0.0003)
  const middle = 0.0009
  /** The point of the left rim nearest to a place of the drawing. */
  const near = (x: number, y: number) =>
    rim.reduce((best, p) => (p.distanceTo(new Vector2(x, y)) < best.distanceTo(new Vector2(x, y)) ? p : best))

  const metal = new Mesh()
  const half = new Mesh()
  half.append(
    wire(rim, form, middle, () => ({ width: 0.0015, height: 0.0021, radius: 0.0006 }), { closed: true }),
  )
  const hinge = near(0.0655, 0.014)
  const side = metalSide({
    from: form(hinge.x - 0.0002, hinge.y, middle),
    width: WIDTH,
    back: 0.0062,
    endPiece: { width: 0.0012, height: 0.003, radius: 0.0004 },
    barrels: 3,
    length: LENGTH,
    bend: 0.096,
    drop: 0.8,
    wire: (run) => ({ width: 0.0026 - 0.0012 * Math.min(1, run / 0.03), height: 0.0012, radius: 0.0005 }),
    tip: {
      from: 0.076,
      section: (run) => ({
        width: 0.003 + 0.0028 * Math.min(1, (run - 0.076) / 0.05),
        height: 0.0025,
        radius: 0.0011,
      }),
    },
  })
  half.append(side.metal)
  const bearing = near(0.0095, 0.0035)
  const rest = padOnArm({
    rim: form(bearing.x, bearing.y, 0),
    at: new Vector3(0.0078, -0.0055, -0.0048),
    towards: new Vector3(-0.84, 0.12, -0.5),
    length: 0.0145,
  })
  half.append(rest.arm)
  metal.append(half).append(turnedOver(half))

  // Double bridge: an arch between the rims, a straighter bar above it.
  const brow = near(0.014, 0.0245)
  const arch = near(0.0068, 0.0115)
  const bridge = (end: Vector2, rise: number, forward: number) => {
    const points = Array.from({ length: 13 }, (_, k) => {
      const t = k / 6 - 1
      return new Vector2(t * end.x, end.y + rise * (1 - t * t))
    })
    return wire(
      points,
      form,
      (t) => middle + forward * (1 - (2 * t - 1) ** 2),
      () => round(0.0017),
      { rings: 24, corner: 3 },
    )
  }
  metal.append(bridge(brow, 0.0004, 0.001)).append(bridge(arch, 0.0036, 0.0012))

  const frame = finished(metal, 0)
  frame.append(finished(new Mesh().append(rest.pad).append(turnedOver(rest.pad)), 1))
  const { left: templeLeft, right: templeRight } = templePair(side.over, finished(side.templeMetal, 0))
  const lenses = new Mesh()
  for (const outline of eyes)
    lenses.append(lens({ outline, groove: 0.0002, thickness: 0.0018, form, rings: 5 }))
  bakeOcclusion([frame, templeLeft, templeRight], { reach: 0.008, rays: 32, strength: 0.8 })

  const data = acetateFinish('aviator', [STEEL, SILICONE], 0.12)
  return {
    sku: 'aviator-sunglasses',
    parts: { frame, lenses, templeLeft, templeRight },
    nodes: templeNodes(side.axis),
    looks: LOOKS.map(({ id, metal: colour, tip, lens: [name, top, bottom] }) => {
      const made = fitted(`Metal, ${id}`, tip, [colour, SILICONE], data)
      return {
        name: id,
        surfaces: {
          frame: made,
          lenses: gradientLens(name, top, bottom),
          templeLeft: made,
          templeRight: made,
        },
      }
    }),
    wear: eyewear({
      lens: drawn,
      bridge: LENS.bridge,
      frameWidth: WIDTH,
      templeLength: LENGTH,
      templeWidth: 0.003,
      axis: side.axis,
      lensTransmission: 0.22,
    }),
  }
}
