import type { Shop } from '../shop'
import type { TryOnHandle } from './try-on-handle'

/** Fetches try-on with all it needs; rejects when it cannot be fetched. */
export async function loadTryOn(shop: Shop): Promise<TryOnHandle> {
  const files = import.meta.glob<{ openTryOn: (parts: unknown) => TryOnHandle | Promise<TryOnHandle> }>(
    '../../experiences/tryon/open-try-on.ts',
  )
  const load = files['../../experiences/tryon/open-try-on.ts']
  if (!load) throw new Error('the build has no try-on')
  const { openTryOn } = await load()
  return openTryOn({ catalogue: shop.catalogue })
}
