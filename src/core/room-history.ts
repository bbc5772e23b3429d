import type { Room } from './room'

/** A room with its past and, after an undo, its future. Rooms are immutable, so a step costs one reference. */
export interface RoomHistory {
  readonly past: readonly Room[]
  readonly present: Room
  readonly future: readonly Room[]
}

/** Steps kept; the oldest are forgotten. */
const STEPS = 100

/** A history that begins with a room. */
export function beginHistory(room: Room): RoomHistory {
  return { past: [], present: room, future: [] }
}

/** The history after an edit. An edit that changed nothing is no step. Call it at the end of a drag, not during. */
export function record(history: RoomHistory, room: Room): RoomHistory {
  if (room === history.present) return history
  return { past: [...history.past, history.present].slice(-STEPS), present: room, future: [] }
}

/** One step back, if there is one. */
export function undo(history: RoomHistory): RoomHistory {
  const previous = history.past.at(-1)
  if (!previous) return history
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  }
}

/** One step forward again, if there is one. */
export function redo(history: RoomHistory): RoomHistory {
  const [next, ...future] = history.future
  if (!next) return history
  return { past: [...history.past, history.present], present: next, future }
}
