import { useEffect, useState } from 'react'

/** Milliseconds of waiting that need no word. */
const AT_ONCE = 400

/** Whether something has been so for longer than at once. */
export function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(setLate, AT_ONCE, true)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on])
  return late
}
