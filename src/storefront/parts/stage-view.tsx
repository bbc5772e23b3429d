import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { useMessages, useShop } from '../shop-context'
import type { StageRequest } from '../stage'
import { stageSentence } from '../stage-sentence'
import { Icon } from './icon'

/**
 * The place where the shop's one 3D view stands on this page, over the picture that holds its place.
 *
 * @param request what to show; its key decides whether it is the same as before
 * @param poster picture with the same framing as the viewer's first frame; none for a shopper's own file
 */
export function StageView(props: {
  name: string
  request: StageRequest | undefined
  poster?: { src: string; alt: string }
  children?: ReactNode
}) {
  const { name, request, poster, children } = props
  const { stage, announce } = useShop()
  const messages = useMessages()
  const slot = useRef<HTMLDivElement>(null)
  const hint = useId()
  const { phase, key } = useStore(stage.store)
  const mine = request !== undefined && key === request.key
  const shown = mine && phase === 'shown'

  useEffect(() => {
    const element = slot.current
    if (!element) return
    stage.attach(element)
    return () => stage.detach(element)
  }, [stage])
  useEffect(() => {
    if (request) void stage.show(request)
  }, [stage, request])
  useEffect(() => {
    stage.onView = (view) => announce(messages('view.describe', { side: view.side, height: view.height }))
    return () => {
      stage.onView = undefined
    }
  }, [stage, announce, messages])
  useEffect(() => {
    stage.label(messages('stage.canvas', { name }), hint)
  }, [stage, messages, name, hint])

  return (
    <section
      className="stage"
      aria-label={messages('stage.region', { name })}
      data-phase={mine ? phase : 'empty'}
    >
      {poster && (
        <img
          className="stage-poster"
          src={poster.src}
          alt={poster.alt}
          width="800"
          height="800"
          fetchPriority="high"
          // Offline: an empty stage says more than the browser's sign for a broken picture.
          onError={(event) => event.currentTarget.toggleAttribute('hidden', true)}
          onLoad={(event) => event.currentTarget.toggleAttribute('hidden', false)}
        />
      )}
      {/* The view's own element lives in here and is none of React's business. */}
      <div
        className="stage-slot"
        ref={slot}
        suppressHydrationWarning
        data-name={name}
        {...(typeof request?.source === 'string'
          ? { 'data-model': request.source, 'data-on': request.on }
          : {})}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty string tells React to leave the children alone
        dangerouslySetInnerHTML={{ __html: '' }}
      />
      <p id={hint} className="spoken">
        {messages('stage.keys')}
      </p>
      {mine && <StageStatus />}
      <div className="stage-tools" hidden={!shown}>
        <p className="stage-hint" aria-hidden="true">
          {messages('stage.hint')}
        </p>
        {children}
      </div>
    </section>
  )
}

/** How far a load has come, or why it failed and what to do. */
function StageStatus() {
  const { stage, announce } = useShop()
  const messages = useMessages()
  const { phase, progress, fault } = useStore(stage.store)
  const sentence = fault ? stageSentence(fault, messages, navigator.onLine) : undefined
  const spoken = phase === 'shown' ? messages('stage.ready') : (sentence ?? '')
  useEffect(() => {
    if (spoken) announce(spoken)
  }, [spoken, announce])

  if (sentence) {
    return (
      <div className="stage-notice">
        <p>{sentence}</p>
        <button type="button" className="button" onClick={() => stage.retry()}>
          <Icon name="reset" />
          {messages('stage.retry')}
        </button>
      </div>
    )
  }
  if (phase !== 'loading') return null
  return (
    <progress
      className="stage-progress"
      aria-label={messages('stage.loading')}
      max="1"
      {...(progress === undefined ? {} : { value: progress })}
    />
  )
}
