import type { ProductSource } from '../gltf/product-source'
import { acetate, acetateFinish, GOLD, polished, STEEL } from '../materials/acetate'
import { clearLens } from '../materials/lens'
import { acetateGlasses } from '../shape/eyewear/acetate-glasses'
import { templeNodes } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { frontForm } from '../shape/eyewear/form'
import {
  joined,
  lensOutline,
  mirrored,
  placed,
  polygon,
  stroke,
  trace,
  without,
} from '../shape/eyewear/silhouette'
import type { Acetate } from '../texture/acetate'

const LENS = { width: 0.048, height: 0.0435, bridge: 0.022 }
const CENTRE = (LENS.width + LENS.bridge) / 2
const WIDTH = 0.1385
const LENGTH = 0.145
/** Height of the hinges above the boxed centre. */
const HINGE = 0.009
/** Height of a temple at its hinge. */
const HEIGHT = 0.0076

/** A panto: widest above the middle, rounder below, flattened on top. */
const PANTO = [
  [0.0, 21.4],
  [9, 20.2],
  [17.5, 15.6],
  [22.6, 8.2],
  [23.8, 1],
  [21.8, -7.5],
  [16.6, -15],
  [8.8, -20],
  [0, -21.8],
  [-8.6, -20.2],
  [-16.2, -15.2],
  [-21.6, -7.5],
  [-23.8, 1],
  [-22.8, 8.4],
  [-17.6, 15.8],
  [-9, 20.3],
] as const

const SHEETS: readonly Acetate[] = [
  {
    name: 'round-tortoise',
    ground: ['#d08a38', '#8f4a16'],
    blotches: [
      { colour: '#6b3210', share: 0.4, soft: 0.34, size: 0.017 },
      { colour: '#3a190a', share: 0.36, soft: 0.24, size: 0.013 },
      { colour: '#180c07', share: 0.24, soft: 0.16, size: 0.01 },
    ],
    clear: 0.3,
  },
  { name: 'round-black', ground: ['#0d0c0c', '#0b0a0b'], blotches: [], clear: 0 },
  {
    name: 'round-honey',
    ground: ['#f0cb86', '#dca653'],
    blotches: [{ colour: '#b87424', share: 0.1, soft: 0.5, size: 0.02 }],
    clear: 0.75,
    wire: '#b9a88a',
  },
  {
    name: 'round-moss',
    ground: ['#7d8152', '#5a6238'],
    blotches: [{ colour: '#39412a', share: 0.3, soft: 0.5, size: 0.02 }],
    clear: 0.6,
    wire: '#9b9c83',
  },
]
const IDS = ['tortoise', 'black', 'honey', 'moss'] as const

const clear = clearLens()

/** Round glasses 48-22-145: a full-rim acetate front cut from sheet, keyhole bridge, seven-barrel hinges, a core wire in each temple. */
export default function roundGlasses(): ProductSource<'front' | 'lenses' | 'templeLeft' | 'templeRight'> {
  const form = frontForm({
    lensCentre: CENTRE,
    lensWidth: LENS.width,
    bridge: LENS.bridge,
    radius: 0.53 / 4.5,
    wrap: (5 * Math.PI) / 180,
    tilt: (8 * Math.PI) / 180,
    seat: 0.004,
  })
  const drawn = lensOutline(PANTO, LENS.width, LENS.height)
  const rim = polygon(placed(drawn, CENTRE))
  const flank = stroke([0.0088, 0.0025], [0.0122, -0.0105], 0.002, 0.0012)
  const silhouette = mirrored(
    without(
      0.0025,
      joined(
        0.005,
        (x, y) => rim(x, y) - 0.0037,
        stroke([0, 0.0085], [0.016, 0.0075], 0.0036, 0.0034),
        joined(0.006, stroke([0.054, HINGE - 0.0004], [WIDTH / 2 - 0.0044, HINGE], 0.006, 0.0044), flank),
      ),
      stroke([0, 0.0026], [0, 0.0012], 0.0046),
    ),
  )
  const outer = trace(silhouette, 0.03, 230)

  const { parts, axis } = acetateGlasses({
    form,
    lens: drawn,
    lensCentre: CENTRE,
    outer,
    width: WIDTH,
    hinge: HINGE,
    back: -0.0012,
    front: 0.0031,
    bevel: [0.0006, 0.0011],
    swelling: { at: [0.0101, -0.003], half: [0.0019, 0.0068, 0.0036], lean: 0.2 },
    temple: {
      length: LENGTH,
      bend: 0.098,
      drop: 0.82,
      thickness: 0.0038,
      section: (run) => {
        const waist = Math.min(1, run / 0.05)
        const spread = Math.min(1, Math.max(0, (run - 0.08) / 0.06))
        return {
          width: HEIGHT - 0.0024 * waist + 0.0018 * spread,
          height: 0.0038 - 0.0008 * waist + 0.0003 * spread,
          radius: 0.0012,
        }
      },
    },
    barrels: 7,
    pins: { heights: [-0.0014, 0.0014], radius: 0.00075, inset: 0.0055 },
  })

  const finish = [[GOLD], [STEEL], [STEEL], [polished('#cdbf9e', 0.24)]] as const
  return {
    sku: 'round-glasses',
    parts,
    nodes: templeNodes(axis),
    looks: SHEETS.map((pattern, i) => {
      const finishes = finish[i] ?? [STEEL]
      const made = acetate(pattern, finishes, acetateFinish('round', [STEEL]), pattern.clear > 0.5 ? 0.5 : 0)
      return {
        name: IDS[i] ?? pattern.name,
        surfaces: { front: made, lenses: clear, templeLeft: made, templeRight: made },
      }
    }),
    wear: eyewear({
      lens: drawn,
      bridge: LENS.bridge,
      frameWidth: WIDTH,
      templeLength: LENGTH,
      templeWidth: HEIGHT,
      axis,
      lensTransmission: 0.92,
    }),
  }
}
