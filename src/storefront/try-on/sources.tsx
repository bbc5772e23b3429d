import { useId } from 'react'
import type { Messages } from '../../core/messages'
import type { Wear } from '../../core/wear'
import type { ModelPerson } from '../../experiences/tryon/people-list'
import { subjectOf } from '../../experiences/tryon/subject'
import { Thumbnail } from '../parts/thumbnail'
import { TryIcon } from './try-icon'
import type { TryVisit } from './try-visit'

/**
 * The three places a picture can come from, each with what happens to it.
 *
 * @param props.onChosen after one was chosen, so that a sheet can close
 */
export function Sources(props: {
  visit: TryVisit
  kind: Wear['kind']
  models: readonly ModelPerson[]
  messages: Messages
  onChosen?: () => void
}) {
  const { visit, kind, models, messages, onChosen } = props
  const photo = useId()
  const people = useId()
  const subject = subjectOf(kind)
  return (
    <div className="sources">
      <button
        type="button"
        className="source source-main"
        onClick={() => {
          onChosen?.()
          // A hand is looked at with the camera at the back: the other hand holds the phone.
          visit.wantCamera(subject === 'hand' ? 'environment' : 'user')
        }}
      >
        <TryIcon name="camera" />
        <span className="source-words">
          <span className="source-name">{messages('tryon.camera')}</span>
          <span className="source-note">{messages('tryon.cameraNote')}</span>
        </span>
      </button>
      <div className="source-file">
        <input
          id={photo}
          type="file"
          accept="image/*"
          className="spoken"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same photo chosen again must be read again.
            event.target.value = ''
            if (!file) return
            onChosen?.()
            void visit.use({ kind: 'photo', file })
          }}
        />
        <label htmlFor={photo} className="source">
          <TryIcon name="photo" />
          <span className="source-words">
            <span className="source-name">{messages('tryon.photo')}</span>
            <span className="source-note">{messages('tryon.photoNote', { subject })}</span>
          </span>
        </label>
      </div>
      {models.length > 0 && (
        <section className="source-models" data-subject={subject} aria-labelledby={people}>
          <h2 id={people}>{messages('tryon.models')}</h2>
          <ul>
            {models.map((model, index) => (
              <li key={model.id}>
                <button
                  type="button"
                  onClick={() => {
                    onChosen?.()
                    void visit.use({ kind: 'model', id: model.id })
                  }}
                >
                  <Thumbnail
                    src={model.pictures[model.first] ?? ''}
                    alt={nameOf(model, index, messages)}
                    words={messages('tryon.model', { number: index + 1 })}
                    width={96}
                    height={128}
                    loading="lazy"
                  />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What our sentences call the tones. */
const TONES: Readonly<Record<string, string>> = {
  'tone-1': 'veryLight',
  'tone-2': 'light',
  'tone-3': 'medium',
  'tone-4': 'tan',
  'tone-5': 'dark',
  'tone-6': 'veryDark',
}

function nameOf({ tone }: ModelPerson, index: number, messages: Messages): string {
  const number = index + 1
  const known = TONES[tone ?? '']
  return known ? messages('tryon.modelTone', { number, tone: known }) : messages('tryon.model', { number })
}
