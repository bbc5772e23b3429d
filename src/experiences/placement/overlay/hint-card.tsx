import type { Messages } from '../../../core/messages'
import { hintOf } from '../hint'
import type { PlacementState } from '../placement-state'

interface Props {
  readonly messages: Messages
  readonly state: PlacementState
}

/** The one sentence that helps now, with the moving phone while a surface is being looked for. */
export function HintCard({ messages, state }: Props) {
  const hint = state.sheet ? undefined : hintOf(state)
  if (!hint) return null
  return (
    <>
      {hint.scanning && state.device === 'screen' ? (
        <ScanPicture stand={state.pending?.stand ?? 'floor'} />
      ) : null}
      <p className={hint.warning ? 'vp-hint vp-warning' : 'vp-hint'}>{messages(hint.key, hint.values)}</p>
    </>
  )
}

/** A phone that sweeps over a dotted surface: what to do needs no words. */
function ScanPicture({ stand }: { readonly stand: string }) {
  return (
    <svg className="vp-scan" viewBox="0 0 160 120" aria-hidden="true">
      <g className={stand === 'wall' ? 'vp-scan-wall' : 'vp-scan-floor'}>
        {DOTS.map(([x, y, delay]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="2.1" className={`vp-dot vp-dot-${delay}`} />
        ))}
      </g>
      <g className="vp-scan-phone">
        <rect x="62" y="14" width="36" height="62" rx="6" />
        <path d="M76 70h8" />
      </g>
    </svg>
  )
}

/** A lattice of 7 × 4 dots in perspective; the third number staggers their light. */
const DOTS: readonly (readonly [number, number, number])[] = Array.from({ length: 28 }, (_, index) => {
  const row = Math.floor(index / 7)
  const column = (index % 7) - 3
  return [80 + column * (12 + row * 4), 74 + row * row * 2.4 + row * 6, (column + 3 + row) % 4] as const
})
