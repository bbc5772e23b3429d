import type { Dictionary } from '../../core/messages'

/** The message files of all rooms (path -> content) as one dictionary. A test holds their keys apart. */
export function mergeRooms(files: Readonly<Record<string, unknown>>): Dictionary {
  return Object.assign({}, ...Object.values(files)) as Dictionary
}
