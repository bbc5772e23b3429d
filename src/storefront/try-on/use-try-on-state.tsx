import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { TryOnState } from '../../experiences/tryon/try-on-state'
import { countCameras } from '../../platform/camera-stream'
import type { TryVisit } from './try-visit'

/** What try-on tells; undefined until its code has come. */
export function useTryOnState(visit: TryVisit): TryOnState | undefined {
  const tryOn = useStore(visit.store, (state) => state.tryOn)
  const [told, setTold] = useState<TryOnState | undefined>(() => tryOn?.store.getState())
  useEffect(() => {
    setTold(tryOn?.store.getState())
    return tryOn?.store.subscribe(setTold)
  }, [tryOn])
  return told
}

/** How many cameras the device has, asked when one runs: before, browsers do not tell. */
export function useCameras(running: boolean): number {
  const [count, setCount] = useState(1)
  useEffect(() => {
    if (running) void countCameras().then(setCount)
  }, [running])
  return count
}
