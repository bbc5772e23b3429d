import type { TryOnView } from './view/try-on-view'

/** What try-on draws on: the view with three.js, or what stands in for it in a test. */
export type TryOnCanvas = Pick<
  TryOnView,
  | 'around'
  | 'mirrored'
  | 'layout'
  | 'note'
  | 'seen'
  | 'wear'
  | 'takeOff'
  | 'draw'
  | 'redraw'
  | 'showRoom'
  | 'clear'
  | 'snapshot'
  | 'dispose'
>
