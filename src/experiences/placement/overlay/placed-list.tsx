import type { PlacementState } from '../placement-state'
import { Icon } from './icon'
import type { OverlayParts } from './overlay-context'

interface Props extends OverlayParts {
  readonly state: PlacementState
}

/** What stands in the room, to select without aiming, and the way to add to it. */
export function PlacedList({ session, messages, state }: Props) {
  return (
    <ul className="vp-chips" aria-label={messages('placement.placedList')}>
      <li>
        <button type="button" className="vp-chip vp-chip-add" onClick={() => session.openPicker()}>
          <Icon name="add" />
          {messages('placement.another')}
        </button>
      </li>
      {state.placed.length > 1 || state.selected === undefined
        ? state.placed.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="vp-chip"
                aria-pressed={item.id === state.selected}
                ref={item.id === state.selected ? bringIntoView : undefined}
                onClick={() => session.select(item.id === state.selected ? undefined : item.id)}
              >
                {item.name}
              </button>
            </li>
          ))
        : null}
    </ul>
  )
}

/** The selected product's chip may lie beyond the edge of the list. */
function bringIntoView(chip: HTMLElement | null): void {
  chip?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
