import { useEffect, useRef } from 'react'
import type { VitrineEvent } from '../../core/events'
import { useShop } from '../shop-context'

/**
 * Tells the page's owner what the shopper sees: once, and again when the key is another.
 *
 * @param key tells one sight from the next; undefined while there is nothing to tell
 */
export function useSeen(key: string | undefined, event: () => VitrineEvent): void {
  const { events } = useShop()
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (key === undefined || told.current === key) return
    told.current = key
    events.emit(event())
  })
}
