import type { Wear } from '../../../src/core/wear'
import type { ModelHandle } from '../../../src/engine/model-cache'
import type { TakenOut } from '../../../src/experiences/tryon/wardrobe'

const GLASSES: Wear = {
  kind: 'eyewear',
  frameWidth: 0.138,
  lensWidth: 0.05,
  lensHeight: 0.04,
  bridge: 0.02,
  templeLength: 0.145,
  templeWidth: 0.004,
  hinges: { left: [0.066, 0.008, -0.004], right: [-0.066, 0.008, -0.004] },
  temples: { left: 'l', right: 'r' },
  fade: { from: 0.085, to: 0.115 },
  lensTransmission: 0.9,
}

/** What is asked for. */
export const WORN = { sku: 'round-glasses', variant: 'black' }

/** What the wardrobe gives. */
export const TAKEN: TakenOut = {
  ok: true,
  garment: { worn: WORN, wear: GLASSES, model: {} as ModelHandle, materialVariant: 'black' },
}
