import { CatmullRomCurve3, Matrix4, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { canvas } from '../materials/cloth'
import { leather } from '../materials/leather'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lacing } from '../shape/lacing'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { cloth, lineOn, overlay, type Sheet, type Spot, spot } from '../shape/sheet'
import { STATION_COUNT, soleEdge, toeSpring, upper } from '../shape/shoe-last'
import { smoothNormals } from '../shape/smooth-normals'
import { stitches } from '../shape/stitches'
import { strap } from '../shape/strap'
import { linear } from '../texture/image'

type Part = 'upper' | 'accent' | 'sole' | 'cotton' | 'lining' | 'holes'

const ROUND = 96
const EYELETS = 6
/** A place round the shoe by station. */
const station = (k: number) => k / STATION_COUNT
/** Which way a side runs from the heel's middle: the inner side forwards, the outer backwards. */
const SIDES = [1, -1] as const
const lerp = (a: number, b: number, t: number) => a + (b - a) * t

/** Sneakers, a pair, 0.21 × 0.11 × 0.30 m: cupsole, sewn uppers, real laces. One shoe is built, the other is its mirror. */
export default function sneakers(): ProductSource<Part> {
  const shoe = leftShoe()
  const place = new Matrix4().makeTranslation(0.0487, 0, 0).multiply(new Matrix4().makeRotationY(0.045))
  const mirror = new Matrix4().makeScale(-1, 1, 1).multiply(place)
  const parts = Object.fromEntries(
    Object.entries(shoe).map(([name, mesh]) => [
      name,
      new Mesh().append(mesh, place).append(mesh, mirror, [0.043, 0.027]),
    ]),
  ) as Record<Part, Mesh>
  const all = Object.values(parts)
  drawToSize(all, { width: 0.21, height: 0.11, depth: 0.3 })
  const { upper: hide, accent, sole, cotton, lining, holes } = parts
  const shade = { reach: 0.045, rays: 32, strength: 0.75 }
  // Pieces that lie on each other would blot each other: the upper is shaded by what is not of it.
  bakeOcclusion([hide, accent], shade, [cotton, lining, sole])
  bakeOcclusion([sole, lining, cotton], shade, [hide, sole, lining, cotton])
  holes.occlusion.push(...Array.from({ length: holes.vertexCount }, () => 1))

  const rubber = (name: string, colour: string): Surface => ({
    name: `Rubber, ${name}`,
    colour: linear(colour),
    roughness: 0.62,
  })
  const look = (
    name: string,
    { body, tab, sole, lace, inside }: Record<'body' | 'tab' | 'sole' | 'lace' | 'inside', string>,
  ) => ({
    name,
    surfaces: {
      upper: leather(`Calf, ${name}`, body, { roughness: 0.52, grain: 0.6, fineness: 0.6, even: true }),
      accent: leather(`Heel tab, ${name}`, tab, { roughness: 0.74, grain: 0.6, fineness: 0.8 }),
      sole: rubber(name, sole),
      cotton: canvas(`Laces, ${name}`, lace),
      lining: canvas(`Lining, ${name}`, inside),
      holes: { name: 'Perforations', colour: linear('#1b1a19'), roughness: 1 },
    } satisfies Record<Part, Surface>,
  })
  return {
    sku: 'sneakers',
    parts,
    looks: [
      look('chalk-sage', {
        body: '#dfd9cc',
        tab: '#737d6a',
        sole: '#e3dccd',
        lace: '#e6e0d3',
        inside: '#cfc8b8',
      }),
      look('clay', { body: '#a8745a', tab: '#5f3a2c', sole: '#ded5c3', lace: '#d9cdb8', inside: '#c8b79d' }),
      look('ink', { body: '#2a2f36', tab: '#22252a', sole: '#e4dfd3', lace: '#33383f', inside: '#7f8386' }),
    ],
  }
}

function leftShoe(): Record<Part, Mesh> {
  const last = upper()
  const parts: Record<Part, Mesh> = {
    upper: new Mesh(),
    accent: new Mesh(),
    sole: new Mesh(),
    cotton: new Mesh(),
    lining: new Mesh(),
    holes: new Mesh(),
  }
  parts.upper.append(cloth(last, ROUND, 14))
  quarters(last, parts)
  heel(last, parts)
  perforations(last, parts.holes)
  collarAndLining(last, parts)
  tongue(parts)
  laces(last, parts)
  cupsole(parts)
  return parts
}

/** The quarters: the sides, laid over the vamp and sewn twice along their front; the facings for the eyelets on top of them. */
function quarters(last: Sheet, { upper: hide, cotton }: Record<Part, Mesh>): void {
  const seam = { pitch: 0.003, thread: 0.00066 }
  for (const side of SIDES) {
    const front = (t: number) => side * station(6.3 + 2.1 * t ** 1.6 + 0.5 * Math.sin(Math.PI * t))
    const back = side * station(0.02)
    const order = (a: number) => (side === 1 ? a : 1 - a)
    hide.append(
      overlay(last, (a, b) => [lerp(back, front(b), order(a)), b], {
        columns: 34,
        rows: 9,
        thickness: 0.0013,
        edge: 0.012,
      }),
    )
    for (const inset of [0.0026, 0.005]) {
      const line = Array.from({ length: 14 }, (_, k) => {
        const t = 0.12 + (k / 13) * 0.85
        return [front(t) - (side * inset) / 0.62, t] as const
      })
      cotton.append(stitches(lineOn(last, line, 0.0013, 4), seam))
    }
    const low = (k: number) => 0.7 - 0.05 * Math.sin(((k - 4.6) / 4) * Math.PI)
    hide.append(
      overlay(
        last,
        (a, b) => {
          const k = lerp(4.55, 8.4, order(a))
          return [side * station(k), lerp(low(k) + (k < 5 ? (5 - k) * 0.5 : 0), 1, b)]
        },
        { columns: 20, rows: 4, thickness: 0.0025, edge: 0.035 },
      ),
    )
    const trim = Array.from({ length: 24 }, (_, k) => {
      const at = lerp(5.05, 8.3, k / 23)
      return [side * station(at), low(at) + 0.055] as const
    })
    cotton.append(stitches(lineOn(last, trim, 0.0025, 3), seam))
    const collar = Array.from(
      { length: 24 },
      (_, k) => [side * station(lerp(1.3, 4.5, k / 23)), 0.79] as const,
    )
    cotton.append(stitches(lineOn(last, collar, 0.0013, 3), seam))
  }
}

/** The heel tab in the second leather, and the strip that covers the seam below it. */
function heel(last: Sheet, { accent, upper: hide, cotton }: Record<Part, Mesh>): void {
  const half = (t: number) => station(0.72 + 0.5 * ((t - 0.5) / 0.5) ** 1.3)
  accent.append(
    overlay(
      last,
      (a, b) => {
        const t = lerp(0.5, 1, b)
        return [lerp(-half(t), half(t), a), t]
      },
      { columns: 14, rows: 8, thickness: 0.0026, edge: 0.05 },
    ),
  )
  hide.append(
    overlay(last, (a, b) => [lerp(-0.016, 0.016, a), lerp(0, 0.52, b)], {
      columns: 4,
      rows: 5,
      thickness: 0.0024,
      edge: 0.08,
    }),
  )
  const line: (readonly [number, number])[] = []
  for (let k = 0; k <= 8; k++) {
    const t = 0.97 - (k / 8) * 0.435
    line.push([-half(t) + 0.004, t])
  }
  for (let k = 1; k <= 8; k++) {
    const t = 0.535 + (k / 8) * 0.435
    line.push([half(t) - 0.004, t])
  }
  cotton.append(stitches(lineOn(last, line, 0.0026, 4), { pitch: 0.003, thread: 0.00062 }))
}

/** Rows of punched holes over the toes, each following the throat. */
function perforations(last: Sheet, holes: Mesh): void {
  for (const [row, t] of [0.49, 0.58, 0.67, 0.76].entries()) {
    const count = 13 - row * 2
    for (let k = 0; k < count; k++) {
      const s = station(10 + ((k - (count - 1) / 2) / 12) * (3.1 + row * 0.55))
      disc(holes, spot(last, s, t, 0.00018), 0.0008)
    }
  }
}

/** A dark round: a hole too small to be one. */
function disc(mesh: Mesh, { point, normal }: Spot, radius: number): void {
  const side = new Vector3(1, 0, 0).cross(normal).normalize()
  const other = new Vector3().crossVectors(normal, side)
  mesh.append(
    smoothNormals(
      new Mesh().grid(10, 1, (i, j) => {
        const angle = (i / 10) * Math.PI * 2
        const p = point
          .clone()
          .addScaledVector(side, Math.cos(angle) * radius * (1 - j))
          .addScaledVector(other, Math.sin(angle) * radius * (1 - j))
        return { x: p.x, y: p.y, z: p.z, u: 0, v: 0 }
      }),
    ),
  )
}

function collarAndLining(last: Sheet, { upper: hide, lining }: Record<Part, Mesh>): void {
  const edge = (s: number, inwards: number, down: number) => {
    const { point, normal } = spot(last, s, 0.985)
    return point
      .addScaledVector(new Vector3(normal.x, 0, normal.z).normalize(), -inwards)
      .setY(point.y - down)
  }
  // Folded edge all round.
  const rim = new CatmullRomCurve3(
    Array.from({ length: 60 }, (_, k) => edge(k / 60, 0.0008, -0.0004)),
    true,
    'centripetal',
  )
  hide.append(
    bar(rim, { section: () => round(0.0042), rings: 120, corner: 1, ends: 0, endRings: 0, caps: false }),
  )
  // The padded collar: from one facing round the heel to the other.
  const pad = Array.from({ length: 41 }, (_, k) => {
    const s = lerp(station(-4.7), station(4.7), k / 40)
    const full = Math.sin((Math.PI * k) / 40) ** 0.4
    return edge(s, 0.002 + 0.0042 * full, 0.0016 + 0.0005 * full)
  })
  lining.append(
    bar(path(...pad.map((p) => [p.x, p.y, p.z] as const)), {
      section: (t) => {
        const full = Math.sin(Math.PI * Math.min(0.97, Math.max(0.03, t))) ** 0.35
        return { width: 0.0125 * full, height: 0.017 * full, radius: 0.0062 * full }
      },
      rings: 64,
      corner: 4,
      ends: 0.002,
    }),
  )
  lining.append(cloth({ at: (s, t) => spot(last, 1 - s, t, -0.0042).point, uv: last.uv }, 72, 8))
  lining.append(
    smoothNormals(
      new Mesh().grid(72, 6, (i, j) => {
        const { x, z } = soleEdge(i / 72, -0.007)
        const share = j / 6
        const cup = 0.004 * (1 - share) ** 3
        return {
          x: x * (1 - share),
          y: 0.025 + cup + toeSpring(z),
          z: z * (1 - share),
          u: x * (1 - share),
          v: z * (1 - share),
        }
      }),
    ),
  )
}

function tongue({ upper: hide, accent, cotton }: Record<Part, Mesh>): void {
  const run = path(
    [0, 0.0455, 0.094],
    [0, 0.0535, 0.076],
    [0.0003, 0.063, 0.056],
    [0.0005, 0.0745, 0.034],
    [0.0008, 0.0865, 0.0125],
    [0.0012, 0.0985, -0.003],
    [0.0015, 0.1085, -0.0085],
  )
  const width = (t: number) => 0.026 + 0.032 * t - 0.006 * Math.max(0, (t - 0.88) / 0.12) ** 2
  const arch = (p: Vector3) => p.setY(p.y - 6.5 * p.x * p.x)
  const piece = strap(run, {
    width,
    thickness: 0.0075,
    across: new Vector3(1, 0, 0),
    rings: 26,
    tips: ['square', 'square'],
    corner: 3,
  })
  // Strips have vertices at their edges only; a second grid gives the middle its arch.
  hide.append(smoothNormals(piece.deform(arch), 80))
  const face: Sheet = {
    at: (a, b) => {
      const p = run.getPointAt(Math.min(1, Math.max(0, b)))
      const tangent = run.getTangentAt(Math.min(1, Math.max(0, b)))
      const up = new Vector3(1, 0, 0).cross(tangent).negate()
      if (up.y < 0) up.negate()
      const x = (a - 0.5) * (width(b) - 0.006)
      return arch(p.addScaledVector(up, 0.0031 + 0.0022 * (1 - (2 * a - 1) ** 2)).setX(p.x + x))
    },
    uv: (a, b) => [a * 0.05, -b * 0.13],
  }
  const facing: Sheet = { at: (a, b) => face.at(1 - a, b), uv: face.uv }
  const outside = spot(facing, 0.5, 0.5).normal.y > 0 ? facing : face
  hide.append(cloth(outside, 12, 26))
  accent.append(
    overlay(outside, (a, b) => [lerp(0.24, 0.76, a), lerp(0.85, 0.965, b)], {
      columns: 6,
      rows: 4,
      thickness: 0.001,
      edge: 0.06,
    }),
  )
  const label: (readonly [number, number])[] = [
    [0.27, 0.857],
    [0.27, 0.958],
    [0.73, 0.958],
    [0.73, 0.857],
    [0.27, 0.857],
  ]
  cotton.append(stitches(lineOn(outside, label, 0.001, 8), { pitch: 0.0024, thread: 0.0006 }))
}

function laces(last: Sheet, { cotton, holes }: Record<Part, Mesh>): void {
  const eyelet = (side: 1 | -1, k: number) => {
    const at = lerp(8.05, 5.0, k / (EYELETS - 1))
    return spot(last, side * station(at), 0.885, 0.0025)
  }
  const pairs = Array.from({ length: EYELETS }, (_, k) => {
    const [inner, outer] = [eyelet(1, k), eyelet(-1, k)]
    for (const { point, normal } of [inner, outer])
      disc(holes, { point: point.clone().addScaledVector(normal, 0.0002), normal }, 0.0017)
    return { inner: inner.point, outer: outer.point }
  })
  const first = pairs[0]
  const top = pairs[EYELETS - 1]
  if (!first || !top) return
  const slope = top.inner.clone().sub(first.inner).setX(0).normalize()
  cotton.append(lacing(pairs, slope))
}

/** Cupsole: a moulded wall round the upper, a foxing line below, sewn through the wall above it. */
function cupsole({ sole, cotton }: Record<Part, Mesh>): void {
  const profile: readonly (readonly [number, number])[] = [
    [-0.006, 0.0008],
    [-0.002, 0],
    [0.0026, 0],
    [0.004, 0.0006],
    [0.0046, 0.002],
    [0.005, 0.0088],
    [0.0043, 0.0092],
    [0.0043, 0.0101],
    [0.0051, 0.0105],
    [0.0054, 0.018],
    [0.0047, 0.0185],
    [0.0047, 0.0216],
    [0.0055, 0.0221],
    [0.0056, 0.0262],
    [0.0051, 0.0275],
    [0.0038, 0.0281],
    [0.0012, 0.0275],
    [-0.004, 0.026],
  ]
  const lift = (p: Vector3, y: number) =>
    y * 0.87 * (1 + 0.1 * Math.max(0, (-p.z - 0.02) / 0.13)) + toeSpring(p.z)
  const run = [0]
  profile.forEach(([out, y], k) => {
    const before = profile[k - 1]
    if (before) run.push((run[k - 1] ?? 0) + Math.hypot(out - before[0], y - before[1]))
  })
  const columns = 112
  // Walked backwards round, so that the outside lies outside.
  sole.append(
    smoothNormals(
      new Mesh().grid(columns, profile.length - 1, (i, j) => {
        const [out, y] = profile[j] ?? [0, 0]
        const p = soleEdge(i / columns, out)
        return { x: p.x, y: lift(p, y), z: p.z, u: (i / columns) * 0.62, v: run[j] ?? 0 }
      }),
      48,
    ),
  )
  sole.append(
    smoothNormals(
      new Mesh().grid(columns, 5, (i, j) => {
        const p = soleEdge(i / columns, -0.006)
        const share = j / 5
        return {
          x: p.x * share,
          y: 0.0008 + toeSpring(p.z * share),
          z: p.z * share,
          u: p.x * share,
          v: p.z * share,
        }
      }),
    ),
  )
  const line = Array.from({ length: 260 }, (_, k): Spot => {
    const s = k / 259
    const point = soleEdge(s, 0.0047)
    const normal = soleEdge(s, 0.02).sub(point).normalize()
    return { point: point.setY(lift(point, 0.02)), normal }
  })
  cotton.append(stitches(line, { pitch: 0.0062, thread: 0.0011, cover: 0.8 }))
}
