import { useStore } from 'zustand'
import type { Messages } from '../../core/messages'
import type { Wear } from '../../core/wear'
import { useLanguage, useShop } from '../shop-context'
import { Sheet } from './sheet'
import type { TryVisit } from './try-visit'

/** What was agreed to and how to take it back, the countdown, and what try-on cannot do. */
export function SettingsSheet(props: {
  visit: TryVisit
  kind: Wear['kind']
  messages: Messages
  /** Only where pictures are taken. */
  countdown?: boolean
  onCountdown?: (on: boolean) => void
  onClose: () => void
}) {
  const { visit, kind, messages, countdown = false, onCountdown, onClose } = props
  const { announce } = useShop()
  const language = useLanguage()
  const consent = useStore(visit.store, (state) => state.consent)
  const date =
    consent && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(consent.date))
  return (
    <Sheet title={messages('tryon.settings')} messages={messages} onClose={onClose}>
      <section className="settings-part">
        <h3>{messages('tryon.settings.camera')}</h3>
        <p>{date ? messages('tryon.settings.given', { date }) : messages('tryon.settings.notGiven')}</p>
        {consent && (
          <button
            type="button"
            className="button"
            onClick={() => {
              visit.forget()
              announce(messages('tryon.settings.forgotten'))
            }}
          >
            {messages('tryon.settings.forget')}
          </button>
        )}
      </section>
      {onCountdown && (
        <section className="settings-part">
          <h3>{messages('tryon.settings.pictures')}</h3>
          <label className="settings-switch">
            <input
              type="checkbox"
              checked={countdown}
              onChange={(event) => onCountdown(event.target.checked)}
            />
            <span>{messages('tryon.settings.countdown')}</span>
          </label>
        </section>
      )}
      <section className="settings-part">
        <h3>{messages('tryon.settings.know')}</h3>
        <p>{messages(kind === 'makeup' ? 'tryon.makeupNote' : 'tryon.limits')}</p>
      </section>
    </Sheet>
  )
}
