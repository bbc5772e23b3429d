import { CatmullRomCurve3, type Curve, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { sheetGlass } from '../materials/glass'
import { leather } from '../materials/leather'
import { darkSteel, satinSteel } from '../materials/steel'
import { bar, path } from '../shape/bar'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { stitch } from '../shape/stitch'
import { turned } from '../shape/turned'
import { crown, hands, lugs, onWrist, TEN_PAST_TEN, WRIST } from '../shape/watch-head'
import { finishCard, finished, printed } from '../texture/finish-card'
import { type DialInks, fieldDial, onDial } from '../texture/watch-dial'

/** Fields of the finish card. */
const [HAND, SECONDS, LUME, THREAD, REHAUT] = [0, 1, 2, 3, 4] as const
const RADIUS = 0.019
/** The dial's height above the case's back. */
const DIAL = 0.0062
const ALONG = new Vector3(1, 0, 0)
const THICK = 0.0024

/** The strap's centre line from 12 o'clock's spring bar round the wrist to a share of the way back up; `side` 1 starts at +Y. */
function strapLine(side: 1 | -1, lift: number, end: number): Curve<Vector3> {
  const points: Vector3[] = [new Vector3(0, side * 0.0204, WRIST.height / 2 + 0.0024)]
  const [a, b] = [WRIST.width / 2 + THICK / 2, WRIST.height / 2 + THICK / 2]
  const steps = 16
  for (let k = 0; k <= steps; k++) {
    const angle = 1.1 + ((end - 1.1) * k) / steps
    // The long piece leaves the wrist where the short one comes up under it.
    const out = lift * Math.min(1, Math.max(0, (angle - 2.2) / 0.7))
    points.push(new Vector3(0, side * (a + out) * Math.sin(angle), (b + out) * Math.cos(angle)))
  }
  const curve = new CatmullRomCurve3(points, false, 'centripetal')
  curve.arcLengthDivisions = 400
  return curve
}

/** Field watch, 38 mm: a turned case, printed dial under a domed crystal, a stitched strap closed round the wrist by a pin buckle. */
export default function fieldWatch(): ProductSource<'case' | 'strap' | 'dial' | 'crystal'> {
  const metal = new Mesh()
  const strap = new Mesh()
  const dial = new Mesh()
  const lay = (mesh: Mesh, field: number, matrix = place([0, 0, 0])) =>
    dial.append(finished(mesh, field), matrix)

  metal.append(
    turned(
      [
        [0, 0],
        [0.0142, 0, 0.0004],
        [0.0148, 0.0007, 0.0003],
        [0.0172, 0.0012, 0.0006],
        [RADIUS, 0.003, 0.0006],
        [RADIUS, 0.0062, 0.0005],
        [0.0181, 0.007, 0.0002],
        [0.0179, 0.0074, 0.0002],
        [0.0171, 0.0092, 0.0004],
        [0.0163, 0.0092, 0.0002],
        [0.0161, 0.0085],
      ],
      72,
      { arc: 2, crease: 35 },
    ),
    onWrist,
  )
  metal.append(lugs(RADIUS, 0.0198, 0.0228, 0.0031))
  metal.append(crown(0.0186, 0.0046, 0.0031))
  lay(
    turned(
      [
        [0.0162, 0.0086],
        [0.0161, 0.0086],
        [0.0152, DIAL],
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
  const shown = hands(
    TEN_PAST_TEN,
    DIAL,
    { length: 0.0092, width: 0.00165, tail: 0.0022 },
    { length: 0.0134, width: 0.0014, tail: 0.0026 },
  )
  lay(shown.hour, HAND)
  lay(shown.minute, HAND)
  lay(shown.cap, HAND)
  lay(shown.seconds, SECONDS)
  lay(shown.lume, LUME)

  const crystal = new Mesh().append(
    lathe(
      [
        [0.0163, 0.0088],
        [0.0162, 0.0096],
        [0.0156, 0.0099],
        [0.011, 0.0104],
        [0.0055, 0.0107],
        [0, 0.0108],
      ].map(([x = 0, y = 0]) => new Vector2(x, y)),
      56,
      0,
      50,
    ),
    onWrist,
  )

  const short = strapLine(1, 0, 3.02)
  const long = strapLine(-1, THICK + 0.0003, 4.25)
  for (const [line, tip] of [
    [short, false],
    [long, true],
  ] as const) {
    strap.append(
      bar(line, {
        section: (t) => {
          const width = 0.0196 - 0.0022 * Math.min(1, t * 1.6)
          const point = tip && t > 0.965 ? Math.sqrt(Math.max(0.05, 1 - ((t - 0.965) / 0.035) ** 2)) : 1
          return {
            width: THICK + 0.0012 * Math.exp(-((t / 0.16) ** 2)),
            height: width * point,
            radius: 0.0009,
          }
        },
        up: ALONG,
        rings: tip ? 64 : 48,
        corner: 2,
        ends: 0.0007,
      }),
    )
    lay(stitches(line, tip ? 0.95 : 0.9, tip ? 0.4 : 1), THREAD)
  }
  // Two keepers hold the long end; the buckle is where both pieces meet.
  const loop = (t: number, width: number, size: number) => {
    const at = long.getPointAt(t)
    const way = long.getTangentAt(t)
    const turn = (Math.atan2(way.z, way.y) * 180) / Math.PI
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([x = 0, z = 0]) => new Vector3(x * 0.0097, 0, z * size + 0.0013))
    const ring = new CatmullRomCurve3(corners, true, 'catmullrom', 0.12)
    ring.arcLengthDivisions = 200
    return new Mesh().append(
      bar(ring, {
        section: () => ({ width: 0.0012, height: width, radius: 0.0004 }),
        up: new Vector3(0, 1, 0),
        rings: 32,
        corner: 1,
        ends: 0,
        endRings: 0,
        caps: false,
      }),
      place([at.x, at.y, at.z], [turn, 0, 0]),
    )
  }
  strap.append(loop(0.83, 0.0045, 0.0031))
  strap.append(loop(0.91, 0.0045, 0.0031))
  metal.append(buckle(long, 0.675))

  // Calf for watches is finer-grained than what bags are made of.
  strap.mapTexture((_p, u, v) => [u * 2.4, v * 2.4])
  const all = [metal, strap, dial]
  bakeOcclusion(all, { reach: 0.012, rays: 32, strength: 0.85 })
  const glass = { ...sheetGlass, name: 'Sapphire, domed', ior: 1.77 }
  return {
    sku: 'field-watch',
    parts: { case: metal, strap, dial, crystal },
    wear: {
      kind: 'watch',
      innerWidth: WRIST.width,
      innerHeight: WRIST.height,
      axis: [1, 0, 0],
      dial: [0, 0, 1],
      caseDiameter: RADIUS * 2,
    },
    looks: [
      {
        name: 'sand',
        surfaces: {
          case: satinSteel(),
          strap: leather('Leather, tan', '#7f5233', { roughness: 0.8, grain: 0.6 }),
          dial: face(
            'sand',
            { ground: '#ece4d2', print: '#2a2622', accent: '#a4492c', roughness: 0.6 },
            '#2f2c29',
            '#e6dcc4',
          ),
          crystal: glass,
        },
      },
      {
        name: 'ink',
        surfaces: {
          case: satinSteel(),
          strap: leather('Leather, chestnut', '#5b3423', { roughness: 0.8, grain: 0.6 }),
          dial: face(
            'ink',
            { ground: '#27313b', print: '#e8e0cf', accent: '#d08a4a', roughness: 0.5 },
            '#d8d5cf',
            '#d9c9a4',
          ),
          crystal: glass,
        },
      },
      {
        name: 'black',
        surfaces: {
          case: darkSteel(),
          strap: leather('Leather, black', '#26231f', { roughness: 0.75, grain: 0.6 }),
          dial: face(
            'black',
            { ground: '#1d1c1b', print: '#d9c9a4', accent: '#a4492c', roughness: 0.6 },
            '#cfcac0',
            '#3a362f',
          ),
          crystal: glass,
        },
      },
    ],
  }
}

/** Saddle stitches along both edges of a strap, 2.4 mm each, laid into its upper side. */
function stitches(line: Curve<Vector3>, until: number, from: number): Mesh {
  const mesh = new Mesh()
  const length = line.getLength()
  const count = Math.floor((length * until - 0.006) / 0.0034)
  for (let k = 0; k < count; k++) {
    const s = 0.006 + k * 0.0034
    const t = s / length
    const [a, b] = [line.getPointAt(t), line.getPointAt((s + 0.0023) / length)]
    const way = b.clone().sub(a).normalize()
    const out = new Vector3().crossVectors(way, ALONG).normalize()
    if (out.dot(a) < 0) out.negate()
    const high = (THICK + 0.0012 * Math.exp(-((t / 0.16) ** 2))) / 2 + 0.00006
    for (const side of [-1, 1]) {
      const x = side * ((0.0196 - 0.0022 * Math.min(1, t * 1.6)) / 2 - 0.0018)
      const [p, q] = [a, b].map((end) => end.clone().addScaledVector(out, high).setX(x)) as [Vector3, Vector3]
      mesh.append(stitch(p, q, 0.00052))
    }
    if (from < 1 && t > from + 0.55) break
  }
  return mesh
}

/** A pin buckle across the strap at a share of its way. */
function buckle(line: Curve<Vector3>, t: number): Mesh {
  const at = line.getPointAt(t)
  const way = line.getTangentAt(t)
  const turn = (Math.atan2(way.z, way.y) * 180) / Math.PI
  const frame = [
    [-0.0102, -0.0055, 0.0002],
    [0.0102, -0.0055, 0.0002],
    [0.0102, 0.0055, -0.0024],
    [-0.0102, 0.0055, -0.0024],
  ].map(([x, y, z]) => new Vector3(x, y, z))
  const curve = new CatmullRomCurve3(frame, true, 'catmullrom', 0.15)
  curve.arcLengthDivisions = 200
  const mesh = bar(curve, {
    section: () => ({ width: 0.002, height: 0.0022, radius: 0.0008 }),
    up: new Vector3(0, 0, 1),
    rings: 44,
    corner: 2,
    ends: 0,
    endRings: 0,
    caps: false,
  })
  mesh.append(
    bar(path([0, -0.0052, -0.0008], [0, 0, -0.0017], [0, 0.0064, -0.0034]), {
      section: () => ({ width: 0.0018, height: 0.0011, radius: 0.0004 }),
      up: new Vector3(0, 0, 1),
      rings: 8,
      corner: 2,
      ends: 0.0004,
    }),
  )
  return new Mesh().append(mesh, place([at.x, at.y, at.z], [turn, 0, 0]))
}

/** Dial, hands, lume and thread of one look. */
function face(look: string, inks: DialInks, hand: string, thread: string): Surface {
  const card = finishCard(
    `field-${look}`,
    [
      { colour: hand, roughness: 0.35, metallic: 0.4 },
      { colour: inks.accent, roughness: 0.4 },
      { colour: '#e2dfc4', roughness: 0.6 },
      { colour: thread, roughness: 0.85 },
      { colour: inks.ground, roughness: 0.5 },
    ],
    { size: 1024, print: fieldDial(inks) },
  )
  return {
    name: `Dial, ${look}`,
    metallic: 1,
    roughness: 1,
    base: { image: card.base, tile: [1, 1] },
    packed: { image: card.packed, tile: [1, 1] },
  }
}
