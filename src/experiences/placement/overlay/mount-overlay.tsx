import { createRoot } from 'react-dom/client'
import type { Language } from '../../../core/languages'
import { directionOf, type Messages } from '../../../core/messages'
import { pressKey } from '../keyboard-input'
import type { PlacementSession } from '../placement-session'
import { Overlay } from './overlay'
import './overlay.css'
import './hint.css'
import './sheets.css'

/**
 * Fills the overlay element for one session: a dialog over everything else, with the keyboard inside.
 *
 * @returns empties it again and gives the focus back
 */
export function mountOverlay(
  element: HTMLElement,
  session: PlacementSession,
  options: { messages: Messages; language: Language; onScreen: boolean },
): () => void {
  const { messages, language, onScreen } = options
  const before = document.activeElement
  const host = document.createElement('div')
  host.className = onScreen ? 'vp vp-screen' : 'vp vp-headset'
  host.dir = directionOf(language)
  host.lang = language
  host.tabIndex = -1
  host.setAttribute('role', 'dialog')
  host.setAttribute('aria-modal', 'true')
  host.setAttribute('aria-label', messages('placement.title'))
  element.append(host)
  element.classList.add('vp-open')
  const root = createRoot(host)
  root.render(<Overlay session={session} messages={messages} language={language} onScreen={onScreen} />)
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      keepFocusInside(host, event)
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.target instanceof HTMLInputElement) return
    const meant =
      event.key === 'Enter' && event.target === host
        ? session.placeHere()
        : pressKey(session, event.key, event.shiftKey)
    if (!meant) return
    event.preventDefault()
    event.stopPropagation()
  }
  host.addEventListener('keydown', onKey)
  host.focus({ preventScroll: true })
  // A button that goes away takes the focus along, to nowhere: the keyboard must stay in the room.
  let frame = 0
  const offStore = session.store.subscribe(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) host.focus({ preventScroll: true })
    })
  })
  return () => {
    offStore()
    cancelAnimationFrame(frame)
    host.removeEventListener('keydown', onKey)
    root.unmount()
    host.remove()
    element.classList.remove('vp-open')
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

/** Tab goes round inside the dialog: what lies behind the room is not there now. */
function keepFocusInside(host: HTMLElement, event: KeyboardEvent): void {
  const stops = [...host.querySelectorAll<HTMLElement>('button:not(:disabled), input, a[href]')].filter(
    (each) => each.offsetParent !== null,
  )
  const first = stops[0]
  const last = stops.at(-1)
  if (!first || !last) return
  const { activeElement } = document
  if (event.shiftKey && (activeElement === first || activeElement === host)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault()
    first.focus()
  }
}
