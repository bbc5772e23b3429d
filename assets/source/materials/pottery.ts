import type { Surface } from '../gltf/product-source'
import { type Coat, glazedCoat, POTTERY_TILE, terracottaClay } from '../texture/pottery'
import { once } from './once'

const pottery = (name: string, coat?: Coat) =>
  once<Surface>(() => {
    const { colour, normal, surface } = coat ? glazedCoat(coat) : terracottaClay()
    return {
      name,
      roughness: 1,
      base: { image: colour, tile: POTTERY_TILE },
      normal: { image: normal, tile: POTTERY_TILE },
      packed: { image: surface, tile: POTTERY_TILE },
    }
  })

export const terracotta = pottery('Terracotta')
export const shellGlaze = pottery('Stoneware, shell glaze', {
  name: 'shell',
  glaze: '#ddd6c8',
  deep: '#d0c7b6',
  speckle: '#6a543f',
  speckles: 0.8,
  roughness: 0.34,
})
export const kelpGlaze = pottery('Stoneware, kelp glaze', {
  name: 'kelp',
  glaze: '#7e8670',
  deep: '#5f6a58',
  speckle: '#33352a',
  speckles: 0.5,
  roughness: 0.26,
})
export const basaltGlaze = pottery('Stoneware, basalt glaze', {
  name: 'basalt',
  glaze: '#45433f',
  deep: '#33322f',
  speckle: '#8a7f70',
  speckles: 0.35,
  roughness: 0.5,
})
export const tideGlaze = pottery('Stoneware, tide glaze', {
  name: 'tide',
  glaze: '#52636d',
  deep: '#35454f',
  speckle: '#a7aca6',
  speckles: 0.15,
  roughness: 0.24,
})
