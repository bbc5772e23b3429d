import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { formatLength } from '../../core/length'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Icon } from './icon'

/** Draws the measured size on the object, or takes it away. */
export function DimensionToggle() {
  const { stage, door } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const { dimensions, phase } = useStore(stage.store)
  const [on, setOn] = useState(false)

  useEffect(() => door.on('showDimensions', (intent) => setOn(intent.on)), [door])
  useEffect(() => {
    if (phase !== 'shown' || !dimensions) return
    const both = (metres: number) =>
      `${formatLength(metres, language, 'cm')} · ${formatLength(metres, language, 'in')}`
    const { width, height, depth } = dimensions
    stage.setDimensions(on ? { width: both(width), height: both(height), depth: both(depth) } : null)
  }, [on, dimensions, phase, language, stage])
  useEffect(() => () => stage.setDimensions(null), [stage])

  return (
    <button
      type="button"
      className="tool"
      aria-pressed={on}
      onClick={() => door.send({ type: 'showDimensions', on: !on })}
    >
      <Icon name="ruler" />
      <span>{messages('size.toggle')}</span>
    </button>
  )
}
