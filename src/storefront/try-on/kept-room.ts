import { Kept } from '../../platform/kept'

const kept = new Kept('vitrine.hide-room')

/** Whether the shopper had the room behind them hidden the last time; on this device alone. */
export function wasRoomHidden(): boolean {
  return kept.read() === true
}

export function keepRoomHidden(hidden: boolean): void {
  if (hidden) kept.write(true)
  else kept.forget()
}
