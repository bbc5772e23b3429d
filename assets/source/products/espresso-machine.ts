import { CatmullRomCurve3, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { enamel } from '../materials/enamel'
import { sheetGlass, water } from '../materials/glass'
import { chrome, polishedBrass, satinSteel } from '../materials/steel'
import { blackOak, oak, walnut } from '../materials/timber'
import { bar, block, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { brewGroup, sideKnobCollar, steamKnob, steamWand } from '../shape/espresso'
import { gauge } from '../shape/gauge'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { prism, rectangle } from '../shape/prism'
import { outline } from '../shape/profile'
import { roundedBox } from '../shape/rounded-box'
import { turned } from '../shape/turned'
import { finishCard, finished, printed } from '../texture/finish-card'
import { BADGE_AT, DIAL_SHARE, pressureDial, turnOf } from '../texture/pressure-dial'

type Part = 'body' | 'bright' | 'wood' | 'details' | 'glass' | 'water'

/** Fields of the finish card. */
const [BLACK, RUBBER, NEEDLE, PAN] = [0, 1, 2, 3] as const
/** Half of the body's width, metres. */
const HALF = 0.125
/** Front of the head and top of its roof. */
const HEAD = 0.142
const ROOF = 0.318
const TRAY = 0.075
const GAUGE = 0.03

/** Espresso machine, 0.29 × 0.36 × 0.41 m: one sheet folded to a C between feet and cup rail, a brass group under its head, a glass tank at its back. */
export default function espressoMachine(): ProductSource<Part> {
  const parts: Record<Part, Mesh> = {
    body: new Mesh(),
    bright: new Mesh(),
    wood: new Mesh(),
    details: new Mesh(),
    glass: new Mesh(),
    water: new Mesh(),
  }
  const { body, bright, wood, details, glass } = parts
  const detail = (mesh: Mesh, field: number, matrix = place([0, 0, 0])) =>
    details.append(finished(mesh, field), matrix)

  const side = outline(
    [
      { x: -0.205, y: 0.016, fillet: 0.012 },
      { x: 0.178, y: 0.016, fillet: 0.012 },
      { x: 0.178, y: TRAY, fillet: 0.014 },
      { x: -0.03, y: TRAY, fillet: 0.018 },
      { x: -0.03, y: 0.214, fillet: 0.024 },
      { x: HEAD, y: 0.214, fillet: 0.016 },
      { x: HEAD, y: ROOF, fillet: 0.024 },
      { x: -0.158, y: ROOF, fillet: 0.02 },
      { x: -0.158, y: 0.055, fillet: 0.008 },
      { x: -0.205, y: 0.055, fillet: 0.008 },
    ],
    true,
    7,
  )
  body.append(
    prism(side, { depth: HALF * 2, bevel: 0.005, steps: 4, fine: 0.022, grain: 'outline' }),
    place([0, 0, 0], [0, -90, 0]),
  )
  // The tray pulls out: its front stands a sheet's thickness before the base.
  body.append(roundedBox(0.214, 0.04, 0.008, 0.0028, { fine: 0.03 }), place([0, 0.045, 0.1785]))
  bright.append(
    bar(path([-0.03, 0.05, 0.186], [0, 0.05, 0.187], [0.03, 0.05, 0.186]), {
      section: () => round(0.006),
      corner: 4,
      ends: 0.003,
      endRings: 4,
    }),
  )
  bright.append(block([0, 0.05, 0.18], [0, 0.05, 0.187], round(0.005), { rings: 1 }))

  // Drip tray: a dark pan under a slotted plate.
  detail(roundedBox(0.222, 0.004, 0.178, 0.0018, { fine: 0.02 }), PAN, place([0, TRAY - 0.0008, 0.078]))
  const slots = Array.from({ length: 15 }, (_, k) =>
    rectangle((k - 7) * 0.0138, 0, 0.0066, 0.136, 0.0032, { arc: 4, hole: true }),
  )
  bright.append(
    prism(rectangle(0, 0, 0.226, 0.182, 0.008), {
      depth: 0.003,
      bevel: 0.001,
      steps: 2,
      holes: slots,
      fine: 0.03,
    }),
    place([0, TRAY + 0.0065, 0.078], [-90, 0, 0]),
  )
  for (const x of [-0.1, 0.1])
    bright.append(
      block(
        [x, TRAY + 0.003, -0.005],
        [x, TRAY + 0.003, 0.16],
        { width: 0.006, height: 0.005, radius: 0.001 },
        { rings: 2 },
      ),
    )

  const group = brewGroup()
  const under = place([0, 0.214, 0.055])
  bright.append(group.metal, under)
  wood.append(group.handle, under)
  detail(group.gasket, RUBBER, under)
  for (const hand of [-1, 1]) {
    const wand = steamWand(hand === 1)
    const mount = place([hand * 0.096, 0.214, 0.092], [0, 0, 0], [hand, 1, 1])
    bright.append(wand.metal, mount)
    detail(wand.grip, RUBBER, mount)
    const axle = place([hand * HALF, 0.268, 0.06], [0, 0, hand * -90])
    bright.append(sideKnobCollar(), axle)
    wood.append(steamKnob(0.02), axle)
  }

  // Fascia: gauge, badge, brew knob.
  const face = (x: number) => place([x, 0.266, HEAD - 0.0005], [90, 0, 0])
  const meter = gauge(GAUGE, turnOf(9))
  bright.append(meter.bezel, face(-0.076))
  details.append(
    printed(meter.dial, (x, _y, z) => [
      (0.5 + x / (GAUGE * 1.72)) * DIAL_SHARE,
      (0.5 + z / (GAUGE * 1.72)) * DIAL_SHARE,
    ]),
    face(-0.076),
  )
  detail(meter.needle, NEEDLE, face(-0.076))
  glass.append(meter.cover, face(-0.076))
  bright.append(sideKnobCollar(), face(0.076))
  wood.append(steamKnob(0.023), face(0.076))
  bright.append(
    turned(
      [
        [0.0012, 0.0298],
        [0.0012, 0.0306, 0.0003],
        [0, 0.0307],
      ],
      16,
    ),
    face(0.076),
  )
  const badge = prism(rectangle(0, 0, 0.058, 0.0086, 0.0016), { depth: 0.0016, bevel: 0.0005, back: false })
  details.append(
    printed(badge, (x, y) => [BADGE_AT[0] + x / 0.062, BADGE_AT[1] - y / 0.062]),
    place([0, 0.266, HEAD + 0.0006]),
  )
  for (const x of [-0.022, 0.022])
    bright.append(
      turned(
        [
          [0.0045, 0],
          [0.0045, 0.0016, 0.0006],
          [0.0034, 0.0018, 0.0004],
          [0.003, 0.0012],
          [0, 0.0014],
        ],
        32,
      ),
      place([x, 0.244, HEAD], [90, 0, 0]),
    )

  // Cup rail and the rods cups stand on.
  const loop = rectangle(0, -0.008, 0.216, 0.262, 0.03, { arc: 7 }).map(
    ({ x, y }) => new Vector3(x, 0.357, y),
  )
  const curve = new CatmullRomCurve3(loop, true, 'centripetal')
  curve.arcLengthDivisions = 400
  bright.append(
    bar(curve, { section: () => round(0.006), rings: 96, corner: 2, ends: 0, endRings: 0, caps: false }),
  )
  for (const x of [-0.108, 0.108])
    for (const z of [-0.095, -0.008, 0.08]) {
      bright.append(
        turned(
          [
            [0.006, ROOF - 0.001],
            [0.006, ROOF + 0.003, 0.001],
            [0.0028, ROOF + 0.005, 0.001],
            [0.0028, 0.357],
          ],
          20,
        ),
        place([x, 0, z]),
      )
    }
  for (let k = 0; k < 9; k++) {
    const x = (k - 4) * 0.021
    bright.append(
      block([x, ROOF + 0.002, -0.118], [x, ROOF + 0.002, 0.1], round(0.005), {
        rings: 6,
        corner: 2,
        ends: 0.0015,
      }),
    )
  }

  // Tank: moulded glass on the shelf at the back, a lid of the body's sheet.
  glass.append(roundedBox(0.216, 0.246, 0.043, 0.012, { fine: 0.1 }), place([0, 0.179, -0.1825]))
  parts.water.append(roundedBox(0.21, 0.17, 0.037, 0.009, { fine: 0.1 }), place([0, 0.144, -0.1825]))
  body.append(roundedBox(0.222, 0.01, 0.047, 0.003, { fine: 0.03 }), place([0, 0.3065, -0.1815]))
  wood.append(
    turned(
      [
        [0.0085, 0],
        [0.0085, 0.004],
        [0.0105, 0.012, 0.003],
        [0.007, 0.0165, 0.003],
        [0, 0.017],
      ],
      36,
    ),
    place([0, 0.311, -0.1825]),
  )

  for (const x of [-0.1, 0.1])
    for (const z of [-0.165, 0.14]) {
      detail(
        turned(
          [
            [0, 0],
            [0.013, 0, 0.0015],
            [0.0145, 0.007, 0.001],
            [0.0145, 0.009],
          ],
          36,
        ),
        RUBBER,
        place([x, 0, z]),
      )
      bright.append(
        turned(
          [
            [0.0145, 0.0085],
            [0.0165, 0.009, 0.001],
            [0.0165, 0.017],
          ],
          36,
        ),
        place([x, 0, z]),
      )
    }
  // Underneath: a black plate closes the body.
  detail(roundedBox(0.236, 0.004, 0.36, 0.0015, { fine: 0.06 }), BLACK, place([0, 0.0155, -0.012]))

  drawToSize(Object.values(parts), { width: 0.29, height: 0.36, depth: 0.41 })
  const solid = [body, bright, wood, details]
  bakeOcclusion(solid, { reach: 0.12, rays: 36, strength: 0.9 })
  const clear = { glass: { ...sheetGlass, doubleSided: true }, water: { ...water, doubleSided: true } }
  return {
    sku: 'espresso-machine',
    parts,
    looks: [
      {
        name: 'steel',
        surfaces: {
          body: satinSteel(),
          bright: chrome(),
          wood: walnut(),
          details: instruments('steel', '#ece8de', '#26241f', '#c9c6c0'),
          ...clear,
        },
      },
      {
        name: 'cream',
        surfaces: {
          body: enamel('Enamel, cream', '#e2d9c6'),
          bright: chrome(),
          wood: oak(),
          details: instruments('cream', '#f0ebdf', '#3a322a', '#c9c6c0'),
          ...clear,
        },
      },
      {
        name: 'black',
        surfaces: {
          body: enamel('Enamel, black', '#262628', { roughness: 0.5, coat: 0.25 }),
          bright: polishedBrass(),
          wood: blackOak(),
          details: instruments('black', '#222120', '#e5dccb', '#cfa866'),
          ...clear,
        },
      },
    ],
  }
}

/** Rubber, plastic, the gauge's face and the badge of one look. */
function instruments(look: string, ground: string, ink: string, metal: string): Surface {
  const card = finishCard(
    `espresso-${look}`,
    [
      { colour: '#1d1c1c', roughness: 0.6 },
      { colour: '#232221', roughness: 0.7 },
      { colour: '#a4492c', roughness: 0.4 },
      { colour: '#2c2b2a', metallic: 1, roughness: 0.45 },
    ],
    { size: 1024, print: pressureDial(ground, ink, metal) },
  )
  return {
    name: `Instruments, ${look}`,
    metallic: 1,
    roughness: 1,
    base: { image: card.base, tile: [1, 1] },
    packed: { image: card.packed, tile: [1, 1] },
  }
}
