import { useEffect, useRef } from 'react'
import type { Messages } from '../../core/messages'
import type { RoomSight } from '../../experiences/tryon/try-on-state'
import { useShop } from '../shop-context'
import { useForAWhile } from './use-for-a-while'
import { useLate } from './use-late'

/**
 * What is shown of the room being hidden, while there is something to say; a screen reader is told when it is, and when it is not any more.
 *
 * @param room undefined where there is none to hide, or no picture
 */
export function useRoomWords(room: RoomSight | undefined, messages: Messages): string | undefined {
  const { announce } = useShop()
  const was = useRef<RoomSight>(undefined)
  const coming = useLate(room === 'hiding')
  const failure = useForAWhile(room === 'failed' ? messages('tryon.roomFailed') : undefined)
  useEffect(() => {
    const before = was.current
    if (room) was.current = room
    if (room === 'hidden' && before !== 'hidden') announce(messages('tryon.say.roomHidden'))
    if (room === 'shown' && before === 'hidden') announce(messages('tryon.say.roomShown'))
  }, [room, announce, messages])
  return coming ? messages('tryon.roomComing') : failure
}
