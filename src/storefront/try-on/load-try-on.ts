import type { Shop } from '../shop'
import { fileAddress } from '../shop'
import type { TryOnHandle } from './try-on-handle'

/** Fetches try-on and opens it for a shop. Rejects when its code cannot be fetched, or nothing can be drawn here. */
export async function loadTryOn(shop: Shop): Promise<TryOnHandle> {
  const { openTryOn } = await import('../../experiences/tryon/open-try-on')
  return openTryOn({
    catalogue: shop.catalogue,
    address: (path) => new URL(fileAddress(path), location.href).href,
  })
}
