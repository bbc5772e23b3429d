import type { Messages } from '../../core/messages'
import type { Wear } from '../../core/wear'
import type { TryOnState } from '../../experiences/tryon/try-on-state'

/** What can be said of size: how a frame's width suits the face, and the pupils' distance with its uncertainty. */
export function FitNotes(props: { kind: Wear['kind']; state: TryOnState | undefined; messages: Messages }) {
  const { kind, state, messages } = props
  // What is measured on a model says nothing of the shopper.
  const { frameFit, pupils, note } = state?.source?.kind === 'model' ? {} : (state ?? {})
  const millimetres = (metres: number) => Math.max(1, Math.round(metres * 1000))
  if (kind === 'makeup') return <p className="ar-note">{messages('tryon.makeupNote')}</p>
  return (
    <>
      {frameFit && <p className="fit-frame">{messages(`tryon.frame.${frameFit}`)}</p>}
      {note && <p className="fit-frame">{messages(`tryon.note.${note}`)}</p>}
      {kind === 'eyewear' && pupils && (
        <p className="ar-note">
          {messages('tryon.pd', {
            mm: millimetres(pupils.value),
            range: millimetres(pupils.uncertainty),
          })}
        </p>
      )}
    </>
  )
}
