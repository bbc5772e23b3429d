import { useStore } from 'zustand'
import { selectedOf } from '../placement-state'
import { CONTROL } from '../screen-input'
import { DeskKeys } from './desk-keys'
import { HintCard } from './hint-card'
import { Icon } from './icon'
import { ItemCard } from './item-card'
import type { OverlayParts } from './overlay-context'
import { PendingCard } from './pending-card'
import { PickerSheet } from './picker-sheet'
import { PictureSheet } from './picture-sheet'
import { PlacedList } from './placed-list'
import { ShareSheet } from './share-sheet'
import { TopBar } from './top-bar'

/** Everything on the glass during a session. */
export function Overlay(parts: OverlayParts) {
  const { session, messages } = parts
  const state = useStore(session.store)
  const selected = selectedOf(state)
  const { sheet } = state
  const control = { [CONTROL]: '' }
  return (
    <>
      <TopBar {...parts} state={state} />
      {parts.onScreen ? <HintCard messages={messages} state={state} /> : null}
      <div className="vp-bottom" {...control}>
        {state.undo ? (
          <p className="vp-undo">
            <span>{messages('placement.undo.text', { name: state.undo.name })}</span>
            <button type="button" className="vp-button" onClick={() => session.undo()}>
              <Icon name="undo" />
              {messages('placement.undo.button')}
            </button>
          </p>
        ) : null}
        {sheet?.kind === 'picker' ? <PickerSheet {...parts} /> : null}
        {sheet?.kind === 'share' ? <ShareSheet {...parts} sheet={sheet} /> : null}
        {sheet?.kind === 'picture' ? <PictureSheet {...parts} sheet={sheet} /> : null}
        {sheet ? null : (
          <>
            {state.pending ? null : <PlacedList {...parts} state={state} />}
            {state.pending ? <PendingCard {...parts} state={state} pending={state.pending} /> : null}
            {!state.pending && selected ? <ItemCard {...parts} state={state} item={selected} /> : null}
          </>
        )}
      </div>
      <DeskKeys messages={messages} />
      <p className="vp-said" aria-live="polite" aria-atomic="true" key="said">
        {state.said.text}
        {state.said.turn % 2 ? '\u200b' : ''}
      </p>
    </>
  )
}
