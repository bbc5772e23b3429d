import { useEffect, useRef, useState } from 'react'
import type { Messages } from '../../core/messages'
import type { RoomSight } from '../../experiences/tryon/try-on-state'
import { useShop } from '../shop-context'

/** Milliseconds of waiting that need no word, and those for which a failure is shown. */
const AT_ONCE = 400
const READ = 8000

/** What is shown of the room being hidden, while there is something to say; a screen reader is told when it is, and when it is not any more. */
export function useRoomWords(
  room: RoomSight | undefined,
  running: boolean,
  offered: boolean,
  messages: Messages,
): string | undefined {
  const { announce } = useShop()
  const [shown, setShown] = useState<string>()
  const was = useRef<RoomSight>(undefined)
  useEffect(() => {
    if (!running || !offered || !room) return
    const before = was.current
    was.current = room
    if (room === 'hidden' && before !== 'hidden') announce(messages('tryon.say.roomHidden'))
    if (room === 'shown' && before === 'hidden') announce(messages('tryon.say.roomShown'))
    if (room === 'hidden' || room === 'shown') return
    const show = setTimeout(
      () => setShown(messages(room === 'failed' ? 'tryon.roomFailed' : 'tryon.roomComing')),
      room === 'failed' ? 0 : AT_ONCE,
    )
    const hide = room === 'failed' ? setTimeout(() => setShown(undefined), READ) : undefined
    return () => {
      clearTimeout(show)
      clearTimeout(hide)
      setShown(undefined)
    }
  }, [room, running, offered, announce, messages])
  return shown
}
