import type { Surface } from '../gltf/product-source'

/** Clear glass thin enough to bend nothing: covers of dials, tanks. */
export const sheetGlass: Surface = {
  name: 'Glass, sheet',
  colour: [0.97, 0.985, 0.98],
  roughness: 0,
  ior: 1.5,
  transmission: { factor: 1 },
}

/** Still water in a vessel, drawn from both sides so that it shows through the glass before it. */
export const water: Surface = {
  name: 'Water',
  colour: [0.94, 0.975, 0.98],
  roughness: 0.01,
  ior: 1.33,
  transmission: { factor: 1 },
  doubleSided: true,
}
