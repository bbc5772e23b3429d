import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Messages } from '../../core/messages'
import { Icon } from '../parts/icon'

/** A dialog over the page: Escape, its button or a press beside it closes it. */
export function Sheet(props: {
  title: string
  messages: Messages
  onClose: () => void
  children: ReactNode
}) {
  const { title, messages, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    const pressed = (event: MouseEvent) => {
      if (event.target === element) element?.close()
    }
    element?.addEventListener('click', pressed)
    return () => {
      element?.removeEventListener('click', pressed)
      element?.close()
    }
  }, [])
  return (
    <dialog ref={dialog} className="sheet try-sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-inside">
        <div className="sheet-head">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="sheet-close"
            aria-label={messages('tryon.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
