import { useEffect, useState } from 'react'

/** Milliseconds in which a sentence is read. */
const READ = 8000

/** A sentence for as long as it takes to read it; it comes again when it has been gone. */
export function useForAWhile(sentence: string | undefined): string | undefined {
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    setShown(sentence)
    if (sentence === undefined) return
    const timer = setTimeout(setShown, READ, undefined)
    return () => clearTimeout(timer)
  }, [sentence])
  return shown
}
