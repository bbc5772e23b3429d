import { useState } from 'react'
import { Icon } from './icon'
import { PhoneDialog } from './phone-dialog'

/**
 * On a desktop: a code that opens this very thing on the phone.
 *
 * @param props.caution why the phone would not get AR there
 */
export function PhoneButton(props: {
  label: string
  note: string
  link: string
  text: string
  caution?: string
  onOpen?: () => void
}) {
  const { label, note, onOpen, ...sheet } = props
  const [open, setOpen] = useState(false)
  return (
    <div className="ar">
      <button
        type="button"
        className="button button-main"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true)
          onOpen?.()
        }}
      >
        <Icon name="room" />
        {label}
      </button>
      <p className="ar-note">{note}</p>
      {open && <PhoneDialog {...sheet} onClose={() => setOpen(false)} />}
    </div>
  )
}
