import { type PointerEvent, useRef } from 'react'
import type { Messages } from '../../core/messages'
import { TryIcon } from './try-icon'

/** Share by which an arrow key moves the line. */
const STEP = 0.05

/**
 * The line between the picture without and with what is worn: dragged, or moved by the arrow keys. It follows the picture, so left is left in every language.
 *
 * @param props.share 0..1 from the left
 */
export function BeforeLine(props: { share: number; messages: Messages; onMove: (share: number) => void }) {
  const { share, messages, onMove } = props
  const area = useRef<HTMLDivElement>(null)
  const move = (wanted: number) => onMove(Math.min(1, Math.max(0, Math.round(wanted * 100) / 100)))
  const drag = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect()
    if (box && event.buttons > 0) move((event.clientX - box.left) / box.width)
  }
  const KEYS: Readonly<Record<string, number>> = {
    ArrowLeft: share - STEP,
    ArrowDown: share - STEP,
    ArrowRight: share + STEP,
    ArrowUp: share + STEP,
    PageDown: share - 4 * STEP,
    PageUp: share + 4 * STEP,
    Home: 0,
    End: 1,
  }
  return (
    <div
      ref={area}
      className="before-area"
      dir="ltr"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event)
      }}
      onPointerMove={drag}
    >
      <div
        className="before-line"
        role="slider"
        tabIndex={0}
        aria-label={messages('tryon.line')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={messages('tryon.lineAt', { percent: Math.round(share * 100) })}
        style={{ left: `${share * 100}%` }}
        onKeyDown={(event) => {
          const wanted = KEYS[event.key]
          if (wanted === undefined) return
          event.preventDefault()
          move(wanted)
        }}
      >
        <span className="before-grip">
          <TryIcon name="grip" />
        </span>
      </div>
    </div>
  )
}
