import { Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { PALETTE } from '../materials/palette'
import { blackOak, fumedOak, oak } from '../materials/timber'
import { upholstery, upholsteryLinen } from '../materials/upholstery'
import { bar, path, round } from '../shape/bar'
import { board } from '../shape/board'
import { type CushionOptions, cushionParts } from '../shape/cushion'
import { drawToSize } from '../shape/draw-to-size'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'

const SIDES = [1, -1] as const
const WIDTH = 1.92
const DEPTH = 0.9
/** Underside of the upholstery; the deck the seat cushions lie on. */
const BASE = 0.145
const DECK = 0.275
const ARM = 0.145
const PIPING = 0.009
/** Half the room between the arms. */
const INSIDE = WIDTH / 2 - ARM - 0.02

/**
 * Sofa for two and a half, 1.92 × 0.78 × 0.90 m. A solid frame on turned legs; arms, back and cushions boxed and piped, two loose
 * cushions to sit on and two to lean on.
 */
export default function sofa(): ProductSource<'frame' | 'cloth'> {
  const frame = woodFrame()
  const cloth = new Mesh()
  const cords = new Mesh()
  const add = ({ options, at }: Piece, shift: readonly [number, number]) => {
    const { body, cord } = cushionParts({ ...options, piping: PIPING })
    cloth.append(body, at, shift)
    cords.append(cord, at, shift)
  }
  cloth.append(deck(), undefined, [0.03, 0.05])
  add(back(), [0, 0])
  for (const side of SIDES) {
    add(arm(side), [side * 0.021, 0.013])
    add(seatCushion(side), [side * 0.033, 0.021])
    add(backCushion(side), [side * 0.017, 0.057])
  }
  drawToSize([frame, cloth, cords], { width: WIDTH, height: 0.78, depth: DEPTH })
  // The panels' rims lie inside the piping: if it threw shade, every seam would be outlined in black.
  bakeOcclusion([frame, cloth, cords], { reach: 0.26, rays: 32, strength: 0.85 }, [frame, cloth])
  cloth.append(cords)
  // Half of each cord is sewn in: its own shade would darken the half that is seen.
  cloth.occlusion.push(...cords.occlusion.map((open) => Math.max(open, 0.62)))
  return {
    sku: 'sofa',
    parts: { frame, cloth },
    looks: [
      { name: 'oat', surfaces: { frame: oak(), cloth: upholstery('Bouclé, oat', PALETTE.oat) } },
      { name: 'sage', surfaces: { frame: oak(), cloth: upholsteryLinen('Linen, sage', PALETTE.sage) } },
      { name: 'rust', surfaces: { frame: fumedOak(), cloth: upholsteryLinen('Linen, rust', PALETTE.rust) } },
      { name: 'ink', surfaces: { frame: blackOak(), cloth: upholstery('Bouclé, ink', PALETTE.ink) } },
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

/** A boxed and piped body, and where it stands. */
interface Piece {
  readonly options: Omit<CushionOptions, 'piping'>
  readonly at: Matrix4
}

/** A slab on edge between two piped seams: outer panel, inner panel, a band over the top and down the ends. */
function arm(side: number): Piece {
  const height = 0.43
  const options = {
    width: DEPTH - 0.012,
    depth: height,
    boxing: ARM - 0.02,
    crown: 0.012,
    belly: 0.012,
    corner: 0.06,
    rings: { upper: 6, lower: 6 },
    seed: 201 + side,
  }
  // Laid on its side: its length runs front to back, its thickness across.
  const turn = new Matrix4().makeBasis(new Vector3(0, 0, 1), new Vector3(1, 0, 0), new Vector3(0, 1, 0))
  const x = side * (WIDTH / 2 - 0.012 - (ARM - 0.02) / 2) - (ARM - 0.02) / 2
  return { options, at: turn.setPosition(x, BASE + height / 2 + 0.003, 0) }
}

/** What the cushions lie on, upholstered; its front is the band seen below them. */
function deck(): Mesh {
  const depth = DEPTH - 0.1
  return board({
    size: [INSIDE * 2 + 0.03, DECK - BASE, depth],
    centre: [0, (DECK + BASE) / 2, 0.028],
    radius: 0.014,
    grain: 'x',
    cell: 0.07,
    seed: 211,
  })
}

function back(): Piece {
  const height = 0.54
  const options = {
    width: INSIDE * 2 + 0.012,
    depth: height,
    boxing: 0.115,
    crown: 0.016,
    belly: 0.012,
    corner: 0.05,
    rings: { upper: 5, lower: 7 },
    seed: 221,
  }
  return { options, at: place([0, BASE + height / 2 + 0.01, -0.405], Math.PI / 2 - 0.09) }
}

function seatCushion(side: number): Piece {
  const width = INSIDE - 0.003
  const options = {
    width,
    depth: 0.7,
    boxing: 0.135,
    crown: 0.04,
    belly: 0.003,
    corner: 0.05,
    rings: { upper: 11, lower: 4 },
    seed: 231 + side,
  }
  return { options, at: place([side * (width / 2 + 0.002), DECK + 0.006, 0.092], -0.025) }
}

function backCushion(side: number): Piece {
  const width = INSIDE - 0.006
  const options = {
    width,
    depth: 0.37,
    boxing: 0.11,
    crown: 0.06,
    belly: 0.02,
    corner: 0.06,
    rings: { upper: 12, lower: 6 },
    seed: 241 + side,
  }
  return { options, at: place([side * (width / 2 + 0.003), 0.571, -0.285], Math.PI / 2 - 0.24) }
}

/** Rails tenoned into turned legs, set back a little from the upholstery. */
function woodFrame(): Mesh {
  const mesh = new Mesh()
  const [x, z] = [WIDTH / 2 - 0.085, DEPTH / 2 - 0.075]
  let plank = 0
  for (const sx of SIDES) {
    for (const sz of SIDES) {
      plank++
      mesh.append(
        bar(path([sx * (x + 0.012), 0, sz * (z + 0.012)], [sx * x, BASE + 0.002, sz * z]), {
          section: (t) => round(0.034 + 0.02 * t),
          up: new Vector3(sx, 0, -sz),
          rings: 8,
          corner: 7,
          ends: 0.004,
          endRings: 3,
        }),
        undefined,
        [plank * 0.05, plank * 0.21],
      )
    }
    mesh.append(
      board({
        size: [x * 2 - 0.03, 0.048, 0.026],
        centre: [0, BASE - 0.023, sx * z],
        radius: 0.004,
        grain: 'x',
        cell: 0.1,
        seed: 251 + sx,
      }),
    )
    mesh.append(
      board({
        size: [0.026, 0.048, z * 2 - 0.03],
        centre: [sx * x, BASE - 0.023, 0],
        radius: 0.004,
        grain: 'z',
        cell: 0.1,
        seed: 261 + sx,
      }),
    )
  }
  return mesh
}
