import { usePage } from '../parts/use-page'
import { useMessages } from '../shop-context'

/** A room that someone shared. */
export function RoomPage() {
  const messages = useMessages()
  usePage(messages('room.title'))
  return <h1 tabIndex={-1}>{messages('room.title')}</h1>
}
