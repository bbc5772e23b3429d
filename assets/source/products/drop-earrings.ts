import { Euler, Matrix4, Quaternion, type Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { type Gemstone, gemstone } from '../materials/gemstone'
import { roseGold, whiteGold, yellowGold } from '../materials/precious-metal'
import { bar, path, round } from '../shape/bar'
import { brilliant } from '../shape/brilliant'
import { drawToSize } from '../shape/draw-to-size'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'

const APART = 0.03
/** Half the width of the stone, and its length as a share of that: a pear, 8 × 12 mm. */
const STONE = { half: 0.004, tip: 0.0074, foot: 0.0046 }
/** How far below the hook the stone's middle hangs. */
const DROP = 0.0247
/** The girdle's plane in front of the hook: the collet hangs with its middle under the link. */
const FRONT = 0.005

/** Drop earrings: a French wire, a link, a pear-cut stone held by a rubbed-over bezel, open behind so that light reaches it. */
export default function dropEarrings(): ProductSource<
  'metalLeft' | 'metalRight' | 'crownLeft' | 'crownRight' | 'pavilionLeft' | 'pavilionRight'
> {
  const metal = new Mesh()
  metal.append(hook())
  metal.append(link())
  metal.append(bezel())
  const stone = brilliant({ girdle: pear, radius: STONE.half, scallops: 3 })
  // The stone looks to the front, its point up towards the link.
  const facing = new Matrix4().compose(
    new Vector3(0, -DROP, FRONT),
    new Quaternion().setFromEuler(new Euler(Math.PI / 2, 0, 0)),
    new Vector3(1, 1, 1),
  )
  const place = (side: number) => new Matrix4().makeTranslation((side * APART) / 2, 0, 0)
  const both = (mesh: Mesh, before?: Matrix4) => {
    const set = new Mesh().append(mesh, before)
    return [new Mesh().append(set, place(1)), new Mesh().append(set, place(-1))] as const
  }
  const [metalLeft, metalRight] = both(metal)
  const [crownLeft, crownRight] = both(stone.crown, facing)
  const [pavilionLeft, pavilionRight] = both(stone.pavilion, facing)
  const parts = { metalLeft, metalRight, crownLeft, crownRight, pavilionLeft, pavilionRight }
  drawToSize(Object.values(parts), { width: 0.039, height: 0.0302, depth: 0.01324 }, 'anchor')
  const shade = { reach: 0.003, rays: 40, strength: 0.6, lift: 5e-5 }
  bakeOcclusion([metalLeft, metalRight], shade, [metalLeft, metalRight, pavilionLeft, pavilionRight])

  const look = (name: string, alloy: Surface, gem: Gemstone) => ({
    name,
    surfaces: {
      metalLeft: alloy,
      metalRight: alloy,
      crownLeft: gem.crown,
      crownRight: gem.crown,
      pavilionLeft: gem.pavilion,
      pavilionRight: gem.pavilion,
    },
  })
  const point = (side: number): [number, number, number] => [(side * APART) / 2, 0, 0]
  return {
    sku: 'drop-earrings',
    parts,
    looks: [
      look('aquamarine', yellowGold(), gemstone('Aquamarine', '#d3e9ed', 1.9, 0.12)),
      look('garnet', roseGold(), gemstone('Garnet', '#b54152', 1.9, 0.08)),
      look('white-topaz', whiteGold(), gemstone('White topaz', '#f1f3f5', 2, 0.3)),
    ],
    nodes: {
      'earring-left': { parts: ['metalLeft', 'crownLeft', 'pavilionLeft'], pivot: point(1) },
      'earring-right': { parts: ['metalRight', 'crownRight', 'pavilionRight'], pivot: point(-1) },
    },
    wear: {
      kind: 'earring',
      sides: { left: 'earring-left', right: 'earring-right' },
      hooks: { left: point(1), right: point(-1) },
      swing: { length: 0.026, limit: 0.5 },
    },
  }
}

/** Girdle of a pear at an angle from its round end. */
function pear(angle: number): number {
  const cos = Math.cos(angle)
  const sin = Math.abs(Math.sin(angle))
  // Round side: a half ellipse. Pointed side: two arcs that meet at the tip, found where the ray crosses them.
  if (cos >= 0) return 1 / Math.hypot(sin / STONE.half, cos / STONE.foot)
  const radius = (STONE.tip ** 2 + STONE.half ** 2) / (2 * STONE.half)
  const offset = radius - STONE.half
  const b = offset * sin
  return -b + Math.sqrt(b * b + radius * radius - offset * offset)
}

/** The French wire: through the ear at the origin, forwards to the loop, backwards to a filed end. */
function hook(): Mesh {
  const mesh = bar(
    path(
      [0, -0.0106, 0.0042],
      [0, -0.0086, 0.0046],
      [0, -0.005, 0.0043],
      [0, -0.0016, 0.0026],
      [0, 0, 0],
      [0, -0.0012, -0.003],
      [0, -0.005, -0.0054],
      [0, -0.0105, -0.0062],
      [0, -0.0152, -0.0056],
      [0, -0.0178, -0.0068],
    ),
    {
      section: () => round(0.0008),
      up: new Vector3(1, 0, 0),
      rings: 56,
      corner: 2,
      ends: 0.00035,
      endRings: 3,
    },
  )
  mesh.append(ring([0, -0.0114, 0.0042], 0.001, 0.00036, 'front'))
  return mesh
}

/** Two rings: one through the wire's loop, one soldered to the bezel. */
function link(): Mesh {
  const mesh = ring([0, -0.01335, 0.0042], 0.0013, 0.0004, 'side')
  mesh.append(ring([0, -0.0158, 0.004], 0.0014, 0.0004, 'front'))
  return mesh
}

function ring(
  [x, y, z]: readonly [number, number, number],
  radius: number,
  wire: number,
  facing: 'front' | 'side',
): Mesh {
  const mesh = new Mesh().grid(10, 28, (i, j) => {
    const a = ((i % 10) / 10) * Math.PI * 2
    const b = ((j % 28) / 28) * Math.PI * 2
    const r = radius - Math.cos(a) * wire
    const aside = Math.sin(a) * wire
    const [across, up] = [Math.sin(b) * r, Math.cos(b) * r]
    return facing === 'front'
      ? { x: x + across, y: y + up, z: z - aside, u: i, v: j }
      : { x: x + aside, y: y + up, z: z + across, u: i, v: j }
  })
  return smoothNormals(mesh, 180)
}

/** The bezel: a wall round the girdle, its lip rubbed over the crown; behind, a collet that draws in and is open at the back. */
function bezel(): Mesh {
  // Outwards from the girdle and along the front, millimetres.
  const profile = outline(
    [
      { x: -0.55, y: 0.62 },
      { x: -0.4, y: 0.78, fillet: 0.12 },
      { x: 0.3, y: 0.55, fillet: 0.25 },
      { x: 0.5, y: -0.7, fillet: 0.3 },
      { x: 0.3, y: -3.5, fillet: 0.2 },
      { x: 0, y: -3.75, fillet: 0.12 },
      { x: -0.3, y: -3.6, fillet: 0.1 },
      { x: -0.1, y: -0.3 },
    ],
    false,
    3,
  )
  const columns = 88
  const mesh = new Mesh().grid(columns, profile.length - 1, (i, j) => {
    const angle = ((i % columns) / columns) * Math.PI * 2
    const { x: out, y: front } = profile[profile.length - 1 - j] as Vector2
    const r = pear(angle)
    // Behind the girdle the wall draws in with the stone.
    const share = 1 - 0.34 * Math.max(0, (-front - 0.6) / 3.2)
    const step = 0.01
    // Offset along the outline's own normal, so that the wall is as thick at the tip as at the side.
    const slope = (pear(angle + step) - pear(angle - step)) / (2 * step)
    const tilt = Math.atan2(slope, r)
    const normal = angle - tilt
    const px = Math.sin(angle) * r * share + Math.sin(normal) * out * 1e-3
    const py = -Math.cos(angle) * r * share - Math.cos(normal) * out * 1e-3
    return { x: px, y: py - DROP, z: front * 1e-3 + FRONT, u: i, v: j }
  })
  return smoothNormals(mesh, 50)
}
