import type { Dimensions } from '../../core/dimensions'
import type { Messages } from '../../core/messages'
import type { Stand } from '../../core/product'

/** Height of the person drawn beside a product, centimetres: between the world's average woman and man. */
const PERSON_CM = 168
/** Where the middle of a picture hangs, as galleries hang them. */
const EYE_CM = 150
const TABLE_CM = 74
const CEILING_CM = 250
const ROOM_ABOVE_CM = 12

/** A product's front beside a person, where it usually is: on the floor, on a table, on the wall, under the ceiling. */
export function BesidePerson(props: { dimensions: Dimensions; stand: Stand; messages: Messages }) {
  const { dimensions, stand, messages } = props
  const width = dimensions.width * 100
  // A rug of one centimetre is still a line.
  const height = Math.max(dimensions.height * 100, 1.5)
  const bottom = bottomOf(stand, height)
  const top = Math.max(PERSON_CM, bottom + height) + ROOM_ABOVE_CM
  const left = 92
  const total = left + Math.max(width, 60) + 36
  return (
    <>
      <svg
        viewBox={`0 ${-top} ${total} ${top + 2}`}
        preserveAspectRatio="xMinYMax"
        aria-hidden="true"
        focusable="false"
      >
        <path className="size-figure-line" d={`M0 0H${total}`} />
        {stand === 'ceiling' && (
          <path className="size-figure-line" d={`M${left - 20} ${-CEILING_CM}H${total}`} />
        )}
        <g className="size-figure-person" transform="translate(38 0)">
          <circle cx="0" cy={-157} r="10.5" />
          <path d="M-19-136q0-8 8-8h22q8 0 8 8l2.5 50q0 3.5-3.5 3.5t-4-3.5l-2-34-2.5 52 1.5 64q0 4-4.5 4t-4.5-4l-1-60-1 60q0 4-4.5 4t-4.5-4l1.5-64-2.5-52-2 34q-.5 3.5-4 3.5t-3.5-3.5z" />
        </g>
        {stand === 'table' && (
          <path
            className="size-figure-line"
            d={`M${left - 20} ${-TABLE_CM}h${width + 40}M${left - 8} ${-TABLE_CM}V0M${left + width + 8} ${-TABLE_CM}V0`}
          />
        )}
        <rect className="size-figure-box" x={left} y={-bottom - height} width={width} height={height} />
      </svg>
      <figcaption>{messages('size.figure', { cm: PERSON_CM })}</figcaption>
    </>
  )
}

/** Height of a product's underside above the floor where it usually is, centimetres. */
function bottomOf(stand: Stand, height: number): number {
  if (stand === 'wall') return Math.max(EYE_CM - height / 2, 0)
  if (stand === 'table') return TABLE_CM
  return stand === 'ceiling' ? CEILING_CM - height : 0
}
