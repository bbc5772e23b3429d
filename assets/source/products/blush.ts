import type { ProductSource } from '../gltf/product-source'
import { champagne, lacquer, mirrorGlass } from '../materials/cosmetic-case'
import { powder } from '../materials/powder'
import { compact } from '../shape/compact'
import { drawToSize } from '../shape/draw-to-size'
import { bakeOcclusion } from '../shape/occlusion'
import { disc } from '../shape/slab'
import { pressedPowder, rippledSand } from '../texture/pressed-powder'

const PAN = 0.0225
const SHADES = {
  clay: { colour: '#b8685a', finish: 'matte', opacity: 0.4 },
  heather: { colour: '#c26f80', finish: 'matte', opacity: 0.4 },
  daybreak: { colour: '#db8a70', finish: 'satin', opacity: 0.35 },
  bramble: { colour: '#8c3c4d', finish: 'satin', opacity: 0.35 },
} as const

/** Blush: a round compact, 62 mm, with a mirror in its lid and ripples of sand pressed into the powder. */
export default function blush(): ProductSource<'case' | 'metal' | 'mirror' | 'powder'> {
  const parts = compact({
    plan: disc(0.031),
    pan: disc(PAN),
    base: 0.0095,
    lid: 0.0052,
    open: 1.88,
    hinge: 0.018,
    lettering: 0.0026,
  })
  drawToSize(Object.values(parts), { width: 0.062, height: 0.0695, depth: 0.0874 })
  bakeOcclusion(
    [parts.case, parts.metal, parts.powder],
    { reach: 0.012, rays: 40, strength: 0.7, lift: 1e-4 },
    [parts.case, parts.metal, parts.powder],
  )
  const pressed = pressedPowder('blush', rippledSand(PAN), PAN * 2.02, 9300)
  const body = lacquer('stone', '#d9d0c2')
  return {
    sku: 'blush',
    parts,
    looks: Object.entries(SHADES).map(([name, { colour, finish }]) => ({
      name,
      surfaces: {
        case: body,
        metal: champagne(),
        mirror: mirrorGlass(),
        powder: powder(name, colour, finish, pressed),
      },
    })),
    wear: {
      kind: 'makeup',
      shades: Object.fromEntries(
        Object.entries(SHADES).map(([name, shade]) => [name, { region: 'cheeks', ...shade }]),
      ),
    },
  }
}
