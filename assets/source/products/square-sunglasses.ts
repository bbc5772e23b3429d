import type { ProductSource } from '../gltf/product-source'
import { acetate, acetateFinish, GOLD, polished, STEEL } from '../materials/acetate'
import { tintedLens } from '../materials/lens'
import { acetateGlasses } from '../shape/eyewear/acetate-glasses'
import { templeNodes } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { frontForm } from '../shape/eyewear/form'
import { joined, lensOutline, mirrored, placed, polygon, stroke, trace } from '../shape/eyewear/silhouette'
import type { Acetate } from '../texture/acetate'

const LENS = { width: 0.052, height: 0.0415, bridge: 0.02 }
const CENTRE = (LENS.width + LENS.bridge) / 2
const WIDTH = 0.1455
const LENGTH = 0.145
const HINGE = 0.0135
/** Height of a temple at its hinge. */
const HEIGHT = 0.0128

/** A soft square: flat along the brow, rounder towards the cheek. */
const SQUARE = [
  [-24.6, 13.5],
  [-21.5, 18.6],
  [-14, 20.4],
  [0, 20.9],
  [14, 20.7],
  [22.2, 19.2],
  [25.7, 13.6],
  [26, 4],
  [24.6, -7],
  [20.8, -15.6],
  [12.5, -19.9],
  [0, -20.7],
  [-11, -19.9],
  [-18.6, -15.4],
  [-22.9, -7],
  [-24.9, 4],
] as const

const SHEETS: readonly { id: string; sheet: Acetate; tint: string; lens: string }[] = [
  {
    id: 'black',
    sheet: { name: 'square-black', ground: ['#0d0c0c', '#0b0a0b'], blotches: [], clear: 0 },
    lens: 'smoke',
    tint: '#535557',
  },
  {
    id: 'tortoise',
    sheet: {
      name: 'square-tortoise',
      ground: ['#b06a26', '#6d3210'],
      blotches: [
        { colour: '#4d220c', share: 0.45, soft: 0.34, size: 0.019 },
        { colour: '#291208', share: 0.42, soft: 0.24, size: 0.014 },
        { colour: '#100806', share: 0.3, soft: 0.16, size: 0.011 },
      ],
      clear: 0,
    },
    lens: 'brown',
    tint: '#66543f',
  },
  {
    id: 'pine',
    sheet: {
      name: 'square-pine',
      ground: ['#2c3d33', '#1d2a24'],
      blotches: [{ colour: '#141d19', share: 0.3, soft: 0.5, size: 0.02 }],
      clear: 0,
    },
    lens: 'green',
    tint: '#525c50',
  },
  {
    id: 'sand',
    sheet: {
      name: 'square-sand',
      ground: ['#dccfba', '#d0bfa2'],
      blotches: [{ colour: '#e6d8c0', share: 0.15, soft: 0.5, size: 0.022 }],
      clear: 0,
    },
    lens: 'rust',
    tint: '#7f6152',
  },
]

/** Square sunglasses 52-20-145: thick acetate milled from 8 mm sheet, broad temples with three pins, sun lenses. */
export default function squareSunglasses(): ProductSource<'front' | 'lenses' | 'templeLeft' | 'templeRight'> {
  const form = frontForm({
    lensCentre: CENTRE,
    lensWidth: LENS.width,
    bridge: LENS.bridge,
    radius: 0.53 / 6,
    wrap: (6 * Math.PI) / 180,
    tilt: (8 * Math.PI) / 180,
    seat: 0.004,
  })
  const drawn = lensOutline(SQUARE, LENS.width, LENS.height, 88)
  const rim = polygon(placed(drawn, CENTRE))
  const silhouette = mirrored(
    joined(
      0.006,
      (x, y) => rim(x, y) - 0.0044,
      stroke([0, 0.0088], [0.014, 0.0105], 0.0044, 0.0056),
      stroke([0.0225, 0.0188], [WIDTH / 2 - 0.0068, HINGE], 0.0057, 0.0068),
      stroke([0.0092, 0.0015], [0.0128, -0.011], 0.0018, 0.0016),
    ),
  )
  const { parts, axis } = acetateGlasses({
    form,
    lens: drawn,
    lensCentre: CENTRE,
    lensThickness: 0.0021,
    outer: trace(silhouette, 0.03, 230),
    width: WIDTH,
    hinge: HINGE,
    back: -0.0016,
    front: 0.0042,
    bevel: [0.0008, 0.0013],
    swelling: { at: [0.0106, -0.004], half: [0.0021, 0.0075, 0.0042], lean: 0.24 },
    temple: {
      length: LENGTH,
      bend: 0.1,
      drop: 0.75,
      thickness: 0.0048,
      section: (run) => {
        const waist = Math.min(1, run / 0.055)
        const ease = waist * waist * (3 - 2 * waist)
        const spread = Math.min(1, Math.max(0, (run - 0.09) / 0.05))
        return {
          width: HEIGHT - 0.0046 * ease + 0.0008 * spread,
          height: 0.0048 - 0.0012 * waist,
          radius: 0.0014,
        }
      },
    },
    barrels: 7,
    pins: { heights: [-0.0028, 0, 0.0028], radius: 0.0009, inset: 0.0066 },
  })
  const finishes = [STEEL, GOLD, GOLD, polished('#cdb994', 0.24)]
  const data = acetateFinish('square', [STEEL])
  return {
    sku: 'square-sunglasses',
    parts,
    nodes: templeNodes(axis),
    looks: SHEETS.map(({ id, sheet, lens, tint }, i) => {
      const made = acetate(sheet, [finishes[i] ?? STEEL], data)
      return {
        name: id,
        surfaces: { front: made, lenses: tintedLens(lens, tint), templeLeft: made, templeRight: made },
      }
    }),
    wear: eyewear({
      lens: drawn,
      bridge: LENS.bridge,
      frameWidth: WIDTH,
      templeLength: LENGTH,
      templeWidth: HEIGHT,
      axis,
      lensTransmission: 0.15,
    }),
  }
}
