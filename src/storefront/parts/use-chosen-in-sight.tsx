import { type RefObject, useEffect, useRef } from 'react'

/** So much of its neighbour is seen beside what is chosen, pixels: there is more to be pushed in. */
const EDGE = 40

/**
 * Keeps the chosen radio button of a row that runs out of sight in it, without moving the page itself.
 *
 * @param value of the radio button
 * @returns goes on the row
 */
export function useChosenInSight(value: string): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = row.current?.querySelector(`[value="${CSS.escape(value)}"]`)?.parentElement
    const [at, from] = [place?.getBoundingClientRect(), row.current?.getBoundingClientRect()]
    if (!at || !from) return
    if (at.left < from.left + EDGE) row.current?.scrollBy({ left: at.left - from.left - EDGE })
    else if (at.right > from.right - EDGE) row.current?.scrollBy({ left: at.right - from.right + EDGE })
  }, [value])
  return row
}
