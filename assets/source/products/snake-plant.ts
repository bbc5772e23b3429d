import type { ProductSource } from '../gltf/product-source'
import { basaltGlaze, kelpGlaze, shellGlaze } from '../materials/pottery'
import { pottingSoil } from '../materials/potting'
import { drawToSize } from '../shape/draw-to-size'
import { growToSize } from '../shape/grow-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { pot } from '../shape/pot'
import { outline } from '../shape/profile'
import { SWORD_SLOT, swordLeaf } from '../shape/sword-leaf'
import { shadeStones, topDressing } from '../shape/top-dressing'
import { random } from '../texture/noise'
import { SWORD_SLOTS, swordLeaves } from '../texture/sword-leaf'

const SOIL = 0.158
/** Three rosettes that grew from one root: where they stand, how many leaves and how tall. */
const ROSETTES = [
  { x: -0.022, z: 0.018, leaves: 6, tall: 0.585, turn: 0.4 },
  { x: 0.038, z: 0.012, leaves: 5, tall: 0.5, turn: 1.9 },
  { x: -0.004, z: -0.04, leaves: 5, tall: 0.52, turn: 3.1 },
] as const

/** Snake plant, 0.34 × 0.75 × 0.34 m: sixteen stiff leaves in three rosettes, in a glazed cylinder with its saucer. */
export default function snakePlant(): ProductSource<'pot' | 'soil' | 'leaves'> {
  const vessel = pot({
    from: 0.0062,
    to: 0.18,
    foot: 0.086,
    belly: 0.0985,
    rim: 0.105,
    wall: 0.0075,
    depth: 0.045,
  })
  vessel.append(saucer())
  const soil = topDressing({ radius: 0.096, height: SOIL, count: 260, grain: [0.0022, 0.0062], seed: 2611 })

  const leaves = new Mesh()
  const next = random(2612)
  for (const { x, z, leaves: count, tall, turn } of ROSETTES) {
    for (let k = 0; k < count; k++) {
      // Leaves come in two ranks that slowly turn; the innermost are the tallest and stand straightest.
      const age = 1 - k / (count - 1)
      const facing = turn + (k % 2) * Math.PI + k * 0.5 + (next() - 0.5) * 0.4
      const reach = 0.005 + age * 0.018
      leaves.append(
        swordLeaf({
          root: [x + Math.sin(facing) * reach, SOIL - 0.012, z + Math.cos(facing) * reach],
          facing,
          lean: [0.06 + age * 0.24 + next() * 0.04, -0.03 + age * 0.12 + (next() - 0.4) * 0.16],
          length: tall * (1 - age * 0.48) * (0.92 + next() * 0.12),
          width: 0.044 + next() * 0.012,
          twist: (next() - 0.5) * 1.5,
          slot: Math.floor(next() * SWORD_SLOTS),
        }),
      )
    }
  }
  growToSize([leaves], { width: 0.34, depth: 0.34, top: 0.75, from: SOIL })
  drawToSize([vessel, soil, leaves], { width: 0.34, height: 0.75, depth: 0.34 })
  bakeOcclusion([vessel, soil, leaves], { reach: 0.12, rays: 40, strength: 0.72 })
  shadeStones(soil, 0.45, 2613)

  const tile = [SWORD_SLOT[0] * SWORD_SLOTS, SWORD_SLOT[1]] as const
  const blade = swordLeaves(tile)
  const leaf = {
    name: 'Sansevieria leaf',
    roughness: 1,
    base: { image: blade.colour, tile },
    normal: { image: blade.normal, tile },
    packed: { image: blade.surface, tile },
  }
  const look = (name: string, glaze: ReturnType<typeof shellGlaze>) => ({
    name,
    surfaces: { pot: glaze, soil: pottingSoil(), leaves: leaf },
  })
  return {
    sku: 'snake-plant',
    parts: { pot: vessel, soil, leaves },
    looks: [look('shell', shellGlaze()), look('kelp', kelpGlaze()), look('basalt', basaltGlaze())],
  }
}

function saucer(): Mesh {
  return lathe(
    outline(
      [
        { x: 0, y: 0.0015 },
        { x: 0.088, y: 0.0015 },
        { x: 0.09, y: 0, fillet: 0.001 },
        { x: 0.103, y: 0, fillet: 0.006 },
        { x: 0.118, y: 0.0215, fillet: 0.004 },
        { x: 0.1165, y: 0.0235, fillet: 0.0015 },
        { x: 0.1125, y: 0.0225, fillet: 0.0015 },
        { x: 0.1, y: 0.0062, fillet: 0.006 },
        { x: 0, y: 0.0058 },
      ],
      false,
      6,
    ),
    88,
  )
}
