import type { Sku, VariantId } from '../core/product'
import type { Room } from '../core/room'
import type { Shop } from './shop'

/** What is carried into the room. */
export interface RoomEntry {
  readonly first?: { readonly sku: Sku; readonly variant: VariantId }
  readonly room?: Room
  readonly file?: File
}

let placement: Promise<typeof import('../experiences/placement/open-placement')> | undefined

/**
 * Fetches the experience ahead of the press that needs it: browsers forget a press after a few seconds, and then
 * refuse AR.
 */
export function prefetchPlacement(): void {
  void fetchPlacement().catch(() => undefined)
}

function fetchPlacement() {
  placement ??= import('../experiences/placement/open-placement').catch((error: unknown) => {
    // A failure must not be kept, or another press could never succeed.
    placement = undefined
    throw error
  })
  return placement
}

/** Opens the shopper's room, from a press. A fault comes back as the sentence to show. */
export async function enterRoom(
  shop: Shop,
  entry: RoomEntry,
): Promise<{ ok: true } | { ok: false; sentence: string }> {
  const { messages, language } = shop.store.getState()
  let fetched: Awaited<ReturnType<typeof fetchPlacement>>
  try {
    fetched = await fetchPlacement()
  } catch {
    return { ok: false, sentence: messages('ar.unreachable') }
  }
  const viewer = await shop.stage.open()
  if (!viewer) return { ok: false, sentence: messages('ar.unreachable') }
  const { first, room, file } = entry
  const opened = await fetched.openPlacement({
    viewer,
    models: viewer.models,
    catalogue: shop.catalogue,
    ...(first ? { first } : {}),
    ...(room ? { room } : {}),
    ...(file ? { file: { source: file, name: file.name } } : {}),
    messages,
    language,
    door: shop.door,
    overlay: overlayElement(),
    onEnd: (left) => shop.store.setState({ left }),
  })
  return opened.ok ? { ok: true } : { ok: false, sentence: messages(`placement.fault.${opened.fault.code}`) }
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
