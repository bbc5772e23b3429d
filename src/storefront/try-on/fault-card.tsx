import { useEffect } from 'react'
import type { Messages } from '../../core/messages'
import { absoluteLink } from '../absolute-link'
import { CopyButton } from '../parts/copy-button'
import { useLanguage, useShop } from '../shop-context'
import { faultAdvice } from './fault-advice'
import type { TryVisit, TryVisitState } from './try-visit'

/** Why there is no picture, what to do, and the ways on. */
export function FaultCard(props: {
  fault: NonNullable<TryVisitState['fault']>
  visit: TryVisit
  address: string
  messages: Messages
  onSources: () => void
}) {
  const { fault, visit, address, messages, onSources } = props
  const { announce } = useShop()
  const language = useLanguage()
  const link = absoluteLink(address, language)
  const { what, remedy, again, exit } = faultAdvice(fault, {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    online: navigator.onLine,
    address: link,
  })
  const title = messages(`tryon.${what.key}`, what.values)
  const text = messages(`tryon.${remedy.key}`, remedy.values)
  useEffect(() => announce(`${title} ${text}`), [announce, title, text])
  return (
    <div className="try-card" data-fault={fault.code}>
      <h2>{title}</h2>
      <p>{text}</p>
      {exit?.how === 'instructions' && <p>{messages(`openInBrowser.${exit.key}`)}</p>}
      <div className="sheet-buttons">
        {exit?.how === 'link' && (
          <a className="button button-main" href={exit.href}>
            {messages('tryon.openBrowser')}
          </a>
        )}
        {exit?.how === 'alone' && (
          <a className="button button-main" href={link} target="_blank" rel="noopener">
            {messages('tryon.openAlone')}
          </a>
        )}
        {exit?.how === 'instructions' && <CopyButton text={link} label={messages('tryon.copy')} />}
        {again && (
          <button
            type="button"
            className={exit ? 'button' : 'button button-main'}
            onClick={() => void visit.retry()}
          >
            {messages('tryon.again')}
          </button>
        )}
        <button type="button" className={again || exit ? 'button' : 'button button-main'} onClick={onSources}>
          {messages(fault.code.startsWith('photo-') ? 'tryon.otherPicture' : 'tryon.otherWay')}
        </button>
      </div>
    </div>
  )
}
