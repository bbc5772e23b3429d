/** How the picture is divided, in what is seen: left and right are the viewer's. */
export type PanelLayout =
  | { readonly kind: 'single' }
  | { readonly kind: 'beside' }
  /** Share of the width from the start of the reading direction that shows nothing worn. */
  | { readonly kind: 'slider'; readonly share: number }

/** One part of the canvas to be drawn: the whole frame laid over `x` to `x + width`, of which `from` to `to` is drawn. */
export interface Panel {
  x: number
  width: number
  from: number
  to: number
  worn: 'first' | 'second' | 'none'
}

/**
 * Panels of a layout on a canvas of some width, in the canvas's own pixels.
 *
 * @param mirrored the canvas is shown mirrored, so its own left is seen at the right
 * @param rtl the reading direction is right to left
 * @param out two panels that are written; the second is empty (`from === to`) where one is enough
 */
export function layPanels(
  layout: PanelLayout,
  width: number,
  mirrored: boolean,
  rtl: boolean,
  out: readonly [Panel, Panel],
): void {
  const [one, two] = out
  if (layout.kind === 'beside') {
    const half = Math.floor(width / 2)
    // What is worn first is seen at the left.
    set(one, 0, half, 0, half, mirrored ? 'second' : 'first')
    set(two, half, width - half, half, width, mirrored ? 'first' : 'second')
    return
  }
  if (layout.kind === 'single') {
    set(one, 0, width, 0, width, 'first')
    set(two, 0, width, width, width, 'none')
    return
  }
  const share = Math.min(1, Math.max(0, layout.share))
  // Without at the start as it is seen; the mirror turns seen left and right round on the canvas.
  const startIsLeft = rtl === mirrored
  const line = Math.round((startIsLeft ? share : 1 - share) * width)
  set(one, 0, width, 0, line, startIsLeft ? 'none' : 'first')
  set(two, 0, width, line, width, startIsLeft ? 'first' : 'none')
}

function set(panel: Panel, x: number, width: number, from: number, to: number, worn: Panel['worn']): void {
  panel.x = x
  panel.width = width
  panel.from = from
  panel.to = to
  panel.worn = worn
}
