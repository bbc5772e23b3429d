import { CatmullRomCurve3, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { leather } from '../materials/leather'
import { darkSteel, satinBrass, satinSteel } from '../materials/steel'
import { bar } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { capScrews } from '../shape/driver'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { spline } from '../shape/profile'
import { roundedBox } from '../shape/rounded-box'
import { stitch } from '../shape/stitch'
import { turned } from '../shape/turned'
import { finishCard, finished, type Print, printed } from '../texture/finish-card'
import { hex, mix } from '../texture/image'
import { fractalNoise, smoothstep } from '../texture/noise'

/** Fields of the finish card. */
const [ALUMINIUM, BLACK, CLOTH, THREAD, SCREW] = [0, 1, 2, 3, 4] as const
/** Where the cushion meets the cup: from the middle, and above the table. */
const SEAT = 0.052
const EAR = 0.045
/** Half of what the picture of the cup's face shows. */
const FACE = 0.0425
const FRONT = new Vector3(0, 0, 1)

/** Headphones, 0.17 × 0.20 × 0.09 m: one strip of spring steel from hub to hub, a stitched pad on it, turned cups with a drilled face, ear cushions with a piped seam. */
export default function headphones(): ProductSource<'band' | 'leather' | 'cups'> {
  const band = new Mesh()
  const hide = new Mesh()
  const cups = new Mesh()
  const lay = (mesh: Mesh, field: number, matrix = place([0, 0, 0])) =>
    cups.append(finished(mesh, field), matrix)

  const half = [
    [0.0776, 0.046],
    [0.078, 0.062],
    [0.0818, 0.088],
    [0.0838, 0.114],
    [0.0786, 0.149],
    [0.0592, 0.1805],
    [0.0305, 0.1942],
  ] as const
  const arch = (drop: number, from: number) => {
    const right = half.slice(from).map(([x, y]) => new Vector3(x, y, 0))
    const left = right.map((p) => new Vector3(-p.x, p.y, 0)).reverse()
    const curve = new CatmullRomCurve3([...right, new Vector3(0, 0.1982, 0), ...left], false, 'centripetal')
    curve.arcLengthDivisions = 500
    const points = Array.from({ length: 41 }, (_, k) => {
      const p = curve.getPointAt(k / 40)
      const way = curve.getTangentAt(k / 40)
      return p.add(new Vector3(-way.y, way.x, 0).multiplyScalar(drop))
    })
    const moved = new CatmullRomCurve3(points, false, 'centripetal')
    moved.arcLengthDivisions = 500
    return moved
  }
  band.append(
    bar(arch(0, 0), {
      section: () => ({ width: 0.0017, height: 0.0145, radius: 0.0007 }),
      up: FRONT,
      rings: 96,
      corner: 3,
      ends: 0.0008,
    }),
  )

  // The pad: a sleeve sewn shut along both edges, fuller in the middle.
  const pad = arch(0.0046, 4)
  hide.append(
    bar(pad, {
      section: (t) => {
        const full = Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.35
        return {
          width: 0.0058 + 0.0086 * full,
          height: 0.02 + 0.0165 * full,
          radius: (0.0058 + 0.0086 * full) * 0.47,
        }
      },
      up: FRONT,
      rings: 80,
      corner: 6,
      ends: 0.0028,
      endRings: 4,
    }),
  )
  const length = pad.getLength()
  for (let s = 0.012; s < length - 0.014; s += 0.0044) {
    const t = s / length
    const full = Math.sin(Math.PI * t) ** 0.35
    const [a, b] = [pad.getPointAt(t), pad.getPointAt((s + 0.0029) / length)]
    const way = b.clone().sub(a).normalize()
    const out = new Vector3(way.y, -way.x, 0)
    for (const side of [-1, 1]) {
      const lift = (0.0058 + 0.0086 * full) * 0.5 * 0.985
      const z = side * ((0.02 + 0.0165 * full) / 2 - (0.0058 + 0.0086 * full) * 0.5)
      lay(
        stitch(
          ...([a, b].map((p) => p.clone().addScaledVector(out, lift).setZ(z)) as [Vector3, Vector3]),
          0.0008,
        ),
        THREAD,
      )
    }
  }

  for (const hand of [-1, 1]) {
    const ear = place([hand * SEAT, EAR, 0], [0, 0, hand * -90])
    const inwards = place([hand * SEAT, EAR, 0], [0, 0, hand * 90])
    const cup = turned(
      [
        [0.038, -0.001],
        [0.0412, -0.001, 0.0005],
        [0.0412, 0.0036, 0.0006],
        [0.0398, 0.0042],
        [0.0398, 0.005],
        [0.042, 0.0056, 0.0008],
        [0.0418, 0.0146, 0.004],
        [0.0365, 0.0205, 0.003],
        [0.0345, 0.0205, 0.0005],
        [0.0339, 0.0197],
        [0.016, 0.0203],
        [0, 0.0203],
      ],
      80,
      { arc: 5, crease: 30 },
    )
    cups.append(
      printed(cup, (x, _y, z) => [0.5 + x / (2 * FACE), 0.5 + z / (2 * FACE)]),
      ear,
    )
    lay(
      turned(
        [
          [0.0118, 0.02],
          [0.0118, 0.0235, 0.0008],
          [0.0102, 0.0247, 0.0006],
          [0, 0.0247],
        ],
        48,
      ),
      ALUMINIUM,
      ear,
    )
    lay(
      turned(
        [
          [0.0062, 0.0245],
          [0.0062, 0.0268, 0.0006],
          [0.0052, 0.0274, 0.0004],
          [0, 0.0275],
        ],
        36,
      ),
      ALUMINIUM,
      ear,
    )
    // The strip ends in a round eye under the screw.
    band.append(
      turned(
        [
          [0.00735, 0.0246],
          [0.00735, 0.0264, 0.0005],
          [0, 0.0265],
        ],
        40,
      ),
      ear,
    )
    lay(capScrews(1, 0, 0.0026, 0.0274), SCREW, ear)

    const cushion = lathe(
      spline(
        [
          [0.0195, 0.001],
          [0.0202, 0.006],
          [0.0222, 0.0142],
          [0.0265, 0.0202],
          [0.0325, 0.0222],
          [0.0388, 0.0196],
          [0.0432, 0.0134],
          [0.0448, 0.0076],
          [0.0436, 0.0026],
          [0.0405, 0.0004],
        ].reverse() as [number, number][],
        26,
      ),
      80,
      0.035,
      180,
    )
    const soft = fractalNoise(871 + hand, 26, 5, 2)
    cushion.deform((p) => {
      const turn = Math.atan2(p.x, p.z) / (Math.PI * 2)
      const r = Math.hypot(p.x, p.z)
      const inner = smoothstep(0.032, 0.021, r)
      const pull = 1 + soft(turn, p.y * 20) * (0.004 + 0.018 * inner)
      p.set(p.x * pull, p.y, p.z * pull)
    })
    hide.append(cushion, inwards, [hand * 0.13, 0.05])
    const seam = new Vector2(0.0448, 0.0056)
    const cord = Array.from({ length: 9 }, (_, k) => {
      const angle = -Math.PI / 2 + (k / 8) * Math.PI
      return new Vector2(seam.x + Math.cos(angle) * 0.0008, seam.y + Math.sin(angle) * 0.0008)
    })
    hide.append(lathe(cord, 80, 0.035, 180), inwards, [hand * 0.05, 0.02])
    lay(
      turned(
        [
          [0.022, 0.002],
          [0.0208, 0.0034],
          [0.012, 0.0042],
          [0, 0.0044],
        ].map(([x = 0, y = 0]) => [x, y] as const),
        48,
      ),
      CLOTH,
      inwards,
    )
    // The slider's sleeve, where the strip runs out of the cup's arm.
    const sleeve = place([hand * 0.0824, 0.1, 0], [0, 0, hand * -6.5])
    lay(roundedBox(0.0058, 0.03, 0.0186, 0.0022, { steps: 3, fine: 0.01 }), ALUMINIUM, sleeve)
    lay(
      roundedBox(0.0064, 0.0012, 0.0192, 0.0005, { steps: 1, fine: 0.02 }),
      BLACK,
      place([hand * 0.0832, 0.1085, 0], [0, 0, hand * -6.5]),
    )
  }

  const all = [band, hide, cups]
  drawToSize(all, { width: 0.17, height: 0.2, depth: 0.09 })
  bakeOcclusion(all, { reach: 0.04, rays: 32, strength: 0.85 })
  const calf = (name: string, dye: string) => leather(name, dye, { roughness: 0.8, grain: 0.7 })
  return {
    sku: 'headphones',
    parts: { band, leather: hide, cups },
    looks: [
      {
        name: 'silver',
        surfaces: {
          band: satinSteel(),
          leather: calf('Leather, tan', '#7f5639'),
          cups: drilled('silver', '#c4c1bb', '#e6dcc4'),
        },
      },
      {
        name: 'black',
        surfaces: {
          band: darkSteel(),
          leather: calf('Leather, black', '#2a2826'),
          cups: drilled('black', '#3a3a3d', '#4a4643'),
        },
      },
      {
        name: 'brass',
        surfaces: {
          band: satinBrass(),
          leather: calf('Leather, stone', '#cfc5b3'),
          cups: drilled('brass', '#c9ae82', '#a08a66'),
        },
      },
    ],
  }
}

/** Anodised aluminium, its face drilled in rings of holes, and the small parts of one look. */
function drilled(look: string, colour: string, thread: string): Surface {
  const metal = hex(colour)
  const print: Print = (u, v) => {
    const [x, z] = [(u - 0.5) * 2 * FACE, (v - 0.5) * 2 * FACE]
    const radius = Math.hypot(x, z)
    const pitch = 0.0021
    const row = Math.round(radius / pitch)
    const count = Math.max(1, row * 6)
    const step = (Math.atan2(z, x) / (Math.PI * 2)) * count
    const away = Math.hypot(radius - row * pitch, ((step - Math.round(step)) / count) * Math.PI * 2 * radius)
    const open = row * pitch > 0.0135 && row * pitch < 0.0332
    const hole = open ? 1 - smoothstep(0.0005, 0.00064, away) : 0
    const rim = open ? (1 - smoothstep(0.00064, 0.0008, away)) * (1 - hole) : 0
    return {
      colour: mix(mix(metal, [1, 1, 1], rim * 0.25), [0.02, 0.02, 0.02], hole),
      metallic: 1 - hole,
      roughness: 0.42 + hole * 0.4,
    }
  }
  const card = finishCard(
    `headphones-${look}`,
    [
      { colour, metallic: 1, roughness: 0.4 },
      { colour: '#1f1e1e', roughness: 0.55 },
      { colour: '#242322', roughness: 0.9 },
      { colour: thread, roughness: 0.85 },
      { colour: '#5a5855', metallic: 1, roughness: 0.35 },
    ],
    { size: 1024, print },
  )
  return {
    name: `Aluminium, ${look}`,
    metallic: 1,
    roughness: 1,
    base: { image: card.base, tile: [1, 1] },
    packed: { image: card.packed, tile: [1, 1] },
  }
}
