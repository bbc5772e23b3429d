import type { TryOn } from '../../experiences/tryon/try-on'

/** What the screen does with try-on: the session, and the place where its picture is shown. */
export interface TryOnHandle
  extends Pick<
    TryOn,
    | 'store'
    | 'prepare'
    | 'use'
    | 'wear'
    | 'setLayout'
    | 'setMirrored'
    | 'hideRoom'
    | 'showPicture'
    | 'picture'
    | 'pause'
    | 'resume'
    | 'retry'
    | 'stop'
    | 'dispose'
  > {
  /** Shows the picture in an element, filling it. */
  attach(host: HTMLElement): void
}
