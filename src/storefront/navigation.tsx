/**
 * Going from page to page without leaving the document: what a browser does by itself between documents
 * (scroll, focus, a place to come back to), and a view transition where it is wanted.
 */
import { flushSync } from 'react-dom'
import type { AroundNavHandler } from 'wouter'
import { routeOf } from './address'

const POSITIONS = 'vitrine.scroll'

/** Whether the reader asked for less motion. */
export function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Wraps the router's navigation: a new page starts at its top with the focus on its heading. */
export const aroundNavigation: AroundNavHandler = (navigate, to, options) => {
  const before = location.pathname
  if (options?.replace || pathOf(to) === before) {
    navigate(to, options)
    return
  }
  keepPosition()
  const go = () => {
    flushSync(() => navigate(to, options))
    scrollTo({ top: 0, behavior: 'instant' })
    focusHeading()
  }
  const from = routeOf(before).page
  const wanted = from === 'catalogue' || from === 'product'
  if (wanted && 'startViewTransition' in document && !wantsStillness()) {
    document.startViewTransition(go)
  } else {
    go()
  }
}

/** Keeps the scroll position of every place in the history, and returns to it on back and forward. */
export function followHistory(): void {
  history.scrollRestoration = 'manual'
  let place = location.pathname
  restorePosition()
  addEventListener('pagehide', keepPosition)
  addEventListener('popstate', () => {
    if (location.pathname === place) return
    place = location.pathname
    // React renders a popstate synchronously at the end of the event; the page has its height in the next frame.
    requestAnimationFrame(() => {
      focusHeading()
      restorePosition()
    })
  })
  for (const type of ['pushState', 'replaceState']) {
    addEventListener(type, () => {
      place = location.pathname
    })
  }
}

function pathOf(address: string): string {
  return new URL(address, location.href).pathname
}

/** Moves the focus to the page's heading, from where a screen reader goes on. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

function positions(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(POSITIONS) ?? '{}') as Record<string, number>
  } catch {
    // Storage can be forbidden: then every page starts at its top.
    return {}
  }
}

function keepPosition(): void {
  try {
    sessionStorage.setItem(POSITIONS, JSON.stringify({ ...positions(), [location.pathname]: scrollY }))
  } catch {
    // See above.
  }
}

function restorePosition(): void {
  scrollTo({ top: positions()[location.pathname] ?? 0, behavior: 'instant' })
}
