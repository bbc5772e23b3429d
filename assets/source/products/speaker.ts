import { Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { blackOak, oak, walnut } from '../materials/timber'
import { drawToSize } from '../shape/draw-to-size'
import { capScrews, tweeter, woofer } from '../shape/driver'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { circle, prism, rectangle } from '../shape/prism'
import { spline } from '../shape/profile'
import { turned } from '../shape/turned'
import { finishCard, finished, printed } from '../texture/finish-card'
import { hex, linear } from '../texture/image'
import { Ink, lettering } from '../texture/lettering'
import { GLASS_CLOTH_TILE, glassCloth } from '../texture/glass-cloth'

/** Fields of the finish card. */
const [BAFFLE, RUBBER, FLANGE, METAL, RED, PLASTIC, SILK, SCREW] = [0, 1, 2, 3, 4, 5, 6, 7] as const
const BADGE = 0.036
/** Front of the cabinet. */
const FRONT = 0.117
const BACK = FRONT - 0.226

/** Bookshelf speaker, 0.20 × 0.32 × 0.24 m: four veneered walls, a painted baffle let in between them with a shadow gap, two drivers. */
export default function speaker(): ProductSource<'cabinet' | 'details' | 'cone'> {
  const cabinet = new Mesh()
  const details = new Mesh()
  const cone = new Mesh()
  const lay = (mesh: Mesh, field: number, matrix = place([0, 0, 0])) =>
    details.append(finished(mesh, field), matrix)

  cabinet.append(
    prism(rectangle(0, 0.165, 0.2, 0.31, 0.009, { arc: 6 }), {
      depth: 0.226,
      bevel: 0.0022,
      holes: [rectangle(0, 0.165, 0.18, 0.29, 0.0015, { arc: 2, hole: true })],
      fine: 0.035,
      grain: 'outline',
    }),
    place([0, 0, (FRONT + BACK) / 2]),
  )
  const panel = rectangle(0, 0.165, 0.1784, 0.2884, 0.0015, { arc: 2 })
  const plane = FRONT - 0.0025
  lay(
    prism(panel, {
      depth: 0.016,
      bevel: 0.0012,
      holes: [circle(0, 0.116, 0.0745, 64, true), circle(0, 0.2475, 0.051, 64, true)],
      fine: 0.03,
      back: false,
    }),
    BAFFLE,
    place([0, 0, plane - 0.008]),
  )
  for (const [driver, y] of [
    [woofer(), 0.116],
    [tweeter(), 0.2475],
  ] as const) {
    const seat = place([0, y, plane], [90, 0, 0])
    const low = y < 0.2
    lay(driver.flange, low ? FLANGE : BAFFLE, seat)
    lay(driver.surround, low ? RUBBER : SILK, seat)
    lay(driver.plug, METAL, seat)
    lay(driver.screws, SCREW, seat)
    if (low) cone.append(driver.diaphragm, seat)
    else lay(driver.diaphragm, SILK, seat)
  }
  // Cloth is pressed into the cone flat: its weave runs straight when seen from the front.
  cone.mapTexture((p) => [p.x, -p.y])
  const plate = prism(rectangle(0, 0, 0.034, 0.0062, 0.0012), { depth: 0.0016, bevel: 0.0004, back: false })
  details.append(
    printed(plate, (x, y) => [0.5 + x / BADGE, 0.5 - y / BADGE]),
    place([0, 0.0292, plane + 0.0002]),
  )

  // Back: port with a flare, a terminal plate with two binding posts.
  const rear = BACK + 0.0022
  lay(
    prism(panel, {
      depth: 0.012,
      bevel: 0.001,
      holes: [
        circle(0, -0.238, 0.031, 48, true)
          .map((p) => new Vector2(p.x, -p.y))
          .reverse(),
      ],
      fine: 0.035,
      back: false,
    }),
    PLASTIC,
    place([0, 0, rear + 0.006], [0, 180, 0]),
  )
  const flare = lathe(
    [
      new Vector2(0.0345, -0.001),
      new Vector2(0.0343, 0.0008),
      new Vector2(0.0335, 0.0014),
      ...spline(
        [
          [0.032, 0.0014],
          [0.0265, -0.002],
          [0.0226, -0.012],
          [0.022, -0.03],
        ],
        14,
      ),
      new Vector2(0.022, -0.09),
      new Vector2(0, -0.09),
    ],
    64,
    0,
    50,
  )
  const behind = (x: number, y: number) => place([x, y, rear], [-90, 0, 0])
  lay(flare, PLASTIC, behind(0, 0.238))
  lay(
    prism(rectangle(0, 0, 0.082, 0.05, 0.006), { depth: 0.004, bevel: 0.001, back: false }),
    SCREW,
    place([0, 0.09, rear - 0.0005], [0, 180, 0]),
  )
  for (const side of [-1, 1]) {
    const post = behind(side * 0.02, 0.09)
    lay(
      turned(
        [
          [0.0085, 0],
          [0.0085, 0.0045, 0.0006],
          [0.005, 0.0045],
          [0.005, 0.006],
        ],
        40,
      ),
      METAL,
      post,
    )
    const cap = turned(
      [
        [0.0055, 0.0055],
        [0.0078, 0.0055, 0.0006],
        [0.0078, 0.0136, 0.0008],
        [0.0042, 0.0138, 0.0004],
        [0.0038, 0.012],
        [0, 0.012],
      ],
      40,
    )
    // Knurled for the fingers.
    cap.deform((p) => {
      const r = Math.hypot(p.x, p.z)
      if (r < 0.007) return
      const rib = 1 - 0.05 * Math.abs(Math.sin(Math.atan2(p.x, p.z) * 10))
      p.set(p.x * rib, p.y, p.z * rib)
    })
    lay(cap, side === -1 ? RED : PLASTIC, post)
  }
  for (const [x, y] of [
    [-0.036, 0.07],
    [0.036, 0.07],
    [-0.036, 0.11],
    [0.036, 0.11],
  ] as const)
    lay(capScrews(1, 0, 0.002, 0.0018), METAL, behind(x, y))

  const foot = turned(
    [
      [0, 0],
      [0.0085, 0, 0.001],
      [0.0095, 0.011, 0.001],
      [0.0095, 0.012],
    ],
    32,
  )
  for (const x of [-0.076, 0.076]) for (const z of [-0.085, 0.093]) lay(foot, RUBBER, place([x, 0, z]))

  const all = [cabinet, details, cone]
  drawToSize(all, { width: 0.2, height: 0.32, depth: 0.24 })
  bakeOcclusion(all, { reach: 0.07, rays: 40, strength: 0.9 })
  const cloth = glassCloth()
  const woven = (name: string, colour: string): Surface => ({
    name,
    colour: linear(colour),
    roughness: 0.5,
    base: { image: cloth.colour, tile: GLASS_CLOTH_TILE },
    normal: { image: cloth.normal, tile: GLASS_CLOTH_TILE, scale: 0.8 },
  })
  return {
    sku: 'speaker',
    parts: { cabinet, details, cone },
    looks: [
      {
        name: 'walnut',
        surfaces: {
          cabinet: walnut(),
          cone: woven('Glass fibre, graphite', '#77736d'),
          details: fittings('walnut', '#2c2a28', '#383532', '#c6c2ba'),
        },
      },
      {
        name: 'oak',
        surfaces: {
          cabinet: oak(),
          cone: woven('Glass fibre, pearl', '#c9c3b8'),
          details: fittings('oak', '#e4ded2', '#d6d0c4', '#c6c2ba'),
        },
      },
      {
        name: 'black',
        surfaces: {
          cabinet: blackOak(),
          cone: woven('Glass fibre, black', '#4b4743'),
          details: fittings('black', '#1f1e1d', '#1f1e1d', '#cfa866'),
        },
      },
    ],
  }
}

/** Paint, rubber, metal and the maker's badge of one look. */
function fittings(look: string, baffle: string, flange: string, metal: string): Surface {
  const name = new Ink(512).draw(
    lettering({ text: 'FORESHORE', x: 0.5, y: 0.5, height: 0.062, tracking: 0.55 }),
    0.0095,
  )
  const card = finishCard(
    `speaker-${look}`,
    [
      { colour: baffle, roughness: 0.5 },
      { colour: '#201f1e', roughness: 0.62 },
      { colour: flange, roughness: 0.42 },
      { colour: metal, metallic: 1, roughness: 0.26 },
      { colour: '#8d2a22', roughness: 0.35 },
      { colour: '#1c1b1b', roughness: 0.5 },
      { colour: '#2a2624', roughness: 0.8 },
      { colour: '#55534f', metallic: 1, roughness: 0.35 },
    ],
    {
      size: 512,
      print: (u, v) => ({
        colour: name.over(hex(metal), hex('#2a2826'), u, v),
        metallic: 1 - name.at(u, v),
        roughness: 0.32,
      }),
    },
  )
  return {
    name: `Speaker fittings, ${look}`,
    metallic: 1,
    roughness: 1,
    base: { image: card.base, tile: [1, 1] },
    packed: { image: card.packed, tile: [1, 1] },
  }
}
