import type { ProductSource } from '../gltf/product-source'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { smoothNormals } from '../shape/smooth-normals'
import { linear } from '../texture/image'
import { fractalNoise, random } from '../texture/noise'
import { PILE_TILE, type RugPalette, rugPattern, tuftedPile } from '../texture/rug'
import { twistedYarn, YARN_TILE } from '../texture/yarn'

const LENGTH = 2
const WIDTH = 1.4
const HEIGHT = 0.012
const FRINGE = 0.055

const SHORE: RugPalette = {
  name: 'shore',
  field: '#c9beab',
  arc: '#8c4d38',
  second: '#83887a',
  third: '#333b43',
  line: '#ae9169',
}
const DUSK: RugPalette = {
  name: 'dusk',
  field: '#363e45',
  arc: '#996549',
  second: '#656c66',
  third: '#cabda4',
  line: '#7d5439',
}

/** Rug, 2.00 × 0.012 × 1.40 m (fringes along X included): a hand-tufted pile that rises to its height within a soft edge, knotted fringe at the short ends. */
export default function rug(): ProductSource<'pile' | 'fringe'> {
  const long = LENGTH - 2 * FRINGE
  const [columns, rows] = [60, 44]
  const lie = fractalNoise(71, 9, 7, 2)
  const wander = fractalNoise(72, 14, 14, 2)
  const spread = (k: number, count: number) => {
    // Vertices crowd towards the edges, where the pile falls.
    const t = k / count
    return 0.5 - (0.5 * Math.cos(Math.PI * (0.5 + (t - 0.5) * 0.94))) / Math.cos(Math.PI * 0.03)
  }
  const pile = smoothNormals(
    new Mesh().grid(columns, rows, (i, j) => {
      const a = spread(i, columns)
      const b = spread(j, rows)
      const edge = Math.min(a, 1 - a) * long
      const edgeZ = Math.min(b, 1 - b) * WIDTH
      const inside = Math.min(edge, edgeZ)
      const rise = Math.sqrt(1 - (1 - Math.min(1, inside / 0.012)) ** 2)
      const x = (a - 0.5) * long
      const z = (0.5 - b) * WIDTH
      // Hand-made: the sides are not ruled lines.
      const sway = inside < 0.01 ? wander(a, b) * 0.0015 * (edgeZ > 0.02 ? 1 : 0) : 0
      return {
        x: x + sway * Math.sign(x) * -1 * (edge < 0.01 ? 1 : 0),
        y: 0.002 + (HEIGHT - 0.0022) * rise + (rise === 1 ? lie(a, b) * 0.0007 - 0.0007 : 0),
        z,
        u: x + LENGTH / 2,
        v: WIDTH / 2 + z,
      }
    }),
    180,
  )
  skirt(pile, columns, rows)

  const fringe = knottedFringe(long)
  drawToSize([pile, fringe], { width: LENGTH, height: HEIGHT, depth: WIDTH })
  bakeOcclusion([pile, fringe], { reach: 0.02, rays: 24, strength: 0.7 })

  const tufts = tuftedPile()
  const twist = twistedYarn()
  const look = (palette: RugPalette, yarn: string) => ({
    name: palette.name,
    surfaces: {
      pile: {
        name: `Wool pile, ${palette.name}`,
        roughness: 1,
        base: { image: rugPattern(palette, LENGTH, WIDTH), tile: [LENGTH, WIDTH] as const },
        normal: { image: tufts.normal, tile: PILE_TILE },
        packed: { image: tufts.surface, tile: PILE_TILE },
        sheen: { colour: [0.1, 0.095, 0.085] as const, roughness: 0.7 },
      },
      fringe: {
        name: `Cotton fringe, ${palette.name}`,
        colour: linear(yarn),
        roughness: 1,
        normal: { image: twist.normal, tile: YARN_TILE },
        packed: { image: twist.surface, tile: YARN_TILE },
      },
    },
  })
  return {
    sku: 'rug',
    parts: { pile, fringe },
    looks: [look(SHORE, '#cfc4ad'), look(DUSK, '#b3a78f')],
  }
}

/** Closes the rug downwards: its edge falls straight to the floor, and an underside keeps light out. */
function skirt(pile: Mesh, columns: number, rows: number): void {
  const ring: number[] = []
  for (let i = 0; i < columns; i++) ring.push(i)
  for (let j = 0; j < rows; j++) ring.push(j * (columns + 1) + columns)
  for (let i = columns; i > 0; i--) ring.push(rows * (columns + 1) + i)
  for (let j = rows; j > 0; j--) ring.push(j * (columns + 1))
  const lower = ring.map((k) => {
    const [x, y, z] = pile.positions.slice(k * 3, k * 3 + 3) as [number, number, number]
    const [u, v] = pile.uvs.slice(k * 2, k * 2 + 2) as [number, number]
    const index = pile.vertex(x, 0, z, u, v + y)
    pile.normals.push(...(pile.normals.slice(k * 3, k * 3 + 3) as [number, number, number]))
    return index
  })
  ring.forEach((k, n) => {
    const m = (n + 1) % ring.length
    const a = ring[m] as number
    const c = lower[n] as number
    const d = lower[m] as number
    pile.triangle(k, c, d)
    pile.triangle(k, d, a)
  })
}

/** A fringe at both short ends: warps gathered in threes by a knot, then falling loose, no two alike. */
function knottedFringe(long: number): Mesh {
  const fringe = new Mesh()
  const next = random(73)
  const knots = 76
  for (const side of [-1, 1]) {
    for (let k = 0; k < knots; k++) {
      const z = ((k + 0.5) / knots - 0.5) * (WIDTH - 0.016) + (next() - 0.5) * 0.002
      const root = side * (long / 2 - 0.006)
      const knot = side * (long / 2 + 0.009 + next() * 0.0015)
      fringe.append(
        bar(path([root, 0.006, z], [knot + side * 0.004, 0.005, z]), {
          section: (t) => round(0.0042 + 0.0042 * Math.exp(-(((t - 0.72) / 0.22) ** 2))),
          rings: 3,
          corner: 1,
          ends: 0,
          endRings: 0,
          caps: false,
        }),
        undefined,
        [k * 0.013, k * 0.07],
      )
      const lean = (next() - 0.5) * 0.012
      for (const strand of [-1, 0, 1]) {
        // One strand reaches the declared length; the others are cut a little short of it.
        const reach = k === 40 && strand === 0 ? 1 : 0.9 + next() * 0.09
        const tip = side * (long / 2 + FRINGE * reach)
        const spread = strand * 0.0034 + lean + (next() - 0.5) * 0.005
        fringe.append(
          bar(
            path(
              [knot, 0.0052, z + strand * 0.0012],
              [knot + (tip - knot) * 0.4, 0.0032, z + strand * 0.003 + lean * 0.25],
              [tip, 0.0017, z + spread],
            ),
            {
              // Frayed to a point: no cap to close.
              section: (t) => round(0.0042 * (1 - 0.8 * t ** 5)),
              rings: 4,
              corner: 0,
              ends: 0,
              endRings: 0,
              caps: false,
            },
          ),
          undefined,
          [k * 0.013 + strand * 0.005, k * 0.07],
        )
      }
    }
  }
  return fringe
}
