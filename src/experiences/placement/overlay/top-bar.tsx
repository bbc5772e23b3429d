import type { PlacementState } from '../placement-state'
import { CONTROL } from '../screen-input'
import { Icon, type IconName } from './icon'
import type { OverlayParts } from './overlay-context'

interface Props extends OverlayParts {
  readonly state: PlacementState
}

/** Leave on one side; dimensions, picture and share on the other. */
export function TopBar({ session, messages, state }: Props) {
  const { door } = session
  const has = state.placed.length > 0
  const control = { [CONTROL]: '' }
  return (
    <div className="vp-top" {...control}>
      <Round
        icon="close"
        label={messages('placement.leave')}
        onClick={() => door.send({ type: 'leaveRoom' })}
      />
      <span className="vp-space" />
      {has ? (
        <>
          <Round
            icon="ruler"
            label={messages('placement.dimensions')}
            pressed={state.dimensions}
            onClick={() => door.send({ type: 'showDimensions', on: !state.dimensions })}
          />
          <Round
            icon="camera"
            label={messages('placement.picture')}
            onClick={() => door.send({ type: 'takePicture' })}
          />
          <Round
            icon="share"
            label={messages('placement.share')}
            onClick={() => door.send({ type: 'share' })}
          />
        </>
      ) : null}
    </div>
  )
}

interface RoundProps {
  readonly icon: IconName
  readonly label: string
  readonly pressed?: boolean
  readonly onClick: () => void
}

function Round({ icon, label, pressed, onClick }: RoundProps) {
  return (
    <button
      type="button"
      className="vp-round"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
