import type { ProductSource } from '../gltf/product-source'
import { champagne, lacquer } from '../materials/cosmetic-case'
import { drawToSize } from '../shape/draw-to-size'
import { lipstick } from '../shape/lipstick'
import { bakeOcclusion } from '../shape/occlusion'
import { disc } from '../shape/slab'
import { linear } from '../texture/image'

const SHADES = { shell: '#bf7a69', dulse: '#6d2234', beacon: '#b5202c' } as const

/** Satin lipstick: a round lacquered case and a bullet with the low shine of its oils. */
export default function satinLipstick(): ProductSource<'case' | 'metal' | 'bullet'> {
  const parts = lipstick(disc(0.0095), 0.025)
  drawToSize(Object.values(parts), { width: 0.0441, height: 0.0692, depth: 0.0221 })
  bakeOcclusion(Object.values(parts), { reach: 0.014, rays: 36, strength: 0.75, lift: 1e-4 }, [
    parts.case,
    parts.bullet,
  ])
  const body = lacquer('stone', '#d9d0c2')
  return {
    sku: 'satin-lipstick',
    parts,
    looks: Object.entries(SHADES).map(([name, colour]) => ({
      name,
      surfaces: {
        case: body,
        metal: champagne(),
        bullet: {
          name: `Lipstick, ${name}`,
          colour: linear(colour),
          roughness: 0.36,
          clearcoat: { factor: 0.25, roughness: 0.28 },
        },
      },
    })),
    wear: {
      kind: 'makeup',
      shades: Object.fromEntries(
        Object.entries(SHADES).map(([name, colour]) => [
          name,
          { region: 'lips', colour, finish: 'satin', opacity: 0.8 },
        ]),
      ),
    },
  }
}
