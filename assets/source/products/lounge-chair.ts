import { Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { PALETTE } from '../materials/palette'
import { blackOak, oak, walnut } from '../materials/timber'
import { upholstery } from '../materials/upholstery'
import { bar, block, path, round } from '../shape/bar'
import { cushion } from '../shape/cushion'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'

const MIRROR = new Matrix4().makeScale(-1, 1, 1)
const SIDE = new Vector3(1, 0, 0)

/**
 * Lounge chair, 0.74 × 0.80 × 0.78 m. A solid frame: rear legs and back posts bent from one piece, turned front legs tenoned
 * through the arms, spindles behind the back cushion, slats under the seat. Two boxed, piped cushions.
 */
export default function loungeChair(): ProductSource<'frame' | 'cushions'> {
  const frame = new Mesh()
  const pair = (part: Mesh, shift: number) => {
    frame.append(part, undefined, [shift, shift * 1.7])
    frame.append(part, MIRROR, [shift + 0.11, shift * 1.3 + 0.4])
  }

  // Front leg: fullest at the rail, slimmer to the foot and to the arm.
  const frontLeg = bar(path([0.322, 0, 0.336], [0.326, 0.545, 0.322]), {
    section: (t) => round(0.026 + 0.016 * Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.04)) ** 1.2),
    up: SIDE,
    rings: 10,
    corner: 3,
    ends: 0.003,
  })
  pair(frontLeg, 0.02)

  const post = bar(
    path(
      [0.302, 0, -0.372],
      [0.296, 0.14, -0.312],
      [0.29, 0.29, -0.262],
      [0.286, 0.45, -0.277],
      [0.283, 0.62, -0.325],
      [0.281, 0.8, -0.376],
    ),
    {
      section: (t) => {
        const waist = Math.exp(-(((t - 0.36) / 0.17) ** 2))
        return { width: 0.024 + 0.02 * waist, height: 0.026 + 0.004 * waist, radius: 0.0125 }
      },
      up: SIDE,
      rings: 18,
      corner: 3,
      ends: 0.006,
      endRings: 3,
    },
  )
  pair(post, 0.05)

  const arm = bar(
    path(
      [0.334, 0.548, 0.386],
      [0.335, 0.553, 0.3],
      [0.334, 0.55, 0.1],
      [0.325, 0.538, -0.1],
      [0.304, 0.528, -0.24],
      [0.296, 0.526, -0.3],
    ),
    {
      section: (t) => {
        const blade = Math.sin(Math.PI * Math.min(1, t * 1.05 + 0.1)) ** 0.6
        const width = t < 0.5 ? 0.058 + 0.014 * blade : 0.026 + 0.046 * (1 - (t - 0.5) * 2) ** 0.9
        return { width, height: 0.021 + 0.004 * t, radius: 0.0095 }
      },
      rings: 18,
      corner: 3,
      ends: 0.009,
      endRings: 4,
    },
  )
  pair(arm, 0.09)
  // The leg's tenon comes through the arm and is planed almost flush: end grain in a ring of long grain.
  const tenon = lathe(
    outline(
      [
        { x: 0.0115, y: 0.55 },
        { x: 0.0115, y: 0.5642, fillet: 0.001 },
        { x: 0, y: 0.5645 },
      ],
      false,
      3,
    ),
    20,
  )
  pair(
    tenon.deform((p) => p.set(p.x + 0.3262, p.y, p.z + 0.322)),
    0.01,
  )

  const rail = { width: 0.022, height: 0.052, radius: 0.005 }
  pair(block([0.317, 0.288, 0.32], [0.292, 0.268, -0.262], rail), 0.13)
  frame.append(
    block([-0.32, 0.29, 0.329], [0.32, 0.29, 0.329], { ...rail, width: 0.024 }),
    undefined,
    [0.03, 0.2],
  )
  frame.append(
    block([-0.285, 0.29, -0.268], [0.285, 0.29, -0.268], { ...rail, height: 0.044 }),
    undefined,
    [0.16, 0.05],
  )
  for (let k = 0; k < 5; k++) {
    const z = -0.2 + k * 0.115
    const y = 0.304 + (z - 0.058) * 0.045 - 0.0105
    frame.append(
      block(
        [-0.3, y, z],
        [0.3, y, z],
        { width: 0.05, height: 0.012, radius: 0.003 },
        { corner: 2, ends: 0, endRings: 0, caps: false },
      ),
      undefined,
      [k * 0.07, k * 0.13],
    )
  }

  const crest = bar(
    path(
      [-0.279, 0.755, -0.362],
      [-0.14, 0.762, -0.374],
      [0, 0.765, -0.378],
      [0.14, 0.762, -0.374],
      [0.279, 0.755, -0.362],
    ),
    {
      section: (t) => ({ width: 0.02, height: 0.052 + 0.016 * Math.sin(Math.PI * t), radius: 0.008 }),
      up: new Vector3(0, 0.966, -0.26),
      rings: 14,
      corner: 3,
      ends: 0.002,
    },
  )
  frame.append(crest, undefined, [0.2, 0.1])
  const lower = bar(path([-0.285, 0.36, -0.262], [0, 0.362, -0.274], [0.285, 0.36, -0.262]), {
    section: () => ({ width: 0.02, height: 0.034, radius: 0.006 }),
    up: new Vector3(0, 0.97, -0.24),
    rings: 8,
  })
  frame.append(lower, undefined, [0.05, 0.3])
  const spindles = new Mesh()
  for (let k = 0; k < 9; k++) {
    const x = -0.224 + k * 0.056
    const bow = 1 - (x / 0.285) ** 2
    spindles.append(
      bar(
        path(
          [x, 0.37, -0.264 - 0.01 * bow],
          [x, 0.56, -0.31 - 0.012 * bow],
          [x, 0.745, -0.357 - 0.014 * bow],
        ),
        {
          section: (t) => round(0.009 + 0.0035 * Math.sin(Math.PI * t)),
          up: SIDE,
          rings: 6,
          corner: 1,
          ends: 0.0005,
          endRings: 1,
        },
      ),
      undefined,
      [k * 0.03, k * 0.11],
    )
  }

  const cushions = new Mesh()
  const seat = cushion({
    width: 0.565,
    depth: 0.575,
    boxing: 0.088,
    crown: 0.034,
    belly: 0.006,
    corner: 0.045,
    piping: 0.009,
    seed: 31,
  })
  cushions.append(seat, place([0, 0.304, 0.058], -0.045))
  const back = cushion({
    width: 0.555,
    depth: 0.4,
    boxing: 0.07,
    crown: 0.044,
    belly: 0.02,
    corner: 0.045,
    piping: 0.009,
    seed: 57,
  })
  // Stood up (its upper panel to the front), then raked with the posts.
  cushions.append(back, place([0, 0.57, -0.288], Math.PI / 2 - 0.262), [0.05, 0.03])

  drawToSize([frame, spindles, cushions], { width: 0.74, height: 0.8, depth: 0.78 })
  const shade = { reach: 0.22, rays: 40, strength: 0.8 }
  // Spindles are thinner than the cushions' vertices lie apart: their shade would come out as blots.
  bakeOcclusion([cushions], shade, [frame, cushions])
  frame.append(spindles)
  bakeOcclusion([frame], shade, [frame, cushions])
  return {
    sku: 'lounge-chair',
    parts: { frame, cushions },
    looks: [
      { name: 'oat', surfaces: { frame: oak(), cushions: upholstery('Bouclé, oat', PALETTE.oat) } },
      { name: 'rust', surfaces: { frame: walnut(), cushions: upholstery('Bouclé, rust', PALETTE.rust) } },
      { name: 'ink', surfaces: { frame: blackOak(), cushions: upholstery('Bouclé, ink', PALETTE.ink) } },
    ],
  }
}

function place([x, y, z]: readonly [number, number, number], tilt: number): Matrix4 {
  return new Matrix4().compose(
    new Vector3(x, y, z),
    new Quaternion().setFromEuler(new Euler(tilt, 0, 0)),
    new Vector3(1, 1, 1),
  )
}
