/** Sides of an object, seen from above, clockwise from the front. */
const SIDES = ['front', 'frontRight', 'right', 'backRight', 'back', 'backLeft', 'left', 'frontLeft'] as const

/**
 * A view in words, for those who hear it: `view.describe` in the engine's messages takes both as arguments
 * (`front`, `from above`).
 */
export interface ViewName {
  readonly side: (typeof SIDES)[number]
  readonly height: 'below' | 'level' | 'above' | 'top'
}

/** Names a camera position. Angles in radians, as in {@link View}. */
export function viewName(yaw: number, pitch: number): ViewName {
  const eighth = Math.round(yaw / (Math.PI / 4))
  const side = SIDES[((eighth % 8) + 8) % 8] ?? 'front'
  return { side, height: heightOf(pitch) }
}

function heightOf(pitch: number): ViewName['height'] {
  if (pitch > 1.1) return 'top'
  if (pitch > 0.42) return 'above'
  return pitch < -0.3 ? 'below' : 'level'
}
