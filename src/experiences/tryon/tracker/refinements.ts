import { refineEars } from '../fit/refine/ears'
import { refineForearm } from '../fit/refine/forearm'
import { refineIrises } from '../fit/refine/irises'
import { refineLips } from '../fit/refine/lips'
import { pictureLight } from './picture-light'
import type { Refinement } from './refinement'

/** In this order. */
export const REFINEMENTS: readonly Refinement[] = [
  pictureLight,
  refineLips,
  refineIrises,
  refineEars,
  refineForearm,
]
