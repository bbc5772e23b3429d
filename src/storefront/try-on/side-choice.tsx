import type { Messages } from '../../core/messages'

/** Which of two pictures beside each other what is chosen goes to. */
export type Side = 'left' | 'right'

const SIDES: readonly Side[] = ['left', 'right']

/**
 * Chooses the side that the panel changes, by the name under each picture. It lies as the pictures lie, in every language.
 *
 * @param props.names what is worn on either side
 */
export function SideChoice(props: {
  side: Side
  names: Readonly<Record<Side, string>>
  messages: Messages
  onChoose: (side: Side) => void
}) {
  const { side, names, messages, onChoose } = props
  return (
    <fieldset className="sides" dir="ltr">
      <legend className="spoken">{messages('tryon.side')}</legend>
      {SIDES.map((one) => (
        <label key={one} className="side">
          <input type="radio" name="side" checked={side === one} onChange={() => onChoose(one)} />
          <span className="side-name">
            <span className="spoken">{messages(`tryon.${one}`)}: </span>
            <span dir="auto">{names[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
