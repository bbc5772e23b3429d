import { type ComponentType, useEffect, useState } from 'react'
import type { Language } from '../../core/languages'
import { type LateRoom, loadLateMessages } from '../messages/late-messages'
import { focusHeading } from '../navigation'
import { useLanguage } from '../shop-context'

/** Pages that few visits see; their code is fetched when they are asked for. */
export type LatePageName = 'file' | 'room' | 'try' | 'cart'

/** Their code, and the sentences that come with it. */
const PAGES: Readonly<
  Record<LatePageName, { readonly page: () => Promise<ComponentType>; readonly sentences?: LateRoom }>
> = {
  file: { page: async () => (await import('./file-page')).FilePage },
  room: { page: async () => (await import('./room-page')).RoomPage },
  try: { page: async () => (await import('./try-page')).TryPage, sentences: 'tryon' },
  cart: { page: async () => (await import('./cart-page')).CartPage, sentences: 'cart' },
}

const loaded = new Map<LatePageName, ComponentType>()

/** Whether a page of the shop is one of these. */
export function isLatePage(page: string): page is LatePageName {
  return Object.hasOwn(PAGES, page)
}

/** Fetches a page's code, so that {@link LatePage} can draw it at once. Rejects when it cannot be fetched. */
export async function loadLatePage(name: LatePageName, language: Language): Promise<void> {
  const { page, sentences } = PAGES[name]
  const [component] = await Promise.all([
    page(),
    sentences ? loadLateMessages(sentences, language) : undefined,
  ])
  loaded.set(name, component)
}

/** A page whose code may still be on its way. */
export function LatePage({ name }: { name: LatePageName }) {
  const [, arrived] = useState<LatePageName>()
  const language = useLanguage()
  const Page = loaded.get(name)
  useEffect(() => {
    if (loaded.has(name)) return
    void loadLatePage(name, language).then(() => {
      arrived(name)
      requestAnimationFrame(focusHeading)
    }, reload)
  }, [name, language])
  return Page ? <Page /> : null
}

/** The code is gone: most likely the shop was published anew, and its page knows where the new code is. */
function reload(): void {
  if (navigator.onLine) location.reload()
}
