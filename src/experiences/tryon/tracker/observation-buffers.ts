import type { Observation } from './tracker'

/** The memory behind an observation's arrays, each once: what goes along when it is handed to another thread. */
export function buffersOf({ faces, hands, person }: Observation): ArrayBuffer[] {
  const arrays = [
    ...faces.flatMap(({ points, raw, lobes }) => [points, ...(raw ? [raw] : []), ...(lobes ? [lobes] : [])]),
    ...hands.flatMap(({ points, world }) => [points, world]),
    ...(person ? [person.data] : []),
  ]
  return arrays.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)
}
