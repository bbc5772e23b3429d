import type { ProductSource } from '../gltf/product-source'
import { champagne, mirrorGlass, softTouch } from '../materials/cosmetic-case'
import { powder } from '../materials/powder'
import { compact } from '../shape/compact'
import { drawToSize } from '../shape/draw-to-size'
import { bakeOcclusion } from '../shape/occlusion'
import { pressedPowder, scallopShell } from '../texture/pressed-powder'

const PAN = 0.0132
const SHADES = {
  pebble: { colour: '#917d6e', finish: 'matte', opacity: 0.6 },
  'copper-sand': { colour: '#b57a55', finish: 'satin', opacity: 0.6 },
  slate: { colour: '#5a606c', finish: 'satin', opacity: 0.6 },
  spindrift: { colour: '#dcc6aa', finish: 'gloss', opacity: 0.5 },
} as const

/** Eyeshadow: a square single compact, 40 mm, with a scallop pressed into the powder. */
export default function eyeshadow(): ProductSource<'case' | 'metal' | 'mirror' | 'powder'> {
  const parts = compact({
    plan: { halfX: 0.02, halfZ: 0.02, corner: 0.0065 },
    pan: { halfX: PAN, halfZ: PAN, corner: 0.003 },
    base: 0.0082,
    lid: 0.0045,
    open: 1.95,
    hinge: 0.014,
    lettering: 0.0019,
  })
  drawToSize(Object.values(parts), { width: 0.04, height: 0.0462, depth: 0.0606 })
  bakeOcclusion(
    [parts.case, parts.metal, parts.powder],
    { reach: 0.009, rays: 40, strength: 0.7, lift: 1e-4 },
    [parts.case, parts.metal, parts.powder],
  )
  const pressed = pressedPowder('eyeshadow', scallopShell(PAN), PAN * 2.02, 9400)
  const body = softTouch('charcoal', '#33302e')
  return {
    sku: 'eyeshadow',
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
        Object.entries(SHADES).map(([name, shade]) => [name, { region: 'eyelids', ...shade }]),
      ),
    },
  }
}
