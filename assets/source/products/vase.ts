import { Vector2 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { lathe } from '../shape/lathe'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { type Glaze, glazedStoneware } from '../texture/glaze'

const GLAZES: readonly Glaze[] = [
  {
    name: 'speckle',
    body: '#a98a69',
    glaze: '#dcd5c6',
    pooled: '#e9e4d8',
    thin: '#b39670',
    speckle: '#54402f',
    speckles: 1,
    roughness: 0.34,
    variation: 0.25,
  },
  {
    name: 'iron',
    body: '#8a6b52',
    glaze: '#6b3827',
    pooled: '#46190f',
    thin: '#b06f3d',
    speckle: '#26120b',
    speckles: 0.45,
    roughness: 0.24,
    variation: 0.5,
  },
  {
    name: 'tide',
    body: '#a08a70',
    glaze: '#3a4a57',
    pooled: '#212d38',
    thin: '#8c979a',
    speckle: '#b9c0bb',
    speckles: 0.12,
    roughness: 0.24,
    variation: 0.6,
  },
]

/** Vase, 0.18 × 0.30 × 0.18 m: thrown stoneware with a foot ring, a high shoulder, a short flared neck and a wall one can see the thickness of. */
export default function vase(): ProductSource<'body'> {
  const foot = outline(
    [
      { x: 0, y: 0.006 },
      { x: 0.034, y: 0.006, fillet: 0.003 },
      { x: 0.036, y: 0, fillet: 0.0015 },
      { x: 0.043, y: 0, fillet: 0.0018 },
      { x: 0.0445, y: 0.008, fillet: 0.004 },
      { x: 0.05, y: 0.02 },
    ],
    false,
    4,
  )
  const wall = spline(
    [
      [0.05, 0.02],
      [0.062, 0.05],
      [0.076, 0.1],
      [0.0868, 0.15],
      [0.09, 0.184],
      [0.0865, 0.211],
      [0.074, 0.2345],
      [0.053, 0.252],
      [0.0385, 0.266],
      [0.0345, 0.278],
      [0.0375, 0.2905],
      [0.0435, 0.2975],
    ],
    40,
  )
  const lip = [new Vector2(0.0448, 0.2993), new Vector2(0.0442, 0.3), new Vector2(0.0425, 0.2998)]
  const inside = spline(
    [
      [0.0408, 0.298],
      [0.034, 0.289],
      [0.0308, 0.278],
      [0.035, 0.264],
      [0.05, 0.2475],
      [0.07, 0.231],
      [0.082, 0.208],
      [0.0845, 0.184],
      [0.081, 0.15],
      [0.07, 0.1],
      [0.056, 0.052],
      [0.045, 0.026],
      [0.03, 0.014],
      [0, 0.012],
    ],
    20,
  )
  const profile = [...foot, ...wall.slice(1), ...lip, ...inside]
  // The widest ring is exactly the declared diameter.
  const widest = Math.max(...profile.map((p) => p.x))
  const exact = profile.map((p) => new Vector2((p.x / widest) * 0.09, p.y))
  const body = lathe(exact, 96, 0.09, 75)
  bakeOcclusion([body], { reach: 0.16, rays: 64, strength: 0.9 })

  return {
    sku: 'vase',
    parts: { body },
    looks: GLAZES.map((glaze) => {
      const made = glazedStoneware(glaze, exact)
      return {
        name: glaze.name,
        surfaces: {
          body: {
            name: `Stoneware, ${glaze.name}`,
            roughness: 1,
            base: { image: made.colour, tile: made.tile },
            normal: { image: made.normal, tile: made.tile },
            packed: { image: made.surface, tile: made.tile },
          },
        },
      }
    }),
  }
}
