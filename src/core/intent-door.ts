import type { Intent } from './intents'

/** The intent of one type. */
export type IntentOf<T extends Intent['type']> = Extract<Intent, { type: T }>

/** The one door through which every wish of a person, the guide or a host page comes. */
export interface IntentDoor {
  /**
   * Sends an intent to everyone listening for it. An intent sent from inside a handler waits for those before it,
   * so that all handlers see all intents in the same order.
   *
   * @returns whether anyone listens for it
   */
  send(intent: Intent): boolean
  /**
   * Listens for one type of intent, or for all with `*`. Handlers run in the order they came.
   *
   * @returns a function that stops listening
   */
  on<T extends Intent['type']>(type: T, handler: (intent: IntentOf<T>) => void): () => void
  on(type: '*', handler: (intent: Intent) => void): () => void
}

interface Entry {
  readonly type: Intent['type'] | '*'
  readonly handler: (intent: never) => void
}

/**
 * Makes a door.
 *
 * @param onError told of a handler that throws; the others still run. By default the error surfaces as uncaught,
 *   after the handlers are done, so that no monitoring misses it.
 */
export function createIntentDoor(onError: (error: unknown) => void = surface): IntentDoor {
  let entries: readonly Entry[] = []
  const waiting: Intent[] = []
  let sending = false

  const deliver = (intent: Intent) => {
    for (const entry of entries) {
      if (entry.type !== '*' && entry.type !== intent.type) continue
      try {
        entry.handler(intent as never)
      } catch (error) {
        onError(error)
      }
    }
  }

  return {
    send(intent) {
      const heard = entries.some((entry) => entry.type === '*' || entry.type === intent.type)
      waiting.push(intent)
      if (sending) return heard
      sending = true
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) deliver(next)
      } finally {
        sending = false
        waiting.length = 0
      }
      return heard
    },
    on(type: Intent['type'] | '*', handler: (intent: never) => void) {
      const entry: Entry = { type, handler }
      // A new array, so that a delivery under way keeps the list it began with.
      entries = [...entries, entry]
      return () => {
        entries = entries.filter((other) => other !== entry)
      }
    },
  }
}

function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
