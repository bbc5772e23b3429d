import { formatDimensions } from '../../../core/length'
import { localText } from '../../../core/local-text'
import type { PlacedView, PlacementState } from '../placement-state'
import { Icon, type IconName } from './icon'
import type { OverlayParts } from './overlay-context'
import { Swatches } from './swatches'

interface Props extends OverlayParts {
  readonly state: PlacementState
  readonly item: PlacedView
}

/** The selected product: its variants, its size, and what can be done with it. */
export function ItemCard({ session, messages, language, state, item }: Props) {
  const turnable = item.stand !== 'wall'
  return (
    <section className="vp-card" aria-label={item.name}>
      <div className="vp-row">
        <h2 className="vp-name">{item.name}</h2>
        <Swatches
          variants={item.variants}
          chosen={item.variant}
          nameOf={(text) => localText(text, language)}
          label={messages('placement.variants')}
          onChoose={(variant) => session.door.send({ type: 'chooseVariant', sku: item.sku, variant })}
        />
      </div>
      {state.dimensions ? (
        <p className="vp-size">
          <bdi>{formatDimensions(item.dimensions, language, 'cm')}</bdi>
          <bdi>{formatDimensions(item.dimensions, language, 'in')}</bdi>
        </p>
      ) : null}
      <div className="vp-actions">
        {turnable ? (
          <>
            <Action
              icon="turnLeft"
              label={messages('placement.turnLeft')}
              onClick={() => session.turnBy(TURN)}
            />
            <Action
              icon="turnRight"
              label={messages('placement.turnRight')}
              onClick={() => session.turnBy(-TURN)}
            />
          </>
        ) : null}
        <Action icon="move" label={messages('placement.move')} onClick={() => session.carry(item.id)} />
        <Action icon="remove" label={messages('placement.remove')} onClick={() => session.removeSelected()} />
      </div>
    </section>
  )
}

interface ActionProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}

function Action({ icon, label, onClick }: ActionProps) {
  return (
    <button type="button" className={`vp-action vp-action-${icon}`} onClick={onClick}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  )
}

/** A button's turn: 15°. */
const TURN = Math.PI / 12
