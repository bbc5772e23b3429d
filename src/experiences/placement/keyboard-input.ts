import type { PlacementSession } from './placement-session'

/** Metres a key press shifts; with Shift, the fine step. */
const STEP = 0.05
const FINE_STEP = 0.01
/** Radians a key press turns: 15°, with Shift 1°. */
const TURN = Math.PI / 12
const FINE_TURN = Math.PI / 180

/**
 * What a key means in a room.
 *
 * @returns whether it meant anything
 */
export function pressKey(session: PlacementSession, key: string, fine: boolean): boolean {
  const step = fine ? FINE_STEP : STEP
  const turn = fine ? FINE_TURN : TURN
  const { state } = session
  const movable = state.selected !== undefined && state.pending === undefined
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      if (!movable) return false
      session.nudge(
        key === 'ArrowRight' ? step : key === 'ArrowLeft' ? -step : 0,
        key === 'ArrowUp' ? step : key === 'ArrowDown' ? -step : 0,
      )
      return true
    // With Shift many keyboards give the brace.
    case '[':
    case '{':
      session.turnBy(turn)
      return true
    case ']':
    case '}':
      session.turnBy(-turn)
      return true
    case 'Delete':
    case 'Backspace':
      if (!movable || state.selected === undefined) return false
      session.removeSelected()
      return true
    case 'Escape':
      if (state.sheet) session.closeSheet()
      else if (state.pending && state.placed.length > 0) session.cancel()
      else if (state.selected !== undefined) session.select(undefined)
      else return false
      return true
    default:
      return false
  }
}
