import { Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { brass } from '../materials/brushed-metal'
import { canvas, waxedCanvas } from '../materials/cloth'
import { leather } from '../materials/leather'
import { thread } from '../materials/thread'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { buckle, eyeletRing, frameAt, zipTooth } from '../shape/hardware'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { BODY_HEIGHT, body, flap, pocket } from '../shape/rucksack'
import { cloth, lineOn, overlay, type Sheet, type Spot, spot } from '../shape/sheet'
import { smoothNormals } from '../shape/smooth-normals'
import { stitches } from '../shape/stitches'
import { strap } from '../shape/strap'

type Part = 'shell' | 'hide' | 'webbing' | 'metal' | 'seams'

const X = new Vector3(1, 0, 0)
const STITCH = { pitch: 0.0045, thread: 0.0009 } as const
const lerp = (a: number, b: number, t: number) => a + (b - a) * t
const curveOf = (points: readonly Vector3[]) => path(...points.map((p) => [p.x, p.y, p.z] as const))

/** Backpack, 0.30 × 0.44 × 0.17 m: waxed canvas, a flap held by two buckled straps, leather base, padded back and shoulders. */
export default function backpack(): ProductSource<Part> {
  const parts: Record<Part, Mesh> = {
    shell: new Mesh(),
    hide: new Mesh(),
    webbing: new Mesh(),
    metal: new Mesh(),
    seams: new Mesh(),
  }
  const { shell, hide, webbing, metal } = parts
  bodyAndBase(parts)
  frontPocket(parts)
  for (const side of [0.25, 0.75]) sidePocket(parts, side)
  theFlap(parts)
  for (const x of [-1, 1]) closingStrap(parts, x)
  back(parts)

  drawToSize(Object.values(parts), { width: 0.3, height: 0.44, depth: 0.17 })
  bakeOcclusion([shell, hide, webbing], { reach: 0.09, rays: 32, strength: 0.85 }, [shell, hide, webbing])
  bakeOcclusion([metal], { reach: 0.02, rays: 32, strength: 0.6 }, [shell, hide])
  const look = (name: string, dye: string, tan: string, web: string, yarn: string) => ({
    name,
    surfaces: {
      shell: waxedCanvas(`Waxed canvas, ${name}`, dye),
      hide: leather(`Leather, ${name}`, tan, { roughness: 0.76 }),
      webbing: canvas(`Cotton webbing, ${name}`, web),
      metal: brass(),
      seams: thread(`Thread, ${name}`, yarn),
    } satisfies Record<Part, Surface>,
  })
  return {
    sku: 'backpack',
    parts,
    looks: [
      look('olive', '#5d5a41', '#70462f', '#4a4836', '#b3a27c'),
      look('sand', '#a8916c', '#62402c', '#8b7a5d', '#e0d3b6'),
      look('ink', '#2b3138', '#23211f', '#22272d', '#59636d'),
    ],
  }
}

function bodyAndBase({ shell, hide, seams }: Record<Part, Mesh>): void {
  shell.append(cloth(body, 96, 34))
  for (const [t, y, facing] of [
    [0, 0, -1],
    [1, BODY_HEIGHT, 1],
  ] as const) {
    const target = facing === -1 ? hide : shell
    target.append(
      smoothNormals(
        new Mesh().grid(96, 4, (i, j) => {
          const share = facing === -1 ? j / 4 : 1 - j / 4
          const p = body.at(i / 96, t)
          return {
            x: p.x * share,
            y: y + (facing === -1 ? 0.0004 * (1 - share) : -0.004 * (1 - share)),
            z: p.z * share,
            u: p.x * share,
            v: p.z * share,
          }
        }),
      ),
    )
  }
  const rim = (s: number) => 0.135 + 0.012 * Math.cos(s * Math.PI * 4)
  hide.append(
    overlay(body, (a, b) => [0.5 + a, lerp(0.004, rim(0.5 + a), b)], {
      columns: 96,
      rows: 8,
      thickness: 0.0022,
      edge: 0.02,
    }),
  )
  for (const inset of [0.01, 0.024]) {
    const line = Array.from({ length: 97 }, (_, k) => [0.5 + k / 96, rim(0.5 + k / 96) - inset] as const)
    seams.append(stitches(lineOn(body, line, 0.0022, 2), STITCH))
  }
}

function frontPocket({ shell, seams, webbing, metal, hide }: Record<Part, Mesh>): void {
  shell.append(cloth(crowded(pocket), 30, 26), undefined, [0.2, 0.1])
  const zip = 0.79
  webbing.append(
    overlay(pocket, (a, b) => [lerp(0.1, 0.9, a), lerp(zip - 0.052, zip + 0.052, b)], {
      columns: 20,
      rows: 2,
      thickness: 0.0008,
      edge: 0.05,
    }),
  )
  for (const off of [-0.046, 0.046]) {
    const line = Array.from({ length: 25 }, (_, k) => [lerp(0.11, 0.89, k / 24), zip + off] as const)
    seams.append(stitches(lineOn(pocket, line, 0.0008, 3), STITCH))
  }
  // Teeth: two rows that mesh, each a block 1.1 mm wide.
  const count = 66
  for (let k = 0; k < count; k++) {
    const { point, normal } = spot(pocket, lerp(0.12, 0.88, k / (count - 1)), zip, 0.0012)
    const shift = k % 2 === 0 ? 0.0009 : -0.0009
    metal.append(zipTooth(), frameAt(point.setY(point.y + shift), normal))
  }
  const slider = spot(pocket, 0.2, zip, 0.0022)
  metal.append(
    bar(path([0, -0.004, 0], [0, 0.0045, 0]), {
      section: (t) => ({ width: 0.0072 - 0.002 * t, height: 0.0034, radius: 0.0012 }),
      up: new Vector3(0, 0, 1),
      rings: 3,
      corner: 2,
      ends: 0.001,
    }),
    frameAt(slider.point, slider.normal),
  )
  const pull = [0.001, -0.006, -0.016, -0.028].map((dy, k) =>
    slider.point
      .clone()
      .addScaledVector(slider.normal, 0.0022 + 0.0005 * k)
      .setY(slider.point.y + dy),
  )
  hide.append(
    strap(curveOf(pull), {
      width: 0.0075,
      thickness: 0.0018,
      across: X,
      rings: 6,
      tips: ['square', 'round'],
    }),
  )
  for (const inset of [0.045, 0.955]) {
    const line = Array.from({ length: 20 }, (_, k) => [inset, lerp(0.06, 0.94, k / 19)] as const)
    seams.append(stitches(lineOn(pocket, line, 0.0001, 3), STITCH))
  }
}

/** Columns crowd at a sheet's sides, where its walls turn. */
function crowded(sheet: Sheet): Sheet {
  const ease = (q: number) => q - (0.8 * Math.sin(q * Math.PI * 2)) / (Math.PI * 2)
  return { at: (s, t) => sheet.at(ease(s), ease(t)), uv: (s, t) => sheet.uv(ease(s), ease(t)) }
}

/** A patch pocket on a side, gathered by its hem. */
function sidePocket({ shell, hide, seams }: Record<Part, Mesh>, middle: number): void {
  const half = 0.088
  const high = (a: number) => 0.47 - 0.025 * Math.sin(Math.PI * a)
  const full: Sheet = {
    at: (s, t) => {
      const a = Math.min(1, Math.max(0, (s - middle + half) / (2 * half)))
      const b = Math.min(1, Math.max(0, (t - 0.11) / 0.36))
      const lift = 0.009 * Math.sin(Math.PI * a) ** 0.6 * Math.min(1, b * 3 + 0.2) * (1 - 0.25 * b)
      return body.at(s, t).addScaledVector(new Vector3(Math.sin(s * Math.PI * 2), 0, 0.1), lift)
    },
    uv: body.uv,
  }
  const region = (a: number, b: number) => [middle - half + 2 * half * a, lerp(0.11, high(a), b)] as const
  // Its inside, which shows where the hem stands off the body.
  const inside: Sheet = {
    at: (a, b) => {
      const [s, t] = region(1 - a, b)
      return spot(full, s, t, -0.0008).point
    },
    uv: (a, b) => body.uv(...region(1 - a, b)),
  }
  shell.append(cloth(inside, 16, 6), undefined, [0.3, 0.25])
  shell.append(
    overlay(full, region, { columns: 16, rows: 10, thickness: 0.0022, edge: 0.02 }),
    undefined,
    [0.3, 0.2],
  )
  hide.append(
    overlay(full, (a, b) => region(a, lerp(0.93, 1.01, b)), {
      columns: 16,
      rows: 2,
      thickness: 0.0036,
      edge: 0.04,
    }),
  )
  for (const a of [0.035, 0.965]) {
    const line = Array.from({ length: 16 }, (_, k) => region(a, lerp(0.1, 0.98, k / 15)))
    seams.append(stitches(lineOn(full, line, 0.0022, 3), STITCH))
  }
}

function theFlap({ shell, hide, seams }: Record<Part, Mesh>): void {
  shell.append(cloth(flap, 30, 40), undefined, [0.1, 0.3])
  const inside: Sheet = { at: (s, t) => spot(flap, 1 - s, t, -0.0026).point, uv: flap.uv }
  shell.append(cloth(inside, 20, 30), undefined, [0.15, 0.35])
  const border = (inset: number): (readonly [number, number])[] => [
    ...Array.from({ length: 30 }, (_, k) => [inset, (k / 30) * (1 - inset)] as const),
    ...Array.from({ length: 21 }, (_, k) => [lerp(inset, 1 - inset, k / 20), 1 - inset] as const),
    ...Array.from({ length: 30 }, (_, k) => [1 - inset, (1 - inset) * (1 - (k + 1) / 30)] as const),
  ]
  // Bound all round with a folded strip of leather.
  hide.append(
    bar(curveOf(lineOn(flap, border(0.001), -0.0013, 1).map(({ point }) => point)), {
      section: () => round(0.0052),
      rings: 130,
      corner: 1,
      ends: 0.001,
    }),
  )
  seams.append(stitches(lineOn(flap, border(0.024), 0.0001, 2), STITCH))
}

/** One of the two straps that hold the flap: sewn to it, over its edge, through a buckle on the pocket. */
function closingStrap({ hide, metal, seams }: Record<Part, Mesh>, x: number): void {
  // Plumb, whatever the flap and the pocket under it do.
  const plumb = x * 0.06 + 0.002
  const onFlap = [0.52, 0.6, 0.7, 0.8, 0.9, 0.985].map((t) => spot(flap, acrossAt(flap, t, plumb), t, 0.0022))
  const s = acrossAt(pocket, 0.6, plumb)
  const onPocket = [0.86, 0.72, 0.6, 0.48, 0.37].map((t) =>
    spot(pocket, acrossAt(pocket, t, plumb), t, 0.0036),
  )
  const width = 0.021
  hide.append(
    strap(curveOf([...onFlap, ...onPocket].map(({ point }) => point)), {
      width,
      thickness: 0.0032,
      across: X,
      rings: 40,
      tips: ['round', 'round'],
      corner: 2,
    }),
    undefined,
    [0.4 + x * 0.2, 0.1],
  )
  // The buckle's own tab, below.
  const tab = [0.76, 0.66, 0.5, 0.33, 0.2].map((t) => spot(pocket, s, t, 0.0013).point)
  hide.append(
    strap(curveOf(tab), {
      width: width + 0.004,
      thickness: 0.0026,
      across: X,
      rings: 12,
      tips: ['square', 'round'],
      corner: 2,
    }),
    undefined,
    [0.7 + x * 0.2, 0.3],
  )
  const keeper = spot(pocket, s, 0.5, 0.0058)
  hide.append(
    strap(path([-0.0125, 0, -0.003], [-0.0105, 0, 0], [0, 0, 0.0006], [0.0105, 0, 0], [0.0125, 0, -0.003]), {
      width: 0.008,
      thickness: 0.0018,
      across: new Vector3(0, 1, 0),
      rings: 10,
    }),
    frameAt(keeper.point, keeper.normal),
  )
  const place = spot(pocket, s, 0.665, 0.0052)
  metal.append(buckle(width), frameAt(place.point, place.normal))
  for (const k of [0, 1, 2]) {
    const hole = spot(pocket, s, 0.585 - k * 0.07, 0.0052)
    if (k > 0) metal.append(eyeletRing(), frameAt(hole.point, hole.normal))
  }
  const half = width / 2 - 0.003
  for (const side of [-1, 1]) {
    const line = lineOn(
      flap,
      [0.53, 0.62, 0.72, 0.82, 0.9, 0.96].map((t) => [acrossAt(flap, t, plumb + side * half), t] as const),
      0.0038,
      6,
    )
    seams.append(stitches(line, STITCH))
  }
}

/** The share across a sheet at which it lies this far to the side, metres. */
function acrossAt(sheet: Sheet, t: number, x: number): number {
  const rising = sheet.at(1, t).x > sheet.at(0, t).x
  let [low, high] = [0, 1]
  for (let k = 0; k < 20; k++) {
    const middle = (low + high) / 2
    if (sheet.at(middle, t).x < x === rising) low = middle
    else high = middle
  }
  return low
}

/** Back panel, shoulder straps, webbing and the grab handle. */
function back({ webbing, hide, metal, seams }: Record<Part, Mesh>): void {
  webbing.append(
    overlay(body, (a, b) => [lerp(0.335, 0.665, a), lerp(0.16, 0.84, b)], {
      columns: 24,
      rows: 20,
      thickness: 0.006,
      edge: 0.03,
    }),
  )
  for (const s of [0.42, 0.5, 0.58]) {
    const line = Array.from({ length: 20 }, (_, k) => [s, lerp(0.18, 0.82, k / 19)] as const)
    seams.append(stitches(lineOn(body, line, 0.006, 3), STITCH))
  }
  for (const x of [-1, 1]) {
    const pad = [
      [0.034, 0.362, -0.056],
      [0.04, 0.352, -0.067],
      [0.05, 0.31, -0.0765],
      [0.062, 0.25, -0.0795],
      [0.075, 0.185, -0.0765],
      [0.086, 0.135, -0.069],
    ].map(([px, y, z]) => new Vector3((px ?? 0) * x + 0.002, (y ?? 0) + (x > 0 ? 0.003 : 0), z))
    const run = curveOf(pad)
    webbing.append(
      bar(run, {
        section: (t) => {
          const end = Math.min(1, Math.min(t, 1 - t) / 0.07)
          return {
            width: (0.056 - 0.012 * t) * (0.72 + 0.28 * end ** 0.5),
            height: 0.0125 * (0.6 + 0.4 * end),
            radius: 0.0052,
          }
        },
        up: new Vector3(0, 0.2, -1),
        rings: 26,
        corner: 3,
        ends: 0.003,
      }),
      undefined,
      [0.3, x * 0.2],
    )
    for (const side of [-1, 1]) {
      const line = Array.from({ length: 60 }, (_, k): Spot => {
        const t = 0.05 + (k / 59) * 0.9
        const tangent = run.getTangentAt(t)
        const normal = new Vector3(0, 0.2, -1)
          .addScaledVector(tangent, -new Vector3(0, 0.2, -1).dot(tangent))
          .normalize()
        const wide = new Vector3().crossVectors(normal, tangent).normalize()
        return {
          point: run
            .getPointAt(t)
            .addScaledVector(normal, 0.0063)
            .addScaledVector(wide, side * (0.0195 - 0.005 * t)),
          normal,
        }
      })
      seams.append(stitches(line, STITCH))
    }
    const lower = [
      [0.083, 0.15, -0.066],
      [0.09, 0.115, -0.063],
      [0.101, 0.08, -0.056],
      [0.112, 0.06, -0.048],
    ].map(([px, y, z]) => new Vector3((px ?? 0) * x + 0.002, y, z))
    webbing.append(strap(curveOf(lower), { width: 0.026, thickness: 0.0022, across: X, rings: 12 }))
    const joint = new Vector3(0.0865 * x + 0.002, 0.13, -0.0685)
    metal.append(buckle(0.026), frameAt(joint, new Vector3(0.08 * x, 0.25, -1).normalize()))
  }
  // A yoke of leather over the ends of the shoulder straps.
  hide.append(
    overlay(flap, (a, b) => [lerp(0.24, 0.76, a), lerp(0.02, 0.15, b)], {
      columns: 14,
      rows: 5,
      thickness: 0.0038,
      edge: 0.05,
    }),
  )
  const handle = [
    [-0.036, 0.386, -0.0535],
    [-0.034, 0.408, -0.057],
    [-0.022, 0.432, -0.056],
    [0.001, 0.438, -0.0545],
    [0.024, 0.431, -0.056],
    [0.036, 0.407, -0.057],
    [0.038, 0.386, -0.0535],
  ].map(([x, y, z]) => new Vector3(x, y, z))
  hide.append(
    bar(curveOf(handle), {
      section: (t) => ({ width: 0.0085 + 0.006 * Math.abs(2 * t - 1) ** 3, height: 0.0075, radius: 0.0035 }),
      up: new Vector3(0, 0, 1),
      rings: 30,
      corner: 3,
      ends: 0.002,
    }),
  )
}
