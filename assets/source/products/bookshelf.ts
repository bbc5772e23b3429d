import { Matrix4 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { blackenedSteel, brass } from '../materials/brushed-metal'
import { lacqueredOak, oak, walnut } from '../materials/timber'
import { board } from '../shape/board'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'
import { smoothstep } from '../texture/noise'

const HEIGHT = 1.85
const WIDTH = 0.9
/** Depth at the floor and at the top: the front edge leans back. */
const DEEP = 0.34
const SHALLOW = 0.25
const BACK = -DEEP / 2
const UPRIGHT = 0.026
const SHELF = 0.022
/** Undersides of the shelves. */
const SHELVES = [0.075, 0.262, 0.62, 0.945, 1.255, 1.545, 1.775] as const
const INSIDE = WIDTH / 2 - UPRIGHT - 0.0035
const SIDES = [1, -1] as const

/** Where the front of the uprights lies at a height. */
const front = (y: number) => BACK + DEEP + ((SHALLOW - DEEP) * y) / HEIGHT

/**
 * Bookshelf, 0.90 × 1.85 × 0.34 m. Two uprights whose front leans back, shelves housed in them and tenoned through, a back rail
 * behind each, two drawers between the lowest shelves.
 */
export default function bookshelf(): ProductSource<'carcass' | 'pulls'> {
  const carcass = new Mesh()
  const joints = new Mesh()
  for (const side of SIDES) carcass.append(upright(side))
  SHELVES.forEach((y, k) => {
    carcass.append(shelf(y, k))
    for (const side of SIDES) joints.append(tenons(y, side, k))
    if (k > 1) carcass.append(backRail(y, k))
  })
  carcass.append(drawerBack())
  for (const side of SIDES) carcass.append(drawerFront(side))
  carcass.append(drawerPost())
  const pulls = new Mesh()
  for (const side of SIDES) pulls.append(pull(side))

  drawToSize([carcass, joints, pulls], { width: WIDTH, height: HEIGHT, depth: DEEP })
  // Tenons stand proud by less than the uprights' vertices lie apart: their shade would come out as blots.
  bakeOcclusion([carcass, pulls], { reach: 0.26, rays: 40, strength: 0.85 })
  bakeOcclusion([joints], { reach: 0.26, rays: 40, strength: 0 })
  // End grain drinks more oil.
  for (let i = 0; i < joints.occlusion.length; i++) joints.occlusion[i] = 0.78
  carcass.append(joints)
  carcass.occlusion.push(...joints.occlusion)
  return {
    sku: 'bookshelf',
    parts: { carcass, pulls },
    looks: [
      { name: 'oak', surfaces: { carcass: oak(), pulls: brass() } },
      { name: 'walnut', surfaces: { carcass: walnut(), pulls: brass() } },
      {
        name: 'sage',
        surfaces: { carcass: lacqueredOak('Oak, sage lacquer', '#7f8674'), pulls: blackenedSteel() },
      },
    ],
  }
}

/** A plank stood on end, glued up from three staves, its front cut on the slant, its upper corners eased. */
function upright(side: number): Mesh {
  const plank = board({
    size: [UPRIGHT, HEIGHT, DEEP],
    centre: [side * (WIDTH / 2 - UPRIGHT / 2 - 0.0035), HEIGHT / 2, 0],
    radius: 0.003,
    grain: 'y',
    staves: { along: 'z', count: 3 },
    cell: 0.03,
    seed: 11 + side,
  })
  plank.deform((p) => {
    // A shallow arch leaves two feet.
    if (p.y < 0.02) p.y += 0.026 * (1 - smoothstep(0.085, 0.115, Math.abs(p.z)))
    p.z = BACK + ((p.z - BACK) * (front(p.y) - BACK)) / DEEP
  })
  return smoothNormals(plank)
}

function shelf(y: number, k: number): Mesh {
  const depth = front(y + SHELF) - BACK - 0.004
  return board({
    size: [INSIDE * 2 - 0.0004, SHELF, depth],
    centre: [0, y + SHELF / 2, BACK + depth / 2],
    radius: 0.0025,
    grain: 'x',
    staves: { along: 'z', count: 3 },
    cell: 0.055,
    seed: 23 + k,
  })
}

/** Two tenons a shelf come through each upright and stand a hair proud of it. */
function tenons(y: number, side: number, k: number): Mesh {
  const mesh = new Mesh()
  const depth = front(y) - BACK
  for (const share of [0.27, 0.73]) {
    mesh.append(
      board({
        size: [0.02, SHELF - 0.006, 0.058],
        centre: [side * (WIDTH / 2 - 0.01), y + SHELF / 2, BACK + depth * share],
        radius: 0.0016,
        grain: 'x',
        soft: 1,
        seed: 41 + k * 4 + share,
      }),
    )
  }
  return mesh
}

/** Stops books from falling behind and the whole from swaying sideways. */
function backRail(y: number, k: number): Mesh {
  return board({
    size: [INSIDE * 2 - 0.0004, 0.058, 0.016],
    centre: [0, y + SHELF + 0.0288, BACK + 0.016],
    radius: 0.002,
    grain: 'x',
    cell: 0.06,
    seed: 71 + k,
  })
}

const [LOWEST, ABOVE] = SHELVES
const OPENING = { from: LOWEST + SHELF, to: ABOVE }
const REVEAL = 0.0025

function drawerFront(side: number): Mesh {
  const width = INSIDE - 0.011 - REVEAL * 2
  return board({
    size: [width, OPENING.to - OPENING.from - REVEAL * 2, 0.02],
    centre: [
      side * (0.011 + REVEAL + width / 2),
      (OPENING.from + OPENING.to) / 2,
      front(OPENING.to) - 0.0155,
    ],
    radius: 0.002,
    grain: 'x',
    cell: 0.06,
    // Cut from one board, so that the grain runs on across both.
    seed: 90,
  })
}

/** Closes the drawers' bay behind. */
function drawerBack(): Mesh {
  return board({
    size: [INSIDE * 2 - 0.0004, OPENING.to - OPENING.from - 0.0004, 0.008],
    centre: [0, (OPENING.from + OPENING.to) / 2, BACK + 0.012],
    radius: 0.001,
    grain: 'x',
    soft: 1,
    cell: 0.06,
    seed: 95,
  })
}

function drawerPost(): Mesh {
  const depth = front(OPENING.to) - BACK - 0.01
  return board({
    size: [0.022, OPENING.to - OPENING.from - 0.0004, depth],
    centre: [0, (OPENING.from + OPENING.to) / 2, BACK + depth / 2],
    radius: 0.002,
    grain: 'y',
    cell: 0.06,
    seed: 97,
  })
}

/** A small turned knob on a neck. */
function pull(side: number): Mesh {
  const profile = outline(
    [
      { x: 0.0055, y: 0 },
      { x: 0.0045, y: 0.008, fillet: 0.004 },
      { x: 0.0105, y: 0.0145, fillet: 0.003 },
      { x: 0.0105, y: 0.0185, fillet: 0.0018 },
      { x: 0, y: 0.0192 },
    ],
    false,
    5,
  )
  const knob = lathe(profile, 40)
  const face = front(OPENING.to) - 0.0056
  return new Mesh().append(
    knob,
    new Matrix4()
      .makeRotationX(Math.PI / 2)
      .setPosition(side * INSIDE * 0.5, (OPENING.from + OPENING.to) / 2, face),
  )
}
