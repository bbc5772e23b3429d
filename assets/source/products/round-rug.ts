import { Matrix4, Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { at, Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { smoothNormals } from '../shape/smooth-normals'
import { BRAID_TILE, juteBraid } from '../texture/braid'
import { linear } from '../texture/image'
import { fractalNoise } from '../texture/noise'
import { twistedYarn } from '../texture/yarn'

const BRAID = BRAID_TILE[0]
/** Radius the braid runs to under the binding, metres. */
const FIELD = 0.8895
/** Across one braid: share of its width, height. */
const SECTION: readonly (readonly [number, number])[] = [
  [0, 0.0052],
  [0.22, 0.0112],
  [0.5, 0.0118],
  [0.78, 0.0112],
  [1, 0.0052],
]
/** Radii between which the coils are dyed with the border: the edge, and one ring within. */
const DYED: readonly (readonly [number, number])[] = [
  [0.616, 0.668],
  [0.824, 0.9],
]

/**
 * Round rug, 1.80 × 0.012 × 1.80 m: ninety-odd metres of plaited jute coiled from the middle and laced coil to coil, its edge bound
 * with an overcast cord.
 */
export default function roundRug(): ProductSource<'field' | 'border' | 'binding'> {
  const { field, border } = coil()
  field.append(
    lathe(
      [
        new Vector2(0.021, 0.004),
        new Vector2(0.017, 0.0102),
        new Vector2(0.008, 0.0114),
        new Vector2(0, 0.0116),
      ],
      16,
    ),
    new Matrix4().makeTranslation(0.002, 0, 0),
  )
  const binding = lathe(
    Array.from({ length: 11 }, (_, k) => {
      const angle = -Math.PI / 2 - 0.35 + (k / 10) * (Math.PI + 0.9)
      return new Vector2(0.8932 + Math.cos(angle) * 0.0068, 0.006 + Math.sin(angle) * 0.006)
    }),
    144,
  )
  // Latex on the underside, so that no light comes up between the coils.
  binding.append(lathe([new Vector2(0, 0.0014), new Vector2(0.892, 0.0014)], 72))

  drawToSize([field, border, binding], { width: 1.8, height: 0.012, depth: 1.8 })
  bakeOcclusion([field, border, binding], { reach: 0.012, rays: 32, strength: 0.6 })
  weather([field, border])

  const braid = juteBraid()
  const yarn = twistedYarn()
  const dyed = (name: string, colour: string): Surface => {
    const [r, g, b] = linear(colour)
    // The plait averages about 0.56 linear.
    const lift = (c: number) => Math.min(1, c / 0.56)
    return {
      name: `Jute, ${name}`,
      colour: [lift(r), lift(g), lift(b)],
      roughness: 1,
      base: { image: braid.colour, tile: BRAID_TILE },
      normal: { image: braid.normal, tile: BRAID_TILE },
      packed: { image: braid.surface, tile: BRAID_TILE },
      sheen: { colour: [r * 0.2, g * 0.2, b * 0.2], roughness: 0.7 },
    }
  }
  const cord = (name: string, colour: string): Surface => ({
    name: `Overcast cord, ${name}`,
    colour: linear(colour),
    roughness: 1,
    normal: { image: yarn.normal, tile: [0.014, 0.06], scale: 0.8 },
    packed: { image: yarn.surface, tile: [0.014, 0.06] },
  })
  const look = (name: string, ground: string, ring: string, edge: string) => ({
    name,
    surfaces: {
      field: dyed(`${name} ground`, ground),
      border: dyed(`${name} ring`, ring),
      binding: cord(name, edge),
    },
  })
  return {
    sku: 'round-rug',
    parts: { field, border, binding },
    looks: [
      look('natural', '#ab9672', '#7d664a', '#8f7858'),
      look('ink', '#ae9b7a', '#343b42', '#2d343b'),
      look('rust', '#b9a98b', '#86503a', '#784431'),
    ],
  }
}

/** The coiled braid, as two meshes by colour: u across the braid, v along it for all its length. */
function coil(): { field: Mesh; border: Mesh } {
  const columns: { angle: number; run: number }[] = []
  let [angle, run] = [Math.PI, 0]
  const radiusAt = (a: number) => (BRAID * a) / (Math.PI * 2)
  while (radiusAt(angle) - BRAID / 2 < FIELD) {
    columns.push({ angle, run })
    const radius = radiusAt(angle)
    const step = Math.min(0.037 / radius, Math.PI / 14)
    angle += step
    run += step * radius
  }
  const waver = fractalNoise(2411, 12, 36, 2)
  const strip = (from: number, to: number) =>
    new Mesh().grid(to - from, SECTION.length - 1, (i, j) => {
      const { angle: a, run: v } = columns[from + i] ?? { angle: 0, run: 0 }
      const [share, height] = SECTION[SECTION.length - 1 - j] ?? [0, 0]
      // The last coil is drawn in under the binding, where the braid ends.
      const radius = Math.min(radiusAt(a) + (share - 0.5) * BRAID, FIELD + share * 0.002)
      const sway = waver(a / (Math.PI * 2), radius) * 0.0006
      return {
        x: Math.sin(a) * (radius + sway),
        y: height,
        z: Math.cos(a) * (radius + sway),
        u: share * BRAID,
        v,
      }
    })
  const meshes = { field: new Mesh(), border: new Mesh() }
  let from = 0
  for (let k = 1; k < columns.length; k++) {
    const name = nameAt(radiusAt(columns[k]?.angle ?? 0))
    const last = k === columns.length - 1
    if (!last && name === nameAt(radiusAt(columns[from]?.angle ?? 0))) continue
    meshes[nameAt(radiusAt(columns[from]?.angle ?? 0))].append(strip(from, k))
    from = k
  }
  return { field: smoothNormals(meshes.field, 75), border: smoothNormals(meshes.border, 75) }
}

function nameAt(radius: number): 'field' | 'border' {
  return DYED.some(([from, to]) => radius > from && radius < to) ? 'border' : 'field'
}

/** Jute is spun from many bales: the tone drifts along the braid, and from coil to coil. */
function weather(meshes: readonly Mesh[]): void {
  const bale = fractalNoise(2412, 9, 3, 3)
  for (const mesh of meshes) {
    for (let i = 0; i < mesh.occlusion.length; i++) {
      const run = at(mesh.uvs, i * 2 + 1)
      mesh.occlusion[i] = at(mesh.occlusion, i) * (0.93 + bale(run / 21, 0.5) * 0.09)
    }
  }
}
