import type { Catalogue } from '../../src/core/catalogue'

/** A small, complete and valid catalogue; each call gives a copy of its own. */
export function sampleCatalogue(): Catalogue {
  return {
    version: 1,
    name: { en: 'Sample', zh: '示例' },
    kinds: [
      { id: 'seating', name: { en: 'Seating', es: 'Asientos' } },
      { id: 'tables', name: { en: 'Tables' } },
    ],
    products: [
      {
        sku: 'lounge-chair',
        name: { en: 'Lounge chair', ar: 'كرسي استرخاء' },
        summary: { en: 'A low chair.' },
        kind: 'seating',
        situation: { on: 'floor' },
        dimensions: { width: 0.74, height: 0.8, depth: 0.78 },
        model: { glb: 'models/lounge-chair/lounge-chair.glb', bytes: 812_344 },
        variants: [
          {
            id: 'ochre',
            name: { en: 'Ochre' },
            materialVariant: 'ochre',
            swatch: '#c08a3e',
            price: { minor: 64_900, currency: 'EUR' },
            poster: 'models/lounge-chair/ochre.webp',
            usdz: 'models/lounge-chair/ochre.usdz',
            sceneViewerGlb: 'models/lounge-chair/ochre.glb',
          },
          {
            id: 'ink',
            name: { en: 'Ink' },
            materialVariant: 'ink',
            swatch: '#20242B',
            price: { minor: 66_900, currency: 'EUR' },
            poster: 'models/lounge-chair/ink.webp',
          },
        ],
        facts: {
          materials: [{ en: 'Oak' }, { en: 'Wool' }],
          care: { en: 'Dust it.' },
          massKg: 14.2,
          madeIn: 'PT',
          footprint: {
            basis: 'example',
            stages: { materials: 20, making: 8.5, transport: 3, use: 0, endOfLife: 1 },
          },
        },
      },
      {
        sku: 'side-table',
        name: { en: 'Side table' },
        summary: { en: 'A round table.' },
        kind: 'tables',
        situation: { on: 'floor' },
        dimensions: { width: 0.5, height: 0.52, depth: 0.5 },
        model: { glb: 'models/side-table/side-table.glb', bytes: 120_000 },
        variants: [
          {
            id: 'oak',
            name: { en: 'Oak' },
            materialVariant: 'oak',
            swatch: '#b08d57',
            price: { minor: 19_900, currency: 'EUR' },
            poster: 'models/side-table/oak.webp',
          },
        ],
        facts: { materials: [{ en: 'Oak' }], care: { en: 'Oil it once a year.' } },
      },
    ],
  }
}
