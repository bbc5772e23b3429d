import { CatmullRomCurve3, Matrix4, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { sheetGlass } from '../materials/glass'
import { darkSteel, satinSteel } from '../materials/steel'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { roundedBox } from '../shape/rounded-box'
import { smoothNormals } from '../shape/smooth-normals'
import { turned } from '../shape/turned'
import { crown, hands, lugs, onWrist, TEN_PAST_TEN, WRIST } from '../shape/watch-head'
import { finishCard, finished, printed } from '../texture/finish-card'
import { type DialInks, diveDial, onDial } from '../texture/watch-dial'

/** Fields of the finish card. */
const [HAND, SECONDS, LUME, RIM, REHAUT] = [0, 1, 2, 3, 4] as const
const RADIUS = 0.0205
/** The dial's height above the case's back. */
const DIAL = 0.0072
const THICK = 0.0034

/** Dive watch, 41 mm: a case between crown guards, a bezel with a coin edge and a glossy insert, a bracelet of three-piece links on a folding clasp. */
export default function diveWatch(): ProductSource<'case' | 'dial' | 'crystal'> {
  const metal = new Mesh()
  const dial = new Mesh()
  const lay = (mesh: Mesh, field: number, matrix = place([0, 0, 0])) =>
    dial.append(finished(mesh, field), matrix)

  metal.append(
    turned(
      [
        [0, 0],
        [0.0155, 0, 0.0004],
        [0.0162, 0.0008, 0.0003],
        [0.0188, 0.0014, 0.0006],
        [0.02, 0.0032, 0.0006],
        [0.02, 0.0066, 0.0005],
        [0.0188, 0.0072],
      ],
      72,
      { arc: 2, crease: 35 },
    ),
    onWrist,
  )
  const edge = turned(
    [
      [0.0192, 0.0072],
      [RADIUS, 0.0076, 0.0003],
      [RADIUS, 0.0097, 0.0003],
      [0.0199, 0.0106, 0.0003],
      [0.0196, 0.0106],
      [0.0194, 0.0104],
    ],
    180,
    { arc: 1, crease: 50 },
  )
  // Coin edge: sixty flutes, one a click each minute and another between.
  edge.deform((p) => {
    const r = Math.hypot(p.x, p.z)
    if (r < 0.0202 || p.y < 0.0073 || p.y > 0.0099) return
    const flute = 1 - 0.016 * (0.5 + 0.5 * Math.cos(Math.atan2(p.x, p.z) * 60))
    p.set(p.x * flute, p.y, p.z * flute)
  })
  metal.append(edge, onWrist)
  dial.append(
    printed(lathe([new Vector2(0.0194, 0.0104), new Vector2(0.0165, 0.0112)], 72), (x, _y, z) =>
      onDial(x, -z),
    ),
    onWrist,
  )
  metal.append(
    turned(
      [
        [0.0166, 0.0108],
        [0.0164, 0.0114, 0.0002],
        [0.016, 0.0114],
        [0.0159, 0.0106],
      ],
      64,
      { arc: 2 },
    ),
    onWrist,
  )
  lay(
    turned(
      [
        [0.016, 0.0108],
        [0.0159, 0.0108],
        [0.0151, DIAL],
      ],
      64,
    ),
    REHAUT,
    onWrist,
  )
  dial.append(
    printed(
      lathe(
        [0.0153, 0.0145, 0.013, 0.01, 0.006, 0.003, 0.0015, 0].map((r) => new Vector2(r, DIAL)),
        56,
      ),
      (x, _y, z) => onDial(x, -z),
    ),
    onWrist,
  )
  metal.append(lugs(0.0196, 0.0204, 0.0238, 0.0036))
  metal.append(crown(0.0203, 0.0048, 0.0034))
  for (const side of [-1, 1])
    metal.append(
      roundedBox(0.0064, 0.0064, 0.0044, 0.0014, { steps: 2, fine: 0.01 }),
      place([0.0184, side * 0.0062, WRIST.height / 2 + 0.0047], [0, 0, side * 20]),
    )

  for (let hour = 0; hour < 12; hour++) {
    const turn = (hour / 12) * Math.PI * 2
    const baton = hour % 3 === 0 && hour > 0
    const spot = place(
      [Math.sin(turn) * 0.0119, Math.cos(turn) * 0.0119, WRIST.height / 2 + DIAL],
      [0, 0, (-turn * 180) / Math.PI],
    )
    if (baton || hour === 0) {
      const wide = hour === 0 ? 2 : 1
      for (let k = 0; k < wide; k++) {
        const shift = hour === 0 ? (k - 0.5) * 0.0021 : 0
        const seat = new Matrix4().multiplyMatrices(spot, place([shift, 0, 0]))
        lay(roundedBox(0.0016, 0.0036, 0.0007, 0.00015, { steps: 1, fine: 0.01 }), RIM, seat)
        lay(roundedBox(0.0011, 0.0031, 0.0009, 0.00015, { steps: 1, fine: 0.01 }), LUME, seat)
      }
    } else {
      const upright = new Matrix4().multiplyMatrices(spot, place([0, 0, 0], [90, 0, 0]))
      lay(
        turned(
          [
            [0.00125, 0],
            [0.00125, 0.0003],
            [0.0011, 0.00036],
            [0.00092, 0.00034],
          ],
          24,
        ),
        RIM,
        upright,
      )
      lay(
        turned(
          [
            [0.00094, 0.0003],
            [0.0008, 0.00046],
            [0, 0.0005],
          ],
          20,
        ),
        LUME,
        upright,
      )
    }
  }
  const pip = new Matrix4().multiplyMatrices(
    place([0, 0.01775, WRIST.height / 2 + 0.0107]),
    place([0, 0, 0], [90, 0, 0]),
  )
  lay(
    turned(
      [
        [0.00075, 0],
        [0.0007, 0.0005, 0.0002],
        [0, 0.0006],
      ],
      20,
    ),
    LUME,
    pip,
  )
  const shown = hands(
    TEN_PAST_TEN,
    DIAL,
    { length: 0.0092, width: 0.0026, tail: 0.0022 },
    { length: 0.0136, width: 0.0022, tail: 0.0026 },
  )
  lay(shown.hour, HAND)
  lay(shown.minute, HAND)
  lay(shown.cap, HAND)
  lay(shown.seconds, SECONDS)
  lay(shown.lume, LUME)

  const crystal = new Mesh().append(
    lathe(
      [
        [0.0161, 0.0112],
        [0.016, 0.0118],
        [0.0155, 0.0121],
        [0.009, 0.01235],
        [0, 0.0125],
      ].map(([x = 0, y = 0]) => new Vector2(x, y)),
      56,
      0,
      50,
    ),
    onWrist,
  )
  metal.append(bracelet())

  bakeOcclusion([metal, dial], { reach: 0.01, rays: 32, strength: 0.85 })
  const glass = { ...sheetGlass, name: 'Sapphire, domed', ior: 1.77 }
  const look = (
    name: string,
    steel: Surface,
    inks: DialInks,
    insert: string,
    figures: string,
    hand: string,
  ) => ({
    name,
    surfaces: { case: steel, dial: face(name, inks, insert, figures, hand), crystal: glass },
  })
  return {
    sku: 'dive-watch',
    parts: { case: metal, dial, crystal },
    wear: {
      kind: 'watch',
      innerWidth: WRIST.width,
      innerHeight: WRIST.height,
      axis: [1, 0, 0],
      dial: [0, 0, 1],
      caseDiameter: RADIUS * 2,
    },
    looks: [
      look(
        'tide',
        satinSteel(),
        { ground: '#1f4a4e', print: '#ebe6d8', accent: '#e0a15c', roughness: 0.4 },
        '#15312f',
        '#e6e0cf',
        '#d8d5cf',
      ),
      look(
        'night',
        darkSteel(),
        { ground: '#1b1b1c', print: '#e8e2d2', accent: '#c56a3d', roughness: 0.45 },
        '#161616',
        '#cfc6b0',
        '#cfcac0',
      ),
      look(
        'shell',
        satinSteel(),
        { ground: '#eae5d9', print: '#2b2a28', accent: '#a4492c', roughness: 0.5 },
        '#222a33',
        '#ebe6d8',
        '#3a3835',
      ),
    ],
  }
}

/** Links from lug to lug round the wrist, each two cheeks and a middle; a clasp's plate below. */
function bracelet(): Mesh {
  const [a, b] = [WRIST.width / 2 + THICK / 2, WRIST.height / 2 + THICK / 2]
  const points = [new Vector3(0, 0.0206, WRIST.height / 2 + 0.003)]
  for (let k = 0; k <= 28; k++) {
    const angle = 1.1 + ((Math.PI * 2 - 2.2) * k) / 28
    points.push(new Vector3(0, a * Math.sin(angle), b * Math.cos(angle)))
  }
  points.push(new Vector3(0, -0.0206, WRIST.height / 2 + 0.003))
  const curve = new CatmullRomCurve3(points, false, 'centripetal')
  curve.arcLengthDivisions = 600
  const rows = 23
  const pitch = curve.getLength() / rows
  const mesh = new Mesh()
  const seat = (t: number, lift = 0) => {
    const at = curve.getPointAt(t)
    const way = curve.getTangentAt(t)
    const across = new Vector3(1, 0, 0)
    const out = new Vector3().crossVectors(across, way)
    const outwards = out.dot(at) < 0 ? -1 : 1
    // Right-handed: across, along, out of the wrist.
    const along = way.clone().multiplyScalar(outwards)
    out.multiplyScalar(outwards)
    return new Matrix4().makeBasis(across, along, out).setPosition(at.addScaledVector(out, lift))
  }
  for (let k = 0; k < rows; k++) {
    const t = (k + 0.5) / rows
    // Narrower towards the clasp, which hides the two lowest rows.
    const width = 0.02 - 0.0032 * Math.sin(Math.PI * t)
    const clasp = Math.abs(k - (rows - 1) / 2) < 2
    if (clasp) continue
    const middle = width * 0.44
    const cheek = (width - middle) / 2
    const length = pitch * 0.95
    const box = (w: number, thick: number) =>
      roundedBox(w - 0.0003, length, thick, 0.0006, { steps: 1, fine: 0.02 }).mapTexture((_p, u, v) => [v, u])
    const row = seat(t)
    mesh.append(box(middle, THICK), row.clone().multiply(place([0, pitch * 0.25, 0.0001])))
    for (const side of [-1, 1])
      mesh.append(
        box(cheek, THICK - 0.0002),
        row.clone().multiply(place([side * (middle + cheek) * 0.5, 0, 0])),
      )
  }
  // The clasp: one bent plate over the inner blade.
  const width = 0.0172
  const [from, to] = [0.5 - 2.15 / rows, 0.5 + 2.15 / rows]
  const plate = roundedBox(width, 1, 0.0042, 0.0008, { steps: 2, fine: 0.06 })
  plate.mapTexture((p) => [p.y * (to - from) * curve.getLength(), p.x])
  plate.deform((p) => {
    const s = Math.min(0.5, Math.max(-0.5, p.y))
    const frame = seat(from + (to - from) * (0.5 + s), p.z + 0.0003)
    p.set(p.x, 0, 0).applyMatrix4(frame)
  })
  return mesh.append(smoothNormals(plate, 50))
}

/** Dial, bezel's insert, hands and lume of one look. */
function face(look: string, inks: DialInks, insert: string, figures: string, hand: string): Surface {
  const card = finishCard(
    `dive-${look}`,
    [
      { colour: hand, roughness: 0.25, metallic: 0.7 },
      { colour: inks.accent, roughness: 0.4 },
      { colour: '#e6e8d2', roughness: 0.6 },
      { colour: '#d0cdc7', roughness: 0.2, metallic: 1 },
      { colour: inks.ground, roughness: 0.45 },
    ],
    { size: 1024, print: diveDial(inks, insert, figures) },
  )
  return {
    name: `Dial, ${look}`,
    metallic: 1,
    roughness: 1,
    base: { image: card.base, tile: [1, 1] },
    packed: { image: card.packed, tile: [1, 1] },
  }
}
