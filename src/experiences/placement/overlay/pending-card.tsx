import { localText } from '../../../core/local-text'
import type { Pending, PlacementState } from '../placement-state'
import { Icon } from './icon'
import type { OverlayParts } from './overlay-context'
import { Swatches } from './swatches'

interface Props extends OverlayParts {
  readonly state: PlacementState
  readonly pending: Pending
}

/** What is about to be put down: its name, its variants, turn and the one big button. */
export function PendingCard({ session, messages, language, state, pending }: Props) {
  const ready = state.aim === 'fits' && (pending.kind === 'carried' || pending.loaded >= 1)
  const turnable = pending.stand !== 'wall'
  const name =
    pending.kind === 'room' ? messages('placement.room.name', { count: pending.count }) : pending.name
  return (
    <section className="vp-card" aria-label={name}>
      <div className="vp-row">
        <h2 className="vp-name">{name}</h2>
        {pending.kind === 'product' ? (
          <Swatches
            variants={pending.variants}
            chosen={pending.variant}
            nameOf={(text) => localText(text, language)}
            label={messages('placement.variants')}
            onChoose={(variant) => session.door.send({ type: 'chooseVariant', sku: pending.sku, variant })}
          />
        ) : null}
      </div>
      <div className="vp-row">
        {turnable ? (
          <button
            type="button"
            className="vp-square vp-turn-left"
            aria-label={messages('placement.turnLeft')}
            onClick={() => session.turnBy(TURN)}
          >
            <Icon name="turnLeft" />
          </button>
        ) : null}
        <button
          type="button"
          className="vp-primary vp-between"
          disabled={!ready}
          onClick={() => session.placeHere()}
        >
          {messages(pending.kind === 'room' ? 'placement.layOut' : 'placement.place')}
        </button>
        {turnable ? (
          <button
            type="button"
            className="vp-square vp-turn-right"
            aria-label={messages('placement.turnRight')}
            onClick={() => session.turnBy(-TURN)}
          >
            <Icon name="turnRight" />
          </button>
        ) : null}
      </div>
      <div className="vp-row">
        {state.placed.length > 0 || pending.kind === 'carried' ? (
          <button type="button" className="vp-quiet" onClick={() => session.cancel()}>
            {messages('placement.cancel')}
          </button>
        ) : null}
        {pending.kind === 'product' ? (
          <button type="button" className="vp-quiet" onClick={() => session.openPicker()}>
            {messages('placement.choose')}
          </button>
        ) : null}
      </div>
    </section>
  )
}

/** A button's turn: 15°. */
const TURN = Math.PI / 12
