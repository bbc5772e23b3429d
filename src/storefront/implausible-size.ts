import type { Dimensions } from '../core/dimensions'

/** Units a modelling tool may have written where glTF means metres. */
export type SuspectedUnit = 'centimetres' | 'millimetres' | 'inches' | 'smaller-than-metres'

/** Nothing a shop sells to stand in a room is longer than this, metres. */
const LONGEST = 12
/** Nor is its longest side shorter than this, metres. */
const SHORTEST = 0.004

/**
 * A guess why a file's size is unlikely for something in a room, or undefined when the size is plausible.
 * It is a hint for the reader and never a reason to rescale.
 *
 * @param size bounding box in metres, as the file says
 */
export function suspectUnits(size: Dimensions): SuspectedUnit | undefined {
  const longest = Math.max(size.width, size.height, size.depth)
  if (longest < SHORTEST) return 'smaller-than-metres'
  if (longest <= LONGEST) return undefined
  // A thing of 0.3 to 3 m written in millimetres reads as 300 to 3,000; in centimetres as 30 to 300; in inches as 12 to 118.
  if (longest >= 400) return 'millimetres'
  if (longest >= 30) return 'centimetres'
  return 'inches'
}
