import { Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { brass } from '../materials/brushed-metal'
import { twill } from '../materials/cloth'
import { thread } from '../materials/thread'
import { bar, path, round } from '../shape/bar'
import { HEAD, headRing, measureRing } from '../shape/head-ring'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { lineOn, type Sheet, type Spot, spot } from '../shape/sheet'
import { smoothNormals } from '../shape/smooth-normals'
import { stitches } from '../shape/stitches'
import { strap } from '../shape/strap'
import { fractalNoise, smoothstep } from '../texture/noise'

type Part = 'cloth' | 'band' | 'seams' | 'metal'

const PANELS = 6
const CROWN = 0.114
/** The opening over the strap: half its angle at the band, and how high it reaches as a share of the crown. */
const OPENING = { half: 0.42, high: 0.3 } as const
/** Cloth over the head's ring: sweatband and buckram. */
const WALL = 0.0045

/** The crown from the band (or the opening's edge) to the button. */
function crown(): Sheet {
  const soft = fractalNoise(3501, 7, 4, 2)
  return {
    at: (s, t) => {
      const angle = s * Math.PI * 2
      const behind = Math.abs(s - Math.floor(s) - 0.5) * Math.PI * 2
      const low =
        behind < OPENING.half ? OPENING.high * Math.sqrt(Math.max(0, 1 - (behind / OPENING.half) ** 2)) : 0
      const climb = Math.min(1, Math.max(0, low + (1 - low) * t))
      const turn = climb * (Math.PI / 2)
      // Buckram holds the front two panels upright; the back is soft and falls round the head.
      const front = smoothstep(-0.2, 0.9, Math.cos(angle))
      const reach = Math.cos(turn) ** (0.86 - 0.22 * front)
      const rise = Math.sin(turn) ** (1.04 - 0.12 * front)
      const panel = s * PANELS - Math.floor(s * PANELS)
      const seam = Math.min(panel, 1 - panel)
      const full =
        0.0034 * Math.sin(Math.PI * panel) * Math.sin(turn) - 0.0013 * Math.exp(-((seam / 0.03) ** 2))
      const give = soft(s, climb * 0.5) * 0.0022 * (1 - front * 0.7) * Math.sin(climb * Math.PI)
      const p = headRing(
        angle,
        WALL + 0.0015 + 0.006 * Math.sin(Math.PI * Math.min(1, climb * 1.3)) * (1 - climb),
      )
      return new Vector3(
        p.x * reach + Math.sin(angle) * (full + give),
        CROWN * rise + (full + give) * Math.sin(turn),
        p.z * reach + Math.cos(angle) * (full + give) - 0.006 * climb ** 2,
      )
    },
    uv: (s, t) => [s * 0.5, -t * 0.16],
  }
}

/** The brim's upper side: s from the wearer's right to the left, t from the edge to the crown. */
function brim(): Sheet {
  return {
    at: (s, t) => {
      const q = 1 - 2 * s
      const share = 1 - t
      const inner = headRing(-q * 1.3, WALL - 0.001)
      const ends = headRing(1.3, WALL)
      const arc = (q * Math.PI) / 2
      const outer = new Vector3(
        -(ends.x + 0.0045) * Math.sign(q) * Math.abs(Math.sin(arc)) ** 0.92,
        0,
        ends.z + (0.178 - ends.z) * Math.max(0, Math.cos(arc)) ** 0.62,
      )
      const seat = inner.clone()
      const p = inner.lerp(outer, share)
      const side = (p.x / 0.085) ** 2
      // Sewn along the band it cannot drop there; the curve comes in with the distance from it.
      const away = p.distanceTo(seat)
      p.y =
        0.0015 -
        0.013 * (away / 0.075) ** 0.8 -
        0.025 * side * smoothstep(-0.012, 0.05, away) * (away / (away + 0.012))
      p.y += 0.0008 * Math.sin(p.x * 60) * share
      return p
    },
    uv: (s, t) => [s * 0.25, -t * 0.075],
  }
}

/** Baseball cap: six twill panels, a curved brim sewn in rows, a strap with a buckle. Worn at the origin's ring. */
export default function baseballCap(): ProductSource<Part> {
  const dome = crown()
  const peak = brim()
  const parts: Record<Part, Mesh> = {
    cloth: new Mesh(),
    band: new Mesh(),
    seams: new Mesh(),
    metal: new Mesh(),
  }
  const { cloth, band, seams } = parts

  // Columns crowd at the seams, where the cloth turns.
  const columns = PANELS * 11
  const crowd = (i: number) => {
    const share = i / columns
    const panel = share * PANELS
    return (panel - (0.72 * Math.sin(panel * Math.PI * 2)) / (Math.PI * 2)) / PANELS
  }
  const rows = (inside: boolean) => (inside ? 9 : 17)
  const shell = (inside: boolean) =>
    smoothNormals(
      new Mesh().grid(columns, rows(inside), (i, j) => {
        const s = crowd(inside ? columns - i : i)
        const t = j / rows(inside)
        const { x, y, z } = inside ? spot(dome, s, Math.min(t, 0.985), -0.0016).point : dome.at(s, t)
        const [u, v] = dome.uv(s, t)
        return { x, y, z, u, v }
      }),
    )
  cloth.append(shell(false)).append(shell(true))
  cloth.append(
    lathe(
      [
        [0.0078, -0.001],
        [0.0078, 0.0012],
        [0.0066, 0.0034],
        [0.0042, 0.0046],
        [0, 0.005],
      ].map(([x, y]) => new Vector2(x, y)),
      20,
    ).deform((p) => p.set(p.x, p.y + CROWN, p.z - 0.006)),
  )
  cloth.append(brimBody(peak))

  // Edge of the opening and of the crown, bound.
  const edge = Array.from({ length: 97 }, (_, k) => spot(dome, k / 96, 0, -0.0004).point)
  cloth.append(
    bar(path(...edge.map((p) => [p.x, p.y, p.z] as const)), {
      section: () => round(0.0026),
      rings: 110,
      corner: 0,
      ends: 0,
      endRings: 0,
      caps: false,
    }),
  )
  for (let n = 0; n < PANELS; n++) {
    const from = n === 3 ? 0.06 : 0.03
    for (const side of [-0.0062, 0.0062]) {
      const line = Array.from({ length: 10 }, (_, k) => {
        const t = from + (k / 9) * (0.93 - from)
        // Two rows keep their distance while the panel narrows.
        return [n / PANELS + side / Math.max(0.2, Math.cos((t * Math.PI) / 2)), t] as const
      })
      seams.append(stitches(lineOn(dome, line, 0.0001, 4), { pitch: 0.0044, thread: 0.00075 }))
    }
    eyelet(seams, spot(dome, (n + 0.5) / PANELS, n === 2 || n === 3 ? 0.5 : 0.62, 0.0003))
  }
  for (const t of [0.93, 0.8, 0.67, 0.54, 0.41, 0.28, 0.1]) {
    const inset = 0.02 + (1 - t) * 0.05
    const row = Array.from({ length: 31 }, (_, k) => [inset + (k / 30) * (1 - 2 * inset), 1 - t] as const)
    seams.append(stitches(lineOn(peak, row, 0.0001, 3), { pitch: 0.0046, thread: 0.00075 }))
  }

  const count = 72
  band.append(
    smoothNormals(
      new Mesh().grid(count, 4, (i, j) => {
        const t = j / 4
        const p = headRing(
          -((i % count) / count) * Math.PI * 2,
          0.0011 * Math.sin(Math.PI * t) * -1 + 0.0022 * t * t,
        )
        return { x: p.x, y: -0.001 + t * 0.031, z: p.z, u: (i / count) * 0.57, v: -t * 0.031 }
      }),
    ),
  )
  const circumference = measureRing(band, 0, count)
  band.append(
    smoothNormals(
      new Mesh().grid(count, 2, (i, j) => {
        const p = headRing(((i % count) / count) * Math.PI * 2, 0.0052 - j * 0.0026)
        return { x: p.x, y: -0.001 - (j === 1 ? 0.0006 : 0), z: p.z, u: (i / count) * 0.57, v: j * 0.003 }
      }),
    ),
  )
  closure(parts)

  bakeOcclusion([cloth, band], { reach: 0.07, rays: 32, strength: 0.75 }, [cloth, band])
  const look = (name: string, dye: string, yarn: string, lining: string) => ({
    name,
    surfaces: {
      cloth: twill(`Cotton twill, ${name}`, dye),
      band: twill(`Sweatband, ${name}`, lining),
      seams: thread(`Thread, ${name}`, yarn),
      metal: brass(),
    } satisfies Record<Part, Surface>,
  })
  return {
    sku: 'baseball-cap',
    parts,
    looks: [
      look('sand', '#b9a483', '#d6c6a8', '#8f8672'),
      look('rust', '#814735', '#a5674f', '#a89c88'),
      look('ink', '#2b333c', '#4b5661', '#6d7276'),
    ],
    wear: {
      kind: 'hat',
      circumference: Math.round(circumference * 1e4) / 1e4,
      fits: [0.55, 0.6],
      crownDepth: CROWN - 0.002,
      tilt: 0.1,
    },
  }
}

/** The brim's board in its cloth: upper side, rolled edge, underside. */
function brimBody(peak: Sheet): Mesh {
  const thick = 0.0038
  const rows = [
    ...[1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12, 0.04].map((t) => ({ t, down: 0 })),
    { t: 0.008, down: thick * 0.1 },
    { t: 0, down: thick * 0.35 },
    { t: 0, down: thick * 0.7 },
    { t: 0.01, down: thick * 0.95 },
    ...[0.04, 0.2, 0.4, 0.6, 0.8, 1].map((t) => ({ t, down: thick })),
  ].reverse()
  return smoothNormals(
    new Mesh().grid(44, rows.length - 1, (i, j) => {
      const { t, down } = rows[j] ?? { t: 0, down: 0 }
      const s = i / 44
      const p = peak.at(s, t)
      // Board and cloth run out to nothing where the brim ends.
      const full = Math.min(1, Math.min(s, 1 - s) * 14)
      const [u, v] = peak.uv(s, t)
      return { x: p.x, y: p.y - down * full, z: p.z, u, v: v + down }
    }),
    80,
  )
}

/** An embroidered eyelet: a ring of satin stitch round its hole. */
function eyelet(seams: Mesh, { point, normal }: Spot): void {
  const side = new Vector3(0, 1, 0).cross(normal).normalize()
  const other = new Vector3().crossVectors(normal, side)
  const ring: readonly (readonly [number, number])[] = [
    [0.0034, -0.0004],
    [0.0031, 0.0006],
    [0.0023, 0.0007],
    [0.0016, -0.0003],
  ]
  seams.append(
    smoothNormals(
      new Mesh().grid(16, 3, (i, j) => {
        const [radius, up] = ring[j] ?? [0, 0]
        const angle = ((i % 16) / 16) * Math.PI * 2
        const p = point
          .clone()
          .addScaledVector(side, Math.cos(angle) * radius)
          .addScaledVector(other, Math.sin(angle) * radius)
          .addScaledVector(normal, up)
        return { x: p.x, y: p.y, z: p.z, u: 0, v: 0 }
      }),
      180,
    ),
  )
}

/** The strap over the opening: from the right, through a buckle, its end tucked under a keeper on the left. */
function closure({ cloth, metal, seams }: Record<Part, Mesh>): void {
  const run = (from: number, to: number, out: number) =>
    path(
      ...Array.from({ length: 9 }, (_, k) => {
        const p = headRing(Math.PI + from + ((to - from) * k) / 8, out)
        return [p.x, 0.0115, p.z] as const
      }),
    )
  const up = new Vector3(0, 1, 0)
  cloth.append(strap(run(-0.62, 0.34, 0.0062), { width: 0.0175, thickness: 0.0018, across: up, rings: 20 }))
  cloth.append(
    strap(run(0.02, 0.66, 0.0094), {
      width: 0.0175,
      thickness: 0.0018,
      across: up,
      rings: 14,
      tips: ['square', 'square'],
    }),
    undefined,
    [0.1, 0.05],
  )
  for (const y of [0.0042, 0.0188]) {
    const line = Array.from({ length: 20 }, (_, k): Spot => {
      const angle = Math.PI - 0.6 + (k / 19) * 0.55
      const normal = new Vector3(Math.sin(angle) / HEAD.across, 0, Math.cos(angle) / HEAD.along).normalize()
      return { point: headRing(angle, 0.0072).setY(y), normal }
    })
    seams.append(stitches(line, { pitch: 0.004, thread: 0.00075 }))
  }
  // Slider: a frame of flat wire with a bar.
  const centre = headRing(Math.PI + 0.03, 0.0094)
  const post = (dx: number, dy: number, ex: number, ey: number) =>
    metal.append(
      bar(
        path(
          [centre.x + dx, 0.0115 + dy, centre.z + 0.0002],
          [centre.x + ex, 0.0115 + ey, centre.z + 0.0002],
        ),
        {
          section: () => ({ width: 0.0026, height: 0.0026, radius: 0.0011 }),
          up: new Vector3(0, 0, 1),
          rings: 2,
          corner: 2,
          ends: 0.0006,
        },
      ),
    )
  post(-0.0085, -0.0112, 0.0085, -0.0112)
  post(-0.0085, 0.0112, 0.0085, 0.0112)
  for (const x of [-0.0085, 0.0085]) post(x, -0.0122, x, 0.0122)
}
