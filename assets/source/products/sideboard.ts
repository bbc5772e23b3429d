import { Vector2 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { blackenedSteel, brass } from '../materials/brushed-metal'
import { lacqueredOak, oak, walnut } from '../materials/timber'
import { board } from '../shape/board'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { mitredBox } from '../shape/mitred-box'
import { bakeOcclusion } from '../shape/occlusion'
import { smoothNormals } from '../shape/smooth-normals'
import { random } from '../texture/noise'

const WIDTH = 1.6
const HEIGHT = 0.7
const DEPTH = 0.45
const LEGS = 0.15
const WALL = 0.022
const FRONT = DEPTH / 2
const MIDDLE = LEGS + (HEIGHT - LEGS) / 2
/** The opening the doors run in. */
const OPENING = { width: WIDTH - WALL * 2, height: HEIGHT - LEGS - WALL * 2 }
/** Faces of the tambour's canvas and of its slats, set back from the carcass. */
const CANVAS = FRONT - 0.0215
const SLATS = 45
const STILE = 0.026
const GROOVE = 0.016
const REVEAL = 0.003
const SIDES = [1, -1] as const

/**
 * Sideboard, 1.60 × 0.70 × 0.45 m. A carcass mitred all round, two tambour doors that run in grooves past a finger groove beside each
 * meeting stile, a steel or brass frame under it.
 */
export default function sideboard(): ProductSource<'carcass' | 'frame'> {
  const carcass = new Mesh()
  carcass.append(
    mitredBox({
      width: WIDTH,
      height: HEIGHT - LEGS,
      depth: DEPTH,
      thickness: WALL,
      corner: 0.004,
      edge: 0.0018,
      staves: 4,
      seed: 501,
    }).deform((p) => p.setY(p.y + MIDDLE)),
  )
  for (const side of SIDES) {
    carcass.append(tambour(side))
    carcass.append(canvas(side))
    carcass.append(stile(side))
  }
  carcass.append(partition())
  carcass.append(backPanel())
  const frame = legFrame()

  drawToSize([carcass, frame], { width: WIDTH, height: HEIGHT, depth: DEPTH })
  bakeOcclusion([carcass, frame], { reach: 0.2, rays: 36, strength: 0.9 })
  return {
    sku: 'sideboard',
    parts: { carcass, frame },
    looks: [
      { name: 'oak', surfaces: { carcass: oak(), frame: blackenedSteel() } },
      { name: 'walnut', surfaces: { carcass: walnut(), frame: brass() } },
      {
        name: 'ink',
        surfaces: { carcass: lacqueredOak('Oak, ink lacquer', '#2f3a42'), frame: blackenedSteel() },
      },
    ],
  }
}

/** Half the front: slats glued to a canvas, each with a flat back and a softly rounded face, a groove between. */
function tambour(side: number): Mesh {
  const from = REVEAL / 2 + STILE + GROOVE
  const pitch = (OPENING.width / 2 + 0.004 - from) / SLATS
  const next = random(side === 1 ? 611 : 613)
  const shares = [0, 0.05, 0.09, 0.2, 0.36, 0.5, 0.64, 0.8, 0.91, 0.95, 1]
  const heights = [0, 0, 0.0052, 0.0066, 0.0073, 0.0075, 0.0073, 0.0066, 0.0052, 0, 0]
  const rows = [0, 0.02, 0.08, 0.25, 0.5, 0.75, 0.92, 0.98, 1]
  const mesh = new Mesh()
  const tall = OPENING.height + 0.008
  for (let k = 0; k < SLATS; k++) {
    const left = side === 1 ? from + k * pitch : -from - (k + 1) * pitch
    const [du, dv] = [next() * 0.24, next() * 0.96]
    mesh.append(
      smoothNormals(
        new Mesh().grid(shares.length - 1, rows.length - 1, (i, j) => {
          const x = left + (shares[i] as number) * pitch
          const y = MIDDLE + tall * ((rows[j] as number) - 0.5)
          return { x, y, z: CANVAS + (heights[i] as number), u: x + du, v: y + dv }
        }),
        42,
      ),
    )
  }
  return mesh
}

/** What the slats are glued to; the bottom of the finger groove. */
function canvas(side: number): Mesh {
  const from = REVEAL / 2 + STILE * 0.5
  const width = OPENING.width / 2 + 0.004 - from
  return board({
    size: [width, OPENING.height + 0.008, 0.005],
    centre: [side * (from + width / 2), MIDDLE, CANVAS - 0.0027],
    radius: 0.0005,
    grain: 'y',
    soft: 1,
    cell: 0.12,
    seed: 621,
  })
}

/** The door's edge, solid, a little proud of the slats: what the hand takes hold of. */
function stile(side: number): Mesh {
  return board({
    size: [STILE, OPENING.height - 0.003, 0.022],
    centre: [side * (REVEAL / 2 + STILE / 2), MIDDLE, CANVAS],
    radius: 0.003,
    grain: 'y',
    cell: 0.05,
    seed: 631 + side,
  })
}

function partition(): Mesh {
  const depth = DEPTH - 0.06
  return board({
    size: [WALL, OPENING.height + 0.002, depth],
    centre: [0, MIDDLE, -0.012],
    radius: 0.001,
    grain: 'y',
    soft: 1,
    cell: 0.12,
    seed: 641,
  })
}

/** Let into a rebate behind. */
function backPanel(): Mesh {
  return board({
    size: [OPENING.width - 0.001, OPENING.height - 0.001, 0.008],
    centre: [0, MIDDLE, -DEPTH / 2 + 0.011],
    radius: 0.0008,
    grain: 'x',
    staves: { along: 'y', count: 4 },
    soft: 1,
    cell: 0.06,
    seed: 651,
  })
}

/** Square tube: a rectangle of rails under the carcass, four legs, a levelling foot in each. */
function legFrame(): Mesh {
  const tube = 0.02
  const [halfX, halfZ] = [WIDTH / 2 - 0.11, DEPTH / 2 - 0.045]
  const mesh = new Mesh()
  const rail = LEGS - tube / 2
  const soft = { radius: 0.0022, soft: 2 }
  for (const side of SIDES) {
    mesh.append(
      board({
        ...soft,
        size: [halfX * 2 + tube, tube, tube],
        centre: [0, rail, side * halfZ],
        grain: 'x',
        seed: 3,
      }),
    )
    mesh.append(
      board({
        ...soft,
        size: [tube, tube, halfZ * 2 - tube],
        centre: [side * halfX, rail, 0],
        grain: 'z',
        seed: 5,
      }),
    )
    for (const other of SIDES) {
      const [x, z] = [side * halfX, other * halfZ]
      const tall = LEGS - tube - 0.007
      mesh.append(
        board({
          ...soft,
          size: [tube, tall, tube],
          centre: [x, 0.007 + tall / 2, z],
          grain: 'y',
          cell: 0.02,
          seed: 7,
        }),
      )
      mesh.append(
        lathe(
          [
            new Vector2(0, 0),
            new Vector2(0.0085, 0),
            new Vector2(0.0092, 0.0008),
            new Vector2(0.0092, 0.004),
            new Vector2(0.004, 0.0045),
            new Vector2(0.004, 0.009),
          ],
          24,
          0,
          40,
        ).deform((p) => p.set(p.x + x, p.y, p.z + z)),
      )
    }
  }
  return mesh
}
