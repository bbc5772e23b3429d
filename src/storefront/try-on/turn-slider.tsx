import type { Messages } from '../../core/messages'

/**
 * Turns a model from picture to picture.
 *
 * @param props.yaw of the picture shown, degrees, positive to the model's left
 */
export function TurnSlider(props: {
  index: number
  count: number
  yaw: number
  messages: Messages
  onTurn: (index: number) => void
}) {
  const { index, count, yaw, messages, onTurn } = props
  const degrees = Math.round(yaw)
  const side = degrees === 0 ? 'ahead' : degrees > 0 ? 'left' : 'right'
  return (
    // Right is right in the picture in every language.
    <div className="turn" dir="ltr">
      <input
        type="range"
        min={0}
        max={count - 1}
        step={1}
        value={index}
        aria-label={messages('tryon.turn')}
        aria-valuetext={messages('tryon.turnTo', { side, degrees: Math.abs(degrees) })}
        onChange={(event) => onTurn(Number(event.target.value))}
      />
    </div>
  )
}
