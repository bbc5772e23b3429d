import type { Surface } from '../gltf/product-source'

/** Clear glass thin enough to bend nothing: covers of dials, tanks. */
export const sheetGlass: Surface = {
  name: 'Glass, sheet',
  colour: [0.97, 0.985, 0.98],
  roughness: 0.03,
  ior: 1.5,
  transmission: { factor: 1 },
}

export const water: Surface = {
  name: 'Water',
  colour: [0.96, 0.985, 0.99],
  roughness: 0.01,
  ior: 1.33,
  transmission: { factor: 1, thickness: 0.04, tint: [0.8, 0.93, 0.95], depth: 0.4 },
}
