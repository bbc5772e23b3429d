import { type ComponentType, useEffect, useState } from 'react'
import { focusHeading } from '../navigation'

/** Pages that few visits see; their code is fetched when they are asked for. */
export type LatePageName = 'file' | 'room'

const loaded = new Map<LatePageName, ComponentType>()

/** Fetches a page's code, so that {@link LatePage} can draw it at once. Rejects when it cannot be fetched. */
export async function loadLatePage(name: LatePageName): Promise<void> {
  const page =
    name === 'file' ? (await import('./file-page')).FilePage : (await import('./room-page')).RoomPage
  loaded.set(name, page)
}

/** A page whose code may still be on its way. */
export function LatePage({ name }: { name: LatePageName }) {
  const [, arrived] = useState<LatePageName>()
  const Page = loaded.get(name)
  useEffect(() => {
    if (loaded.has(name)) return
    void loadLatePage(name).then(() => {
      arrived(name)
      requestAnimationFrame(focusHeading)
    }, reload)
  }, [name])
  return Page ? <Page /> : null
}

/** The code is gone: most likely the shop was published anew, and its page knows where the new code is. */
function reload(): void {
  if (navigator.onLine) location.reload()
}
