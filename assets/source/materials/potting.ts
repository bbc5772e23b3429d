import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'
import { POTTING_TILE, pottingGrain } from '../texture/potting'
import { once } from './once'

const grain = once(pottingGrain)
const potting = (name: string, colour: string) =>
  once<Surface>(() => ({
    name,
    colour: linear(colour),
    roughness: 0.96,
    base: { image: grain().colour, tile: POTTING_TILE },
    normal: { image: grain().normal, tile: POTTING_TILE },
  }))

export const pottingSoil = potting('Potting soil', '#6b5544')
export const pumice = potting('Pumice gravel', '#d8c9b2')
