import type { WearOf } from '../../../core/wear'

/** One shade of make-up, as a product's file states it. */
export type Shade = WearOf<'makeup'>['shades'][string]
