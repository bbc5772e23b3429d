import type { Language } from '../../../core/languages'
import type { Messages } from '../../../core/messages'
import type { PlacementSession } from '../placement-session'

/** What every part of the overlay is given. */
export interface OverlayParts {
  readonly session: PlacementSession
  readonly messages: Messages
  readonly language: Language
  /** Over a phone's camera picture; else beside an emulated headset's view. */
  readonly onScreen: boolean
}
