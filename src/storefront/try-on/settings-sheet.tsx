import { useStore } from 'zustand'
import type { Messages } from '../../core/messages'
import type { Wear } from '../../core/wear'
import { Sheet } from '../parts/sheet'
import { useLanguage, useShop } from '../shop-context'
import type { TryVisit } from './try-visit'

/** Something of the picture that is on or off. */
export interface SettingSwitch {
  readonly label: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}

/** What was agreed to and how to take it back, how the picture is shown, and what try-on cannot do. */
export function SettingsSheet(props: {
  visit: TryVisit
  kind: Wear['kind']
  messages: Messages
  /** Of the picture, where there is one. */
  switches?: readonly SettingSwitch[]
  onClose: () => void
}) {
  const { visit, kind, messages, switches = [], onClose } = props
  const { announce } = useShop()
  const language = useLanguage()
  const consent = useStore(visit.store, (state) => state.consent)
  const date =
    consent && new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(consent.date))
  return (
    <Sheet title={messages('tryon.settings')} close={messages('tryon.close')} onClose={onClose}>
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
      {switches.length > 0 && (
        <section className="settings-part">
          <h3>{messages('tryon.settings.picture')}</h3>
          {switches.map(({ label, on, onSwitch }) => (
            <label key={label} className="settings-switch">
              <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />
              <span>{label}</span>
            </label>
          ))}
        </section>
      )}
      <section className="settings-part">
        <h3>{messages('tryon.settings.know')}</h3>
        <p>{messages(kind === 'makeup' ? 'tryon.makeupNote' : 'tryon.limits')}</p>
      </section>
    </Sheet>
  )
}
