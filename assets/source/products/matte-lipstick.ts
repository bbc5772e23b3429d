import type { ProductSource } from '../gltf/product-source'
import { champagne, softTouch } from '../materials/cosmetic-case'
import { drawToSize } from '../shape/draw-to-size'
import { lipstick } from '../shape/lipstick'
import { bakeOcclusion } from '../shape/occlusion'
import { linear } from '../texture/image'

/** Shades, sRGB: the bullet and the lips are the same colour, that is what matte means. */
const SHADES = { driftwood: '#a3655a', thrift: '#b4566b', rosehip: '#9b2a2c' } as const

/** Matte lipstick: a soft-touch case, square with generous corners, and a bullet without shine. */
export default function matteLipstick(): ProductSource<'case' | 'metal' | 'bullet'> {
  const parts = lipstick({ halfX: 0.0092, halfZ: 0.0092, corner: 0.0042 }, 0.0245)
  drawToSize(Object.values(parts), { width: 0.043, height: 0.0692, depth: 0.0215 })
  bakeOcclusion(Object.values(parts), { reach: 0.014, rays: 36, strength: 0.75, lift: 1e-4 }, [
    parts.case,
    parts.bullet,
  ])
  const body = softTouch('charcoal', '#33302e')
  return {
    sku: 'matte-lipstick',
    parts,
    looks: Object.entries(SHADES).map(([name, colour]) => ({
      name,
      surfaces: {
        case: body,
        metal: champagne(),
        bullet: {
          name: `Lipstick, ${name}`,
          colour: linear(colour),
          roughness: 0.68,
          sheen: { colour: [0.1, 0.08, 0.08], roughness: 0.6 },
        },
      },
    })),
    wear: {
      kind: 'makeup',
      shades: Object.fromEntries(
        Object.entries(SHADES).map(([name, colour]) => [
          name,
          { region: 'lips', colour, finish: 'matte', opacity: 0.92 },
        ]),
      ),
    },
  }
}
