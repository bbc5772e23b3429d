import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon'

/** A dialog over the page: Escape, its button or a press beside it closes it. */
export function Sheet(props: {
  title: string
  /** What the button that closes it is called. */
  close: string
  onClose: () => void
  children: ReactNode
}) {
  const { title, close, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    // A press on the veil beside it closes it; Escape does so by itself.
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
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-inside">
        <div className="sheet-head">
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            className="sheet-close"
            aria-label={close}
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
