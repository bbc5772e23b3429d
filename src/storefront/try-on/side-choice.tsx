import type { Messages } from '../../core/messages'

/** Which of two pictures beside each other what is chosen goes to. */
export type Side = 'left' | 'right'

const SIDES: readonly Side[] = ['left', 'right']

/** Chooses the side. It lies as the pictures lie, in every language. */
export function SideChoice(props: { side: Side; messages: Messages; onChoose: (side: Side) => void }) {
  const { side, messages, onChoose } = props
  return (
    <fieldset className="sides">
      <legend className="spoken">{messages('tryon.side')}</legend>
      <div className="sides-row" dir="ltr">
        {SIDES.map((one) => (
          <label key={one} className="side">
            <input type="radio" name="side" checked={side === one} onChange={() => onChoose(one)} />
            <span>{messages(`tryon.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
