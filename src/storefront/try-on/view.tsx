import { type ReactNode, useEffect, useRef } from 'react'
import type { Messages } from '../../core/messages'
import type { Guidance, TryOnState } from '../../experiences/tryon/try-on-state'
import { useShop } from '../shop-context'
import type { TryVisit } from './try-visit'
import { useForAWhile } from './use-for-a-while'
import { useLate } from './use-late'
import { useRoomWords } from './use-room-words'

/** What nobody in a photo can do any more. */
const IN_VAIN: ReadonlySet<Guidance> = new Set([
  'come-closer',
  'go-back',
  'more-light',
  'turn-to-camera',
  'show-back-of-hand',
  'show-wrist',
])

/**
 * The picture with what is worn in it, what it shows in words, and what the shopper may do for a better fit.
 *
 * @param props.fetching what is chosen is on its way, and what was worn before still on
 * @param props.notice sentence, without its `tryon.`, of something that failed while the picture goes on
 * @param props.onDrag told by how much of its width a finger has moved across it since it came, while it may be turned; undefined when it leaves
 */
export function View(props: {
  visit: TryVisit
  state: TryOnState | undefined
  failed: boolean
  subject: 'face' | 'hand'
  source: 'camera' | 'photo' | 'model'
  name: string
  variantName: string
  messages: Messages
  fetching: boolean
  notice: string | undefined
  onDrag: ((share: number | undefined) => void) | undefined
  children: ReactNode
}) {
  const {
    visit,
    state,
    failed,
    subject,
    source,
    name,
    variantName,
    messages,
    fetching,
    notice,
    onDrag,
    children,
  } = props
  const { announce } = useShop()
  const host = useRef<HTMLDivElement>(null)
  const dragged = useRef<number>(undefined)
  const said = useRef<string>(undefined)
  const running = state?.phase === 'running' && !failed
  const seen = running && state.seen
  const searched = running ? state.searched : undefined
  const loading = (!running && !failed) || searched !== undefined
  const waiting = messages(
    searched === undefined ? 'tryon.loading' : 'tryon.searching',
    searched === undefined ? {} : { subject },
  )
  const progress = searched ?? state?.progress

  const room = useRoomWords(running && source !== 'model' ? state.room : undefined, messages)
  const failure = useForAWhile(notice && messages(`tryon.${notice}`))
  const asked = running ? state.guidance : undefined
  const guidance =
    asked &&
    (source === 'photo' && IN_VAIN.has(asked)
      ? messages('tryon.guidance.other-photo', { subject })
      : messages(`tryon.guidance.${asked}`))
  const late = useLate(running && fetching)
  const note = failure || (late && messages('tryon.wearing')) || guidance || room

  useEffect(() => {
    if (host.current) visit.attach(host.current)
  }, [visit])
  useEffect(() => {
    // Once for each piece: a face that comes and goes must not be talked over.
    const sight = `${source} ${name}`
    if (!seen || said.current === sight) return
    said.current = sight
    announce(messages('tryon.say.seen', { name }))
  }, [seen, source, name, announce, messages])

  return (
    <section
      className="try-view"
      aria-label={name}
      data-source={source}
      data-beside={state?.layout.kind === 'beside'}
      data-phase={failed ? 'failed' : running ? 'running' : 'loading'}
    >
      {/* The canvas lives in here and is none of React's business. */}
      <div
        ref={host}
        className="try-host"
        role="img"
        aria-label={messages('tryon.view', {
          source,
          seen: seen ? 'yes' : 'no',
          name,
          variant: variantName,
          turned: (seen && state?.turned) || 'ahead',
          room: state?.room ?? 'shown',
        })}
        data-turns={onDrag !== undefined}
        onPointerDown={(event) => {
          if (!onDrag) return
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current = event.clientX
        }}
        onPointerMove={(event) => {
          if (!onDrag || dragged.current === undefined || event.buttons === 0) return
          onDrag((event.clientX - dragged.current) / event.currentTarget.clientWidth)
        }}
        onPointerUp={() => {
          dragged.current = undefined
          onDrag?.(undefined)
        }}
      />
      {loading && (
        <div className="try-wait">
          <p>{waiting}</p>
          <progress aria-label={waiting} max="1" {...(progress === undefined ? {} : { value: progress })} />
        </div>
      )}
      <p className="try-guidance" role="status">
        {note && <span>{note}</span>}
      </p>
      {children}
    </section>
  )
}
