/** Small things remembered on the device: the language, what a shopper's room held. Texts by key. */
export interface DeviceStorage {
  /** The text kept under a key, or undefined. */
  get(key: string): string | undefined
  /**
   * Keeps a text, or forgets it with undefined.
   *
   * @returns whether it outlives the page: false in private modes, when the disk is full, or when storage is blocked;
   *   the text is then kept in memory
   */
  set(key: string, text: string | undefined): boolean
}

const PREFIX = 'vitrine.'

/**
 * Storage that cannot fail. Merely touching `localStorage` throws where cookies are blocked, writing throws when it is
 * full, and a shop must work all the same.
 *
 * @param area opens the browser's storage; called at each use, because a reader may allow or block it at any time
 */
export function createStorage(area: () => Storage = () => localStorage): DeviceStorage {
  const memory = new Map<string, string>()
  return {
    get(key) {
      const kept = memory.get(key)
      if (kept !== undefined) return kept
      try {
        return area().getItem(PREFIX + key) ?? undefined
      } catch {
        return undefined
      }
    },
    set(key, text) {
      memory.delete(key)
      try {
        if (text === undefined) area().removeItem(PREFIX + key)
        else area().setItem(PREFIX + key, text)
        return true
      } catch {
        if (text !== undefined) memory.set(key, text)
        return false
      }
    },
  }
}
