import type { Sheet } from '../placement-state'
import { Icon } from './icon'
import type { OverlayParts } from './overlay-context'
import { SheetFrame } from './sheet-frame'

interface Props extends OverlayParts {
  readonly sheet: Extract<Sheet, { kind: 'share' }>
}

/** The room as a link. */
export function ShareSheet({ session, messages, sheet }: Props) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sheet.url)
      session.copied()
    } catch {
      // No clipboard here: the field below can be selected by hand.
    }
  }
  const share = () => navigator.share?.({ url: sheet.url }).catch(() => undefined)
  return (
    <SheetFrame
      title={messages('placement.share.title')}
      messages={messages}
      onClose={() => session.closeSheet()}
    >
      <p className="vp-text">{messages('placement.share.text')}</p>
      {sheet.left > 0 ? (
        <p className="vp-text vp-note">{messages('placement.share.ownFile', { count: sheet.left })}</p>
      ) : null}
      <input
        className="vp-link"
        type="text"
        dir="ltr"
        readOnly
        value={sheet.url}
        aria-label={messages('placement.share.link')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="vp-row">
        <button type="button" className="vp-primary" onClick={copy}>
          <Icon name={sheet.copied ? 'check' : 'copy'} />
          {messages(sheet.copied ? 'placement.share.copied' : 'placement.share.copy')}
        </button>
        {'share' in navigator ? (
          <button type="button" className="vp-button" onClick={share}>
            <Icon name="share" />
            {messages('placement.share.send')}
          </button>
        ) : null}
      </div>
    </SheetFrame>
  )
}
