import { CatmullRomCurve3, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { path } from '../shape/bar'
import { HEAD, headRing, measureRing } from '../shape/head-ring'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { cloth, type Sheet, spot } from '../shape/sheet'
import { smoothNormals } from '../shape/smooth-normals'
import { strap } from '../shape/strap'
import { FELT_TILE, felt } from '../texture/felt'
import { GROSGRAIN_TILE, grosgrain } from '../texture/grosgrain'
import { linear } from '../texture/image'
import { fractalNoise, smoothstep } from '../texture/noise'

type Part = 'felt' | 'ribbon' | 'lining' | 'band'

const CROWN = 0.118
const FELT = 0.0024
/** Felt and sweatband over the head's ring. */
const WALL = 0.0042
const RIBBON = { height: 0.034, low: 0.0035 } as const
const AROUND = 88

/** The crown as it was blocked: round, pinched at the front by two fingers, a teardrop pressed into its top. */
function crown(): Sheet {
  const hand = fractalNoise(3901, 5, 4, 2)
  return {
    at: (s, t) => {
      const angle = s * Math.PI * 2
      // Rows crowd towards the tip, which the block draws in quickly.
      const climb = 1 - (1 - Math.min(1, Math.max(0, t))) ** 1.6
      // Sides first, then the shoulder, then the tip.
      const turn = Math.min(1, climb / 0.995)
      const reach = (1 - turn ** 4.2) ** 0.62 * (1 - 0.11 * Math.min(1, turn * 1.1)) * (1 - 0.02 * turn)
      const rise = Math.sin((Math.min(1, turn * 1.06) * Math.PI) / 2) ** 0.92
      const taper = reach
      const p = headRing(angle, WALL)
      const x = p.x * taper
      const z = p.z * taper * (1 - 0.05 * climb)
      const front = Math.cos(angle)
      const point = new Vector3(x, CROWN * rise, z)
      // Higher in front, sloping down to the back.
      point.y += (0.008 * (z / HEAD.along) - 0.004) * smoothstep(0.3, 0.9, climb)
      const across = x / (0.03 + 0.014 * smoothstep(0.06, -0.06, z))
      const along = (z + 0.012) / (z > -0.012 ? 0.074 : 0.056)
      const tear = Math.max(0, 1 - across * across - along * along)
      point.y -= 0.03 * smoothstep(0, 0.85, tear) * smoothstep(0.45, 0.75, climb)
      for (const side of [-1, 1]) {
        const off = Math.atan2(Math.sin(angle - side * 0.62), Math.cos(angle - side * 0.62))
        const dent = Math.exp(-((off / 0.3) ** 2)) * Math.exp(-(((climb - 0.6) / 0.22) ** 2))
        point.x -= side * 0.021 * dent
        point.z -= 0.005 * dent
        point.y -= 0.003 * dent
      }
      const give = hand(s, climb * 0.6) * 0.0014 * smoothstep(0.05, 0.4, climb) * smoothstep(1, 0.85, climb)
      point.x += Math.sin(angle) * give
      point.z += front * give
      return point
    },
    // Felt has no direction: laid out from the tip, so that nothing converges there.
    uv: (s, t) => [Math.sin(s * Math.PI * 2) * 0.125 * (1 - t), Math.cos(s * Math.PI * 2) * 0.125 * (1 - t)],
  }
}

/** The brim: s round it, t from the crown to the edge; down in front, up behind, no two sides alike. */
function brimPoint(s: number, t: number): Vector3 {
  const angle = s * Math.PI * 2
  const front = Math.cos(angle)
  const side = Math.sin(angle)
  const wide = 0.066 + 0.004 * front
  const p = headRing(angle, WALL - 0.0005 + wide * t)
  const snap =
    -0.017 * Math.max(0, front) ** 1.5 +
    0.021 * Math.max(0, -front) ** 1.6 +
    0.0125 * Math.abs(side) ** 2.2 +
    0.0022 * Math.sin(angle * 3 + 0.7) +
    0.002 * side
  p.y = snap * t ** 1.45 + 0.0035 * (1 - t) ** 5 - 0.003 * t * (1 - t)
  return p
}

/** Felt hat: a wide-brimmed fedora of wool felt, grosgrain ribbon with a flat bow on the left. Worn at the origin's ring. */
export default function feltHat(): ProductSource<Part> {
  const dome = crown()
  const parts: Record<Part, Mesh> = {
    felt: new Mesh(),
    ribbon: new Mesh(),
    lining: new Mesh(),
    band: new Mesh(),
  }
  const { felt: body, ribbon, lining, band } = parts
  body.append(cloth(dome, AROUND, 40, 180))
  const rows = [
    ...[1, 0.985].map((t) => ({ t, half: t === 1 ? 0.3 : 1 })),
    ...[0.93, 0.84, 0.74, 0.62, 0.5, 0.38, 0.26, 0.14, 0.05, 0].map((t) => ({ t, half: 1 })),
  ]
  const around = [
    ...rows
      .slice()
      .reverse()
      .map((r) => ({ ...r, face: -1 })),
    ...rows.map((r) => ({ ...r, face: 1 })),
  ]
  body.append(
    smoothNormals(
      new Mesh().grid(AROUND + 8, around.length - 1, (i, j) => {
        const { t, half, face } = around[j] ?? { t: 0, half: 0, face: 1 }
        const s = (i % (AROUND + 8)) / (AROUND + 8)
        const p = brimPoint(s, t)
        return {
          x: p.x,
          y: p.y + face * half * (FELT / 2),
          z: p.z,
          u: (i / (AROUND + 8)) * 0.78,
          v: 0.3 + t * 0.066 * -face,
        }
      }),
      80,
    ),
  )
  lining.append(
    cloth({ at: (s, t) => spot(dome, 1 - s, 0.12 + t * 0.87, -FELT).point, uv: dome.uv }, 60, 20, 180),
  )
  const count = 72
  band.append(
    smoothNormals(
      new Mesh().grid(count, 4, (i, j) => {
        const t = j / 4
        const p = headRing(-((i % count) / count) * Math.PI * 2, 0.0003 * j - 0.0004 * Math.sin(Math.PI * t))
        return { x: p.x, y: -0.0008 + t * 0.036, z: p.z, u: (i / count) * 0.57, v: -t * 0.036 }
      }),
    ),
  )
  const circumference = measureRing(band, 0, count)
  band.append(
    smoothNormals(
      new Mesh().grid(count, 2, (i, j) => {
        const p = headRing(((i % count) / count) * Math.PI * 2, 0.0046 - j * 0.0023)
        return {
          x: p.x,
          y: -0.0008 - (j === 1 ? 0.0006 : 0) + (j === 0 ? 0.001 : 0),
          z: p.z,
          u: (i / count) * 0.57,
          v: j * 0.003,
        }
      }),
    ),
  )
  ribbon.append(hatRibbon(dome)).append(bow(dome))

  bakeOcclusion([body, ribbon, lining, band], { reach: 0.08, rays: 32, strength: 0.8 })
  const wool = felt()
  const silk = grosgrain()
  const look = (name: string, dye: string, trim: string, inside: string) => {
    const [r, g, b] = linear(dye)
    const lift = (c: number) => Math.min(1, c / 0.68)
    return {
      name,
      surfaces: {
        felt: {
          name: `Wool felt, ${name}`,
          colour: [lift(r), lift(g), lift(b)],
          roughness: 1,
          base: { image: wool.colour, tile: FELT_TILE },
          normal: { image: wool.normal, tile: FELT_TILE },
          packed: { image: wool.surface, tile: FELT_TILE },
          sheen: { colour: [0.1 + r * 0.4, 0.1 + g * 0.4, 0.1 + b * 0.4], roughness: 0.5 },
        },
        ribbon: {
          name: `Grosgrain, ${name}`,
          colour: linear(trim),
          roughness: 1,
          normal: { image: silk.normal, tile: GROSGRAIN_TILE },
          packed: { image: silk.surface, tile: GROSGRAIN_TILE },
        },
        lining: {
          name: `Satin, ${name}`,
          colour: linear(inside),
          roughness: 0.42,
          sheen: { colour: [0.1, 0.1, 0.1], roughness: 0.3 },
        },
        band: { name: 'Sweatband, sheepskin', colour: linear('#6b4a36'), roughness: 0.6 },
      } satisfies Record<Part, Surface>,
    }
  }
  return {
    sku: 'felt-hat',
    parts,
    looks: [
      look('fawn', '#a58f74', '#4a3a2e', '#b9aa92'),
      look('moss', '#5a5f4c', '#2b2d27', '#8d8a74'),
      look('ink', '#292e35', '#17191c', '#5b616a'),
    ],
    wear: {
      kind: 'hat',
      circumference: Math.round(circumference * 1e4) / 1e4,
      fits: [0.565, 0.58],
      crownDepth: CROWN - 0.034,
      tilt: 0.12,
    },
  }
}

/** The share of the crown at which its side is this high, metres. */
function shareAt(dome: Sheet, s: number, height: number): number {
  let [low, high] = [0, 0.6]
  for (let k = 0; k < 24; k++) {
    const middle = (low + high) / 2
    if (dome.at(s, middle).y < height) low = middle
    else high = middle
  }
  return low
}

/** The ribbon round the crown: lies on the felt, its edges stand off a hair. */
function hatRibbon(dome: Sheet): Mesh {
  const heights = [0, 0, 0.03, 0.25, 0.5, 0.75, 0.97, 1, 1]
  const lifts = [0, 0.0011, 0.0013, 0.001, 0.0009, 0.001, 0.0014, 0.0012, -0.0004]
  return smoothNormals(
    new Mesh().grid(AROUND, heights.length - 1, (i, j) => {
      const s = (i % AROUND) / AROUND
      const t = shareAt(dome, s, RIBBON.low + (heights[j] ?? 0) * RIBBON.height)
      const { point } = spot(dome, s, t, lifts[j] ?? 0)
      return {
        x: point.x,
        y: point.y,
        z: point.z,
        u: (i / AROUND) * 0.54,
        v: -(heights[j] ?? 0) * RIBBON.height,
      }
    }),
    70,
  )
}

/** A flat tailored bow: two folded loops, a tail under each, a knot that pinches them. */
function bow(dome: Sheet): Mesh {
  const mesh = new Mesh()
  const middle = 0.25
  const height = RIBBON.low + RIBBON.height / 2
  const on = (along: number, lift: number, up = 0) => {
    const s = middle + along / 0.54
    return spot(dome, s, shareAt(dome, s, height + up), lift).point
  }
  const strip = (points: Vector3[], width: (t: number) => number, rings: number) =>
    mesh.append(
      strap(new CatmullRomCurve3(points, false, 'centripetal'), {
        width,
        thickness: 0.0009,
        across: new Vector3(0, 1, 0),
        rings,
      }).mapTexture((_p, u, v) => [v, u]),
    )
  const knotWaist = (t: number) =>
    0.032 - 0.009 * Math.exp(-((t / 0.13) ** 2)) - 0.009 * Math.exp(-(((1 - t) / 0.13) ** 2))
  for (const side of [-1, 1]) {
    const long = side === 1 ? 0.031 : 0.034
    strip(
      [on(side * 0.045, 0.0021, -0.001), on(side * 0.02, 0.0022), on(0, 0.0023)],
      (t) => 0.033 - 0.006 * t,
      6,
    )
    strip(
      [
        on(side * 0.001, 0.0034),
        on(side * 0.012, 0.0036),
        on(side * (long - 0.004), 0.0032),
        on(side * long, 0.005),
        on(side * (long - 0.004), 0.0078),
        on(side * 0.014, 0.0082),
        on(side * 0.001, 0.0052),
      ],
      knotWaist,
      20,
    )
  }
  const knot = [-1, -0.75, -0.4, 0, 0.4, 0.75, 1].map((k) => {
    const p = on(0.0008 * k, 0.0034 + 0.0062 * (1 - k * k) ** 0.5, 0)
    return p.setY(p.y + k * 0.0165)
  })
  const tangent = on(0.01, 0).sub(on(-0.01, 0)).normalize()
  mesh.append(
    strap(path(...knot.map((p) => [p.x, p.y, p.z] as const)), {
      width: (t) => 0.0135 - 0.002 * Math.sin(Math.PI * t),
      thickness: 0.0011,
      across: tangent,
      rings: 12,
    }),
  )
  return mesh
}
