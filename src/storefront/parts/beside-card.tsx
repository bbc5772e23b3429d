import type { Dimensions } from '../../core/dimensions'

/** A payment card, millimetres (ISO/IEC 7810, ID-1). */
const CARD = { width: 85.6, height: 53.98, corner: 3.18 }
const GAP = 14
/** Room round the drawing, for its strokes. */
const EDGE = 2

/** A small product's front beside a payment card lying against the same ground line. */
export function BesideCard({ dimensions, caption }: { dimensions: Dimensions; caption: string }) {
  const width = dimensions.width * 1000
  const height = dimensions.height * 1000
  const left = CARD.width + GAP
  const top = Math.max(CARD.height, height)
  const total = left + width
  return (
    <>
      <svg
        viewBox={`${-EDGE} ${-top - EDGE} ${total + EDGE * 2} ${top + EDGE * 2}`}
        preserveAspectRatio="xMinYMax"
        aria-hidden="true"
        focusable="false"
      >
        <path className="size-figure-line" d={`M${-EDGE} 0H${total + EDGE}`} />
        <rect
          className="size-figure-person"
          y={-CARD.height}
          width={CARD.width}
          height={CARD.height}
          rx={CARD.corner}
        />
        <rect className="size-figure-stripe" y={-CARD.height + 7} width={CARD.width} height="11" />
        <rect className="size-figure-box" x={left} y={-height} width={width} height={height} />
      </svg>
      <figcaption>{caption}</figcaption>
    </>
  )
}
