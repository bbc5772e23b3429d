import { useEffect, useRef, useState } from 'react'
import type { Messages } from '../../core/messages'
import { useShop } from '../shop-context'
import type { TryVisit } from './try-visit'

/** Taking a picture: perhaps after a countdown, and then to be looked at. */
export function usePicture(visit: TryVisit, messages: Messages) {
  const { announce, door } = useShop()
  const [countdown, setCountdown] = useState(false)
  const [counting, setCounting] = useState<number>()
  const [blob, setBlob] = useState<Blob>()
  const [failed, setFailed] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const release = async () => {
    setCounting(undefined)
    setFailed(false)
    const taken = await visit.picture()
    // What failed is shown where a screen reader hears it too.
    setFailed(!taken)
    if (!taken) return
    announce(messages('tryon.picture.taken'))
    // What is looked at stands still, and the device rests.
    visit.store.getState().tryOn?.pause()
    setBlob(taken)
  }
  const count = (left: number) => {
    if (left === 0) {
      void release()
      return
    }
    setCounting(left)
    announce(messages('tryon.picture.countdown', { seconds: left }))
    timer.current = setTimeout(count, 1000, left - 1)
  }
  const take = () => {
    if (counting !== undefined) return
    if (countdown) count(3)
    else void release()
  }
  const latest = useRef(take)
  latest.current = take
  useEffect(() => door.on('takePicture', () => latest.current()), [door])
  return {
    countdown,
    setCountdown,
    counting,
    blob,
    failed,
    /** Through the door, as everything that is wanted. */
    ask: () => void door.send({ type: 'takePicture' }),
    discard: () => {
      setBlob(undefined)
      visit.store.getState().tryOn?.resume()
    },
  }
}
