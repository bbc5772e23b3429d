import type { ProductSource } from '../gltf/product-source'
import { floorLamp } from './floor-lamp'
import { framedPicture } from './framed-picture'
import { loungeChair } from './lounge-chair'
import { rug } from './rug'
import { sideTable } from './side-table'
import { vase } from './vase'

/** Every product this folder makes, by SKU. Made only when called. */
export const PRODUCTS: Readonly<Record<string, () => ProductSource>> = {
  'lounge-chair': loungeChair,
  'floor-lamp': floorLamp,
  'side-table': sideTable,
  vase,
  'framed-picture': framedPicture,
  rug,
}
