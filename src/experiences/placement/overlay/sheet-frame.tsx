import { type ReactNode, useEffect, useRef } from 'react'
import type { Messages } from '../../../core/messages'
import { Icon } from './icon'

interface Props {
  readonly title: string
  readonly messages: Messages
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A sheet from below with a heading and a way out. The focus goes to its heading. */
export function SheetFrame({ title, messages, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section className="vp-card vp-sheet" aria-label={title}>
      <div className="vp-row">
        <h2 className="vp-name" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button
          type="button"
          className="vp-square"
          aria-label={messages('placement.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </section>
  )
}
