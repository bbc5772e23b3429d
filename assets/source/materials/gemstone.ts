import type { Surface } from '../gltf/product-source'
import { linear } from '../texture/image'

/** The two halves of a cut stone. */
export interface Gemstone {
  readonly crown: Surface
  readonly pavilion: Surface
}

/**
 * A stone. Light that enters the crown is thrown back by the pavilion, all of it, so the pavilion is a mirror in the stone's colour and
 * the crown a window onto it: a rasteriser that follows no rays shows the play of facets nevertheless.
 *
 * @param body colour light takes on inside, sRGB `#rrggbb`
 * @param fire strength of the colours a facet splits off, 0..1
 */
export function gemstone(name: string, body: string, ior: number, fire: number): Gemstone {
  return {
    crown: {
      name,
      colour: linear(body),
      roughness: 0.02,
      ior,
      transmission: { factor: 0.94, thickness: 0.0016 },
      iridescence: { factor: fire * 0.5, ior: 1.6, thickness: 340 },
    },
    pavilion: {
      name: `${name}, pavilion`,
      colour: linear(body),
      metallic: 1,
      roughness: 0.03,
      iridescence: { factor: fire, ior: 1.9, thickness: 520 },
      // What a rasteriser's one reflection misses: light that has gone round inside more than once.
      emissive: { colour: linear(body).map((c) => c * 0.1) as [number, number, number] },
      doubleSided: true,
    },
  }
}
