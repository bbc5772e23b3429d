import type { TryOnCanvas } from '../../../src/experiences/tryon/try-on-canvas'

/** Stands in for the view with three.js: whatever is to be worn or drawn works, and nothing is. */
export function plainCanvas(draw: TryOnCanvas['draw']): TryOnCanvas {
  return {
    around: 1,
    mirrored: false,
    layout: { kind: 'single' },
    note: undefined,
    seen: 1,
    wear: async () => ({ ok: true }),
    takeOff: () => {},
    draw,
    redraw: () => {},
    showRoom: () => {},
    clear: () => {},
    snapshot: async () => new Blob(),
    dispose: () => {},
  }
}
