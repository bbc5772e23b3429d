import { useEffect, useRef, useState } from 'react'
import type { ModelPerson } from '../../experiences/tryon/people-list'
import type { TryOnSource } from '../../experiences/tryon/try-on-state'
import type { TryVisit } from './try-visit'

/** Share of the picture's width that a finger moves from one picture of a model to the next. */
const DRAG_STEP = 0.09

/** Which of a model's pictures is shown: turned by a finger across the picture, or by a slider. */
export function useTurning(visit: TryVisit, source: TryOnSource, model: ModelPerson | undefined) {
  const count = source.kind === 'model' ? (model?.yaws.length ?? 1) : 1
  const first = model?.first ?? 0
  const [index, setIndex] = useState(first)
  /** Where the finger's way began. */
  const base = useRef(first)
  // Another model looks straight ahead at first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the source
  useEffect(() => {
    setIndex(first)
    base.current = first
  }, [source, first])

  const show = (wanted: number) => {
    const next = Math.min(count - 1, Math.max(0, Math.round(wanted)))
    if (next === index) return
    setIndex(next)
    void visit.store.getState().tryOn?.showPicture(next)
  }
  return {
    can: count > 1,
    index,
    count,
    /** Degrees, positive to the model's left. */
    yaw: model?.yaws[index] ?? 0,
    turnTo(wanted: number) {
      show(wanted)
      base.current = wanted
    },
    /** @param share of the picture's width moved so far; undefined when the finger has left */
    drag(share: number | undefined) {
      if (share === undefined) base.current = index
      else show(base.current + share / DRAG_STEP)
    },
  }
}
