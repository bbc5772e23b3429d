import type { EventBus } from '../../core/events'
import type { IntentDoor } from '../../core/intent-door'
import type { Language } from '../../core/languages'
import type { Messages } from '../../core/messages'
import type { Room } from '../../core/room'
import type { Placeable } from './placeable'
import type { PlacementModels } from './placement-host'

/** What the session is given. */
export interface SessionParts {
  readonly models: PlacementModels
  readonly placeables: readonly Placeable[]
  readonly messages: Messages
  readonly language: Language
  readonly door: IntentDoor
  /** Told what happens, where someone listens. */
  readonly events?: EventBus
  /** Takes a picture of what is drawn now. */
  readonly takePicture: () => Promise<{ blob: Blob; contains: 'products' | 'room' } | undefined>
  /** Address that opens a room. */
  readonly addressOf: (room: Room) => string
  readonly leave: () => void
}
