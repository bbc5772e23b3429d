import { Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { acetateFinish, fitted, GOLD, polished, SILICONE, STEEL } from '../materials/acetate'
import { rimlessLens } from '../materials/lens'
import { round } from '../shape/bar'
import { finished, templeNodes, templePair } from '../shape/eyewear/acetate-temples'
import { eyewear } from '../shape/eyewear/eyewear-wear'
import { directions, frontForm } from '../shape/eyewear/form'
import { screw } from '../shape/eyewear/hinge'
import { lens } from '../shape/eyewear/lens'
import { metalSide } from '../shape/eyewear/metal-side'
import { padOnArm } from '../shape/eyewear/nose-pads'
import { contour, lensOutline, placed } from '../shape/eyewear/silhouette'
import { turnedOver } from '../shape/eyewear/temple'
import { wire } from '../shape/eyewear/wire'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import type { Acetate } from '../texture/acetate'

const LENS = { width: 0.05, height: 0.038, bridge: 0.019 }
const CENTRE = (LENS.width + LENS.bridge) / 2
const WIDTH = 0.137
const LENGTH = 0.145
const THICK = 0.0023
/** Where the lens is drilled: nasal and temporal hole. */
const NASAL = new Vector2(LENS.bridge / 2 + 0.0036, 0.0062)
const TEMPORAL = new Vector2(CENTRE + LENS.width / 2 - 0.0038, 0.0082)

/** A soft rectangle, a little fuller below the temples. */
const SOFT = [
  [-24, 10],
  [-20, 16.4],
  [-10, 18.6],
  [2, 19],
  [14, 18.4],
  [22.4, 15],
  [25, 7],
  [24.6, -3],
  [21.4, -12],
  [13.5, -17.8],
  [2, -19],
  [-9.5, -18],
  [-18, -13.4],
  [-22.6, -5],
] as const

const plain = (name: string, colour: string): Acetate => ({
  name,
  ground: [colour, colour],
  blotches: [],
  clear: 0,
})

const LOOKS = [
  { id: 'titanium', metal: polished('#b9b6b0', 0.34), tip: plain('rimless-grey', '#3a3a39') },
  { id: 'gold', metal: GOLD, tip: plain('rimless-brown', '#4a3426') },
  { id: 'graphite', metal: polished('#4a4b4d', 0.38), tip: plain('rimless-black', '#161616') },
] as const

const clear = rimlessLens()

/** Rimless glasses 50-19-145: two drilled lenses, a titanium bridge and temples screwed through them, silicone pads and tips. */
export default function rimlessGlasses(): ProductSource<'frame' | 'lenses' | 'templeLeft' | 'templeRight'> {
  const form = frontForm({
    lensCentre: CENTRE,
    lensWidth: LENS.width,
    bridge: LENS.bridge,
    radius: 0.53 / 4,
    wrap: (4 * Math.PI) / 180,
    tilt: (8 * Math.PI) / 180,
    seat: 0.004,
  })
  const drawn = lensOutline(SOFT, LENS.width, LENS.height, 96)
  const eyes = [placed(drawn, CENTRE), placed(drawn, CENTRE, 0, true)].map(contour)

  const half = new Mesh()
  /** A screw through the lens: head and washer before it, a nut behind. */
  const drilled = ({ x, y }: Vector2) => {
    const { out } = directions(form, x, y)
    half.append(screw(form(x, y, THICK + 0.0004), out, 0.0011))
    half.append(screw(form(x, y, THICK + 0.00005), out, 0.0015))
    half.append(screw(form(x, y, -0.0006), out.clone().negate(), 0.0013))
  }
  drilled(NASAL)
  drilled(TEMPORAL)
  const behind = -0.0007
  const from = new Vector2(CENTRE + LENS.width / 2 + 0.0004, TEMPORAL.y)
  half.append(
    wire(
      [TEMPORAL, TEMPORAL.clone().lerp(from, 0.5), from],
      form,
      behind,
      () => ({ width: 0.0026, height: 0.0009, radius: 0.0004 }),
      {
        rings: 6,
      },
    ),
  )
  const side = metalSide({
    from: form(from.x - 0.0008, from.y, behind),
    width: WIDTH,
    back: 0.0056,
    endPiece: { width: 0.0009, height: 0.0026, radius: 0.0004 },
    barrels: 3,
    barrel: [0.0009, 0.0018],
    length: LENGTH,
    bend: 0.1,
    drop: 0.78,
    wire: (run) => ({ width: 0.0023 - 0.0011 * Math.min(1, run / 0.04), height: 0.001, radius: 0.0005 }),
    tip: {
      from: 0.082,
      section: (run) => ({
        width: 0.0026 + 0.0018 * Math.min(1, (run - 0.082) / 0.05),
        height: 0.0023,
        radius: 0.00105,
      }),
    },
  })
  half.append(side.metal)
  const rest = padOnArm({
    rim: form(NASAL.x - 0.0012, NASAL.y - 0.0006, behind - 0.0003),
    at: new Vector3(0.0084, -0.0062, -0.0052),
    towards: new Vector3(-0.84, 0.12, -0.5),
  })
  half.append(rest.arm)
  const metal = new Mesh().append(half).append(turnedOver(half))

  // The bridge lies flat behind each lens, passes its edge and arches over the nose.
  const edge = LENS.bridge / 2
  const right: readonly (readonly [number, number, number])[] = [
    [NASAL.x + 0.0006, NASAL.y, behind],
    [edge + 0.001, NASAL.y + 0.0002, behind],
    [edge - 0.0014, NASAL.y + 0.0011, behind + 0.0005],
    [edge - 0.0038, NASAL.y + 0.0027, behind + 0.0013],
    [0.0029, NASAL.y + 0.0039, behind + 0.0019],
  ]
  const line = [
    ...right,
    [0, NASAL.y + 0.0043, behind + 0.0021] as const,
    ...[...right].reverse().map(([x, y, d]) => [-x, y, d] as const),
  ]
  const depths = line.map(([, , d]) => d)
  metal.append(
    wire(
      line.map(([x, y]) => new Vector2(x, y)),
      form,
      (t) => depths[Math.round(t * (line.length - 1))] ?? behind,
      (t) => {
        const flat = Math.min(1, Math.max(0, (Math.abs(t * 2 - 1) - 0.62) / 0.2))
        return flat > 0
          ? {
              width: 0.0014 + 0.0012 * flat,
              height: 0.0014 - 0.0005 * flat,
              radius: 0.0004 + 0.0003 * (1 - flat),
            }
          : round(0.0014)
      },
      { rings: 44, corner: 3 },
    ),
  )

  const frame = finished(metal, 0)
  frame.append(finished(new Mesh().append(rest.pad).append(turnedOver(rest.pad)), 1))
  const { left: templeLeft, right: templeRight } = templePair(side.over, finished(side.templeMetal, 0))
  const lenses = new Mesh()
  for (const outline of eyes)
    lenses.append(lens({ outline, groove: 0, thickness: THICK, form, edge: true, rings: 5 }))
  bakeOcclusion([frame, templeLeft, templeRight], { reach: 0.006, rays: 32, strength: 0.8 })

  const data = acetateFinish('rimless', [STEEL, SILICONE], 0.55)
  return {
    sku: 'rimless-glasses',
    parts: { frame, lenses, templeLeft, templeRight },
    nodes: templeNodes(side.axis),
    looks: LOOKS.map(({ id, metal: colour, tip }) => {
      const made = fitted(`Titanium, ${id}`, tip, [colour, SILICONE], data)
      return { name: id, surfaces: { frame: made, lenses: clear, templeLeft: made, templeRight: made } }
    }),
    wear: eyewear({
      lens: drawn,
      bridge: LENS.bridge,
      frameWidth: WIDTH,
      templeLength: LENGTH,
      templeWidth: 0.0026,
      axis: side.axis,
      lensTransmission: 0.94,
    }),
  }
}
