import type { Messages } from '../../core/messages'
import type { Wear } from '../../core/wear'
import { subjectOf } from '../../experiences/tryon/subject'
import { Sheet } from '../parts/sheet'
import type { TryVisit } from './try-visit'

/** What happens with the camera's picture, in plain words, before it opens. */
export function ConsentSheet(props: { visit: TryVisit; kind: Wear['kind']; messages: Messages }) {
  const { visit, kind, messages } = props
  return (
    <Sheet
      title={messages('tryon.consent.title')}
      close={messages('tryon.close')}
      onClose={() => visit.decline()}
    >
      <ul className="consent-points">
        <li>{messages('tryon.consent.look', { subject: subjectOf(kind) })}</li>
        <li>{messages('tryon.consent.device')}</li>
        <li>{messages('tryon.consent.store')}</li>
        <li>{messages('tryon.consent.stop')}</li>
      </ul>
      <p className="ar-note">{messages('tryon.consent.remember')}</p>
      <div className="sheet-buttons">
        <button type="button" className="button button-main" onClick={() => visit.agree()}>
          {messages('tryon.consent.open')}
        </button>
        <button type="button" className="button" onClick={() => visit.decline()}>
          {messages('tryon.consent.notNow')}
        </button>
      </div>
    </Sheet>
  )
}
