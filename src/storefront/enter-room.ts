import type { Language } from '../core/languages'
import type { Messages } from '../core/messages'
import type { Sku, VariantId } from '../core/product'
import type { Room } from '../core/room'
import { loadPlacementMessages } from './messages/load-messages'
import type { Shop } from './shop'

/** What is carried into the room. */
export interface RoomEntry {
  readonly first?: { readonly sku: Sku; readonly variant: VariantId }
  readonly room?: Room
  readonly file?: File
}

/** What has to be fetched before a room can be opened, for one language. */
async function fetchPlacement(messages: Messages, language: Language) {
  const [{ openPlacement }, sentences] = await Promise.all([
    import('../experiences/placement/open-placement'),
    loadPlacementMessages(language, messages),
  ])
  return { openPlacement, sentences }
}

/**
 * Fetches the experience ahead of the press that needs it: browsers forget a press after a few seconds, and then
 * refuse AR.
 */
export function prefetchPlacement(shop: Shop): void {
  const { messages, language } = shop.store.getState()
  // A failure is met again, and then said, at the press.
  void fetchPlacement(messages, language).catch(() => undefined)
}

/** Opens the shopper's room, from a press. A fault comes back as the sentence to show. */
export async function enterRoom(
  shop: Shop,
  entry: RoomEntry,
): Promise<{ ok: true } | { ok: false; sentence: string }> {
  const { messages, language } = shop.store.getState()
  const [fetched, viewer] = await Promise.all([
    fetchPlacement(messages, language).catch(() => undefined),
    shop.stage.open(),
  ])
  if (!fetched || !viewer) {
    shop.events.emit({ name: 'ar_fault', mode: 'webxr', code: 'unreachable' })
    return { ok: false, sentence: messages('ar.unreachable') }
  }
  const { openPlacement, sentences } = fetched
  const { first, room, file } = entry
  // Going back in the history is a way out of the room too: no page changes behind it unseen.
  const leave = () => shop.door.send({ type: 'leaveRoom' })
  const opened = await openPlacement({
    viewer,
    models: viewer.models,
    catalogue: shop.catalogue,
    ...(first ? { first } : {}),
    ...(room ? { room } : {}),
    ...(file ? { file: { source: file, name: file.name } } : {}),
    messages: sentences,
    language,
    door: shop.door,
    events: shop.events,
    overlay: overlayElement(),
    onEnd: (left, how) => {
      removeEventListener('popstate', leave)
      shop.store.setState({ left })
      if (how !== 'left') shop.announce(sentences(`placement.ended.${how}`))
    },
  })
  if (opened.ok) {
    addEventListener('popstate', leave)
    return { ok: true }
  }
  const { code } = opened.fault
  shop.events.emit({ name: 'ar_fault', mode: 'webxr', code })
  return { ok: false, sentence: sentences(`placement.fault.${code}`) }
}

/** The element that lies over the camera's picture, outside of the page's own. */
function overlayElement(): HTMLElement {
  const present = document.getElementById('room-overlay')
  if (present) return present
  const overlay = document.createElement('div')
  overlay.id = 'room-overlay'
  document.body.append(overlay)
  return overlay
}
