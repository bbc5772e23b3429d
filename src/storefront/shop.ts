import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Catalogue } from '../core/catalogue'
import { createEventBus, type EventBus } from '../core/events'
import type { IntentDoor } from '../core/intent-door'
import { createIntentDoor } from '../core/intent-door'
import { directionOf, type Language } from '../core/languages'
import type { Messages } from '../core/messages'
import type { Room } from '../core/room'
import type { DeviceFacts } from '../platform/capability'
import { loadMessages } from './messages/load-messages'
import { ShopCart } from './shop-cart'
import { Stage } from './stage'

/** What changes while the shop is open, outside of any one page. */
export interface ShopState {
  readonly language: Language
  readonly messages: Messages
  /** Undefined until the device has answered. */
  readonly device: DeviceFacts | undefined
  /** The sentence a screen reader hears next. */
  readonly announcement: string
  /** The file a shopper dropped, kept while the page lives and never sent anywhere. */
  readonly file: File | undefined
  /** The room as it stood when the shopper last left it. */
  readonly left: Room | undefined
}

/** An open shop: what every page is given. */
export interface Shop {
  readonly catalogue: Catalogue
  readonly store: StoreApi<ShopState>
  readonly stage: Stage
  readonly door: IntentDoor
  /** What has happened, for whoever the page's owner lets listen. */
  readonly events: EventBus
  readonly cart: ShopCart
  /** Says a sentence to screen readers, politely. Saying the same again is heard again. */
  announce(sentence: string): void
  /** Changes the language of everything on the page; rejects when its sentences cannot be fetched. */
  speak(language: Language): Promise<void>
}

/** Opens a shop over a catalogue that has been checked. */
export function openShop(given: {
  readonly catalogue: Catalogue
  readonly language: Language
  readonly messages: Messages
  readonly stage?: Stage
}): Shop {
  const store = createStore<ShopState>(() => ({
    language: given.language,
    messages: given.messages,
    device: undefined,
    announcement: '',
    file: undefined,
    left: undefined,
  }))
  const door = createIntentDoor()
  const events = createEventBus()
  const cart = new ShopCart(given.catalogue, door, events)
  // Wherever it was chosen, on the page or in the room, it came through the door.
  door.on('chooseVariant', ({ sku, variant }) => {
    events.emit({ name: 'variant_select', item_id: sku, item_variant: variant })
  })
  door.on('showDimensions', ({ on }) => {
    if (on) events.emit({ name: 'dimensions_show' })
  })
  return {
    catalogue: given.catalogue,
    store,
    stage: given.stage ?? new Stage(),
    door,
    events,
    cart,
    announce(sentence) {
      // A live region is read when its text differs, so a repeat gets a character that is not spoken.
      const again = store.getState().announcement === sentence
      store.setState({ announcement: again ? `${sentence}\u200b` : sentence })
    },
    async speak(language) {
      const messages = await loadMessages(language)
      store.setState({ language, messages })
      document.documentElement.lang = language
      document.documentElement.dir = directionOf(language)
    },
  }
}

/** Address of a file that the catalogue names. */
export function fileAddress(path: string): string {
  return `/${path}`
}
