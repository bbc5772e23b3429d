import { SplineCurve, Vector2 } from 'three'

/** A corner of an outline, rounded by `fillet` metres. */
export interface Corner {
  readonly x: number
  readonly y: number
  readonly fillet?: number
}

/**
 * An outline through corners, each replaced by an arc of its fillet: nothing in the world is razor sharp.
 *
 * @param closed whether the last corner joins the first
 * @param segments lines an arc of 90°
 */
export function outline(corners: readonly Corner[], closed = false, segments = 4): Vector2[] {
  const points: Vector2[] = []
  corners.forEach((corner, i) => {
    const here = new Vector2(corner.x, corner.y)
    const before = corners[(i + corners.length - 1) % corners.length]
    const after = corners[(i + 1) % corners.length]
    const open = !closed && (i === 0 || i === corners.length - 1)
    if (open || !corner.fillet || !before || !after) {
      points.push(here)
      return
    }
    const toBefore = new Vector2(before.x, before.y).sub(here)
    const toAfter = new Vector2(after.x, after.y).sub(here)
    const room = Math.min(toBefore.length(), toAfter.length())
    toBefore.normalize()
    toAfter.normalize()
    const angle = Math.acos(Math.max(-1, Math.min(1, toBefore.dot(toAfter))))
    const reach = Math.min(corner.fillet / Math.tan(angle / 2), room * 0.499)
    const radius = reach * Math.tan(angle / 2)
    const start = here.clone().addScaledVector(toBefore, reach)
    const bisector = toBefore.clone().add(toAfter).normalize()
    const centre = here.clone().addScaledVector(bisector, radius / Math.sin(angle / 2))
    const from = start.clone().sub(centre)
    const turn = Math.PI - angle
    const sign = Math.sign(toBefore.cross(toAfter)) > 0 ? -1 : 1
    const steps = Math.max(1, Math.round((segments * turn) / (Math.PI / 2)))
    for (let k = 0; k <= steps; k++) {
      points.push(
        from
          .clone()
          .rotateAround(new Vector2(), (sign * turn * k) / steps)
          .add(centre),
      )
    }
  })
  return points
}

/** A smooth curve through points, sampled evenly by arc length. */
export function spline(points: readonly (readonly [number, number])[], segments: number): Vector2[] {
  const curve = new SplineCurve(points.map(([x, y]) => new Vector2(x, y)))
  curve.arcLengthDivisions = segments * 8
  return curve.getSpacedPoints(segments)
}
