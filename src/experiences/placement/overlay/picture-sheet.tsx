import type { Sheet } from '../placement-state'
import { Icon } from './icon'
import type { OverlayParts } from './overlay-context'
import { SheetFrame } from './sheet-frame'

interface Props extends OverlayParts {
  readonly sheet: Extract<Sheet, { kind: 'picture' }>
}

/** The picture taken, what is in it, and how to get the one a browser may not take. */
export function PictureSheet({ session, messages, sheet }: Props) {
  const file = new File([sheet.blob], 'vitrine.jpg', { type: sheet.blob.type })
  const canSend = navigator.canShare?.({ files: [file] }) ?? false
  return (
    <SheetFrame
      title={messages('placement.picture.title')}
      messages={messages}
      onClose={() => session.closeSheet()}
    >
      <img className="vp-picture" src={sheet.url} alt={messages(`placement.picture.alt.${sheet.contains}`)} />
      <p className="vp-text">{messages(`placement.picture.contains.${sheet.contains}`)}</p>
      <div className="vp-row">
        <a className="vp-primary" href={sheet.url} download="vitrine.jpg">
          {messages('placement.picture.save')}
        </a>
        {canSend ? (
          <button
            type="button"
            className="vp-button"
            onClick={() => navigator.share({ files: [file] }).catch(() => undefined)}
          >
            <Icon name="share" />
            {messages('placement.share.send')}
          </button>
        ) : null}
      </div>
    </SheetFrame>
  )
}
