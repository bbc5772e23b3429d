import { Matrix4, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { brass } from '../materials/brushed-metal'
import { canvas } from '../materials/cloth'
import { leather } from '../materials/leather'
import { thread } from '../materials/thread'
import { bar, path } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { cloth, lineOn, type Sheet, type Spot, spot } from '../shape/sheet'
import { smoothNormals } from '../shape/smooth-normals'
import { stitches } from '../shape/stitches'
import { strap } from '../shape/strap'
import { fractalNoise, smoothstep } from '../texture/noise'

const HEIGHT = 0.318
/** Shares of the way round at which a panel ends: front, right gusset, back, left gusset. */
const CORNERS = [0, 0.36, 0.5, 0.86, 1] as const
const ROUND = 112
/** Where the handles meet the panels: share across a panel. */
const TABS = [0.27, 0.73] as const
const HIDE = 0.0028

/** The bag's outside: s round it from the front's left edge, t from the base to the rim. */
function body(): Sheet {
  const soft = fractalNoise(3101, 5, 3, 3)
  const lean = fractalNoise(3102, 3, 2, 2)
  const at = (around: number, height: number) => {
    const t = Math.max(0, height)
    const s = around - Math.floor(around)
    const side = CORNERS.findIndex((_, k) => s < (CORNERS[k + 1] ?? 2))
    const from = CORNERS[side] ?? 0
    const q = (s - from) / ((CORNERS[side + 1] ?? 1) - from)
    // The panels turn under at the base on a soft radius.
    const under = Math.max(0, 1 - t / 0.06)
    const inset = 0.013 * (1 - Math.sqrt(1 - under * under))
    const half =
      (0.304 + 0.058 * smoothstep(0, 1, t) + 0.01 * Math.sin(Math.PI * Math.min(1, t * 1.6))) / 2 - inset
    const deep = (0.104 - 0.004 * Math.sin(Math.PI * t)) / 2 - inset
    const settle = Math.exp(-(((t - 0.13) / 0.13) ** 2))
    const waist = Math.exp(-(((t - 0.46) / 0.16) ** 2))
    const middle = Math.sin(Math.PI * q)
    const point = new Vector3()
    if (side === 0 || side === 2) {
      const facing = side === 0 ? 1 : -1
      // Weight settles low, the middle gives, and between the handles the rim falls open.
      const belly =
        middle * (0.012 * settle - 0.008 * waist * (side === 0 ? 1 : 0.5) + 0.007 * t ** 3) +
        pullFolds(q, t) * 0.0055
      point.set(facing * (2 * q - 1) * half, t * HEIGHT, facing * (deep + belly))
      point.y -= t ** 2 * (0.011 * middle ** 2 - 0.005 * (tabPull(q) - 0.4))
    } else {
      const facing = side === 1 ? 1 : -1
      const fold = (0.003 + 0.047 * t ** 1.7 + 0.007 * settle * -1) * (1 - Math.abs(2 * q - 1) ** 1.35)
      const knee = 0.006 * Math.sin(t * 9 + facing) * waist * (1 - Math.abs(2 * q - 1))
      point.set(facing * (half - fold + knee), t * HEIGHT, facing * (1 - 2 * q) * deep)
      point.y -= t ** 2 * 0.004 * middle
    }
    const give = smoothstep(0.02, 0.3, t)
    point.x += (lean(t * 0.5, 0.3) * 0.007 + soft(s, t * 0.6) * 0.0026) * give + 0.004 * t * t
    point.z += (lean(s, t * 0.4) * 0.006 + soft(t * 0.7, s) * 0.0032) * give
    return point
  }
  return { at, uv: (s, t) => [s * 0.92, -t * HEIGHT] }
}

/** How near a place across a panel is to a handle, 0..1. */
function tabPull(q: number): number {
  return TABS.reduce((sum, tab) => sum + Math.exp(-(((q - tab) / 0.09) ** 2)), 0)
}

/** Folds that run from the handles' feet down and outwards, where the bag is carried by them. */
function pullFolds(q: number, t: number): number {
  return TABS.reduce((sum, tab, k) => {
    const away = (q - tab) * (k === 0 ? -1 : 1)
    const ray = away + (t - 0.68) * 0.55
    return sum + Math.exp(-((ray / 0.035) ** 2)) * smoothstep(0.2, 0.45, t) * smoothstep(0.72, 0.55, t)
  }, 0)
}

/** Tote bag, 0.38 × 0.52 × 0.14 m, standing open: two panels and two gussets sewn edge to edge with a raised seam. */
export default function toteBag(): ProductSource<'hide' | 'lining' | 'metal' | 'seams'> {
  const outside = body()
  const hide = new Mesh()
  const lining = new Mesh()
  const metal = new Mesh()
  const seams = new Mesh()

  hide.append(cloth(outside, ROUND, 34, 40))
  lining.append(
    cloth(
      {
        at: (s, t) => spot(outside, 1 - s, t, -HIDE).point,
        uv: outside.uv,
      },
      ROUND,
      14,
    ),
  )
  const floor = (y: number, facing: 1 | -1, inset: number) =>
    smoothNormals(
      new Mesh().grid(ROUND, 4, (i, j) => {
        const share = facing === 1 ? 1 - j / 4 : j / 4
        const p = outside.at(i / ROUND, 0)
        const x = p.x * share * inset
        const z = p.z * share * inset
        return { x, y: p.y + y + (facing === 1 ? 0 : 0.002 * (1 - share)), z, u: x, v: z }
      }),
    )
  hide.append(floor(0, -1, 1))
  lining.append(floor(0.008, 1, 0.98))
  hide.append(hem(outside))

  // The raised seams: panel and gusset meet edge to edge, 8 mm stand out, sewn through.
  for (const front of [true, false]) {
    const corners = front ? [CORNERS[0], CORNERS[1]] : [CORNERS[2], CORNERS[3]]
    const [a, b] = corners as [number, number]
    const facing = front ? 1 : -1
    const line = [
      ...Array.from({ length: 26 }, (_, k) => outside.at(a + 1e-4, 0.985 - (k / 25) * 0.955)),
      ...Array.from({ length: 21 }, (_, k) => outside.at(a + ((k + 0.5) / 21) * (b - a), 0.03)),
      ...Array.from({ length: 26 }, (_, k) => outside.at(b - 1e-4, 0.03 + (k / 25) * 0.955)),
    ]
    const out = (p: Vector3) => {
      const low = smoothstep(0.05, 0.012, p.y)
      const lateral = smoothstep(0.1, 0.145, Math.abs(p.x))
      return new Vector3(Math.sign(p.x) * 0.75 * lateral, -0.25 * low, facing * 0.72).normalize()
    }
    const centre = line.map((p) => p.clone().addScaledVector(out(p), 0.0028))
    const curve = path(...centre.map((p) => [p.x, p.y, p.z] as const))
    hide.append(
      strap(curve, {
        width: 0.0085,
        thickness: 0.0042,
        across: (t) => out(curve.getPointAt(t)),
        rings: 84,
        corner: 2,
      }),
      undefined,
      [0.31, front ? 0.05 : 0.33],
    )
    const sewn = Array.from({ length: 161 }, (_, k): Spot => {
      const t = 0.008 + (k / 160) * 0.984
      const point = curve.getPointAt(t)
      const across = out(point)
      const normal = new Vector3().crossVectors(curve.getTangentAt(t), across).normalize()
      return { point: point.addScaledVector(across, 0.0009).addScaledVector(normal, 0.0021), normal }
    })
    const behind = sewn.map(({ point, normal }) => ({
      point: point.clone().addScaledVector(normal, -0.0042),
      normal: normal.clone().negate(),
    }))
    for (const face of [sewn, behind])
      seams.append(stitches(face, { pitch: 0.0055, thread: 0.0011, lean: 0.16 }))
  }

  const rim = Array.from({ length: 221 }, (_, k) => spot(outside, k / 220, 1 - 0.0215 / HEIGHT, 0.0022))
  seams.append(stitches(rim, { pitch: 0.0055, thread: 0.001, lean: 0.16 }))

  for (const front of [true, false]) handle(outside, front, { hide, metal, seams })

  drawToSize([hide, lining, metal, seams], { width: 0.38, height: 0.52, depth: 0.14 })
  bakeOcclusion([hide, lining], { reach: 0.16, rays: 32, strength: 0.85 }, [hide, lining])
  bakeOcclusion([metal], { reach: 0.03, rays: 32, strength: 0.6 }, [hide])
  const look = (name: string, dye: string, yarn: string, inner: string, shine: number) => {
    const surfaces: Record<'hide' | 'lining' | 'metal' | 'seams', Surface> = {
      hide: leather(`Leather, ${name}`, dye, { roughness: shine }),
      lining: canvas(`Cotton lining, ${name}`, inner),
      metal: brass(),
      seams: thread(`Linen thread, ${name}`, yarn),
    }
    return { name, surfaces }
  }
  return {
    sku: 'tote-bag',
    parts: { hide, lining, metal, seams },
    looks: [
      look('natural', '#b07d50', '#e6dcc6', '#b9ab92', 0.78),
      look('chestnut', '#5f3524', '#cdb994', '#8d8068', 0.74),
      look('ink', '#22252a', '#2c3036', '#5d6063', 0.8),
    ],
  }
}

/** The rim: the hide turned over outwards and sewn down, 26 mm deep. */
function hem(outside: Sheet): Mesh {
  const low = 1 - 0.026 / HEIGHT
  const section: readonly (readonly [number, number, number])[] = [
    [low, -0.0004, 0],
    [low, 0.0016, 0],
    [low + 0.006, 0.0022, 0],
    [1, 0.0022, -0.001],
    [1, 0.0017, 0.0006],
    [1, 0.0004, 0.0018],
    [1, -0.0022, 0.0018],
    [1, -0.0037, 0.0004],
    [low, -0.0037, 0],
    [low, -0.002, 0],
  ]
  const run = [0]
  section.forEach(([t, out], k) => {
    const before = section[k - 1]
    if (before) run.push((run[k - 1] ?? 0) + Math.hypot((t - before[0]) * HEIGHT, out - before[1]))
  })
  return smoothNormals(
    new Mesh().grid(ROUND, section.length - 1, (i, j) => {
      const [t, out, up] = section[j] ?? [0, 0, 0]
      const s = (i % ROUND) / ROUND
      const { point } = spot(outside, s, t, out)
      return { x: point.x, y: point.y + up, z: point.z, u: (i / ROUND) * 0.92, v: 0.04 - (run[j] ?? 0) }
    }),
    70,
  )
}

/** A rolled handle: one strip, folded round a cord and sewn, flat again where two rivets and a tab hold it. */
function handle(outside: Sheet, front: boolean, parts: { hide: Mesh; metal: Mesh; seams: Mesh }): void {
  const [from, to] = front ? [CORNERS[0], CORNERS[1]] : [CORNERS[2], CORNERS[3]]
  const facing = front ? 1 : -1
  const feet = TABS.map((q) => from + (to - from) * q)
  const points: [number, number, number][] = []
  const foot = (s: number) =>
    [0.76, 0.83, 0.9, 0.97, 1.03].map((t) => spot(outside, s, t, t > 0.8 ? 0.0062 : 0.0056).point)
  const [left, right] = [foot(feet[0] ?? 0), foot(feet[1] ?? 0)]
  const top = front ? 0.5105 : 0.498
  const fall = front ? 0.004 : 0.003
  const arch = Array.from({ length: 11 }, (_, k) => {
    const a = Math.PI * ((k + 1) / 12)
    const start = left[4] as Vector3
    const stop = right[4] as Vector3
    const x =
      (start.x + stop.x) / 2 +
      ((start.x - stop.x) / 2) * Math.sign(Math.cos(a)) * Math.abs(Math.cos(a)) ** 0.72
    const rise = Math.sin(a) ** 0.72
    return new Vector3(
      x + 0.008 * rise * (front ? 1 : -1),
      start.y + (top - start.y) * rise,
      start.z + facing * -0.006 * rise + fall * rise ** 2 * (front ? 1 : -0.4),
    )
  })
  for (const p of [...left, ...arch, ...[...right].reverse()]) points.push([p.x, p.y, p.z])
  const curve = path(...points)
  const length = curve.getLength()
  parts.hide.append(
    bar(curve, {
      section: (t) => {
        const d = Math.min(t, 1 - t) * length
        const flat = smoothstep(0.115, 0.045, d)
        const tip = d < 0.011 ? Math.sqrt(Math.max(0.05, 1 - (1 - d / 0.011) ** 2)) : 1
        const height = 0.0115 + (0.0042 - 0.0115) * flat
        return { width: (0.0115 + (0.0225 - 0.0115) * flat) * tip, height, radius: height * 0.48 }
      },
      up: new Vector3(0, 0, facing),
      rings: 90,
      corner: 2,
      ends: 0.0015,
    }).mapTexture((p, u, v) => {
      // Where it is flat, the strip's own width carries the grain.
      const flat = smoothstep(0.115, 0.045, Math.min(v, length - v))
      return [u * (1 - flat) + p.x * flat, v]
    }),
    undefined,
    [0.5, front ? 0.12 : 0.47],
  )
  // The seam along the underside of the roll.
  const roll = Array.from({ length: 120 }, (_, k): Spot => {
    const t = 0.19 + (k / 119) * 0.62
    const tangent = curve.getTangentAt(t)
    const normal = new Vector3(0, 0, facing).addScaledVector(tangent, -tangent.z * facing).normalize()
    return { point: curve.getPointAt(t).addScaledVector(normal, 0.0056), normal }
  })
  parts.seams.append(stitches(roll, { pitch: 0.006, thread: 0.001, lean: 0.16 }))

  for (const s of feet) {
    const reach = [0.995, 0.9, 0.8, 0.7, 0.665].map(
      (t) => spot(outside, s, t, t > 0.9 ? 0.0036 : 0.003).point,
    )
    const run = path(...reach.map((p) => [p.x, p.y, p.z] as const))
    const across = spot(outside, s, 0.8)
      .normal.cross(new Vector3(0, -1, 0))
      .normalize()
    parts.hide.append(
      strap(run, {
        width: 0.033,
        thickness: 0.0034,
        across,
        rings: 12,
        tips: ['square', 'round'],
        corner: 2,
      }),
      undefined,
      [s, 0.2],
    )
    const outlineOf = (inset: number): Spot[] => {
      const reachS = (0.033 / 2 - inset) / 0.92
      const spots: (readonly [number, number])[] = []
      for (let k = 0; k <= 8; k++) spots.push([s - reachS, 0.985 - (k / 8) * 0.262])
      for (let k = 1; k < 12; k++) {
        const a = Math.PI + (k / 12) * Math.PI
        spots.push([s + Math.cos(a) * reachS, 0.723 + Math.sin(a) * ((0.033 / 2 - inset) / HEIGHT)])
      }
      for (let k = 0; k <= 8; k++) spots.push([s + reachS, 0.723 + (k / 8) * 0.262])
      return lineOn(outside, spots, 0.0046, 2)
    }
    parts.seams.append(stitches(outlineOf(0.0034), { pitch: 0.0046, thread: 0.001, lean: 0.16 }))
    for (const t of [0.815, 0.9]) {
      const { point, normal } = spot(outside, s, t, 0.0074)
      parts.metal.append(rivet(), turnTo(normal, point))
    }
  }
}

/** A dome rivet on its washer; the head up +Y. */
function rivet(): Mesh {
  return lathe(
    [
      [0.0058, -0.0016],
      [0.0058, 0.0002],
      [0.0054, 0.0006],
      [0.0043, 0.0007],
      [0.0041, 0.0012],
      [0.0034, 0.0021],
      [0.002, 0.0027],
      [0, 0.0029],
    ].map(([x, y]) => new Vector2(x, y)),
    20,
    0,
    50,
  )
}

/** Lays a part's +Y along a direction at a point. */
function turnTo(direction: Vector3, point: Vector3): Matrix4 {
  const side = new Vector3(0, 1, 0).cross(direction).normalize()
  const other = new Vector3().crossVectors(side, direction).normalize()
  return new Matrix4().makeBasis(side, direction, other).setPosition(point)
}
