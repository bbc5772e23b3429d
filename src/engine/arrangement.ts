import { Box3, Group, Vector3 } from 'three'
import type { Pose } from '../core/room'
import type { ModelHandle } from './model-handle'

/** A model and where it stands. */
export interface Arranged {
  readonly model: ModelHandle
  readonly pose: Pose
}

/**
 * Several models as one, each at its pose, to be shown by the viewer: framed, shadowed and measured together.
 * It takes its parts over: releasing it releases them. It has no variants of its own; its parts keep theirs.
 *
 * @param parts at least one
 */
export function arrange(parts: readonly Arranged[]): ModelHandle {
  const object = new Group()
  object.name = 'arrangement'
  const bounds = new Box3()
  const points: number[] = []
  const point = new Vector3()
  for (const { model, pose } of parts) {
    model.object.position.set(pose.x, pose.y, pose.z)
    model.object.rotation.set(0, pose.yaw, 0)
    model.object.updateMatrix()
    object.add(model.object)
    for (let i = 0; i + 2 < model.outline.length; i += 3) {
      point.fromArray(model.outline, i).applyMatrix4(model.object.matrix)
      points.push(point.x, point.y, point.z)
      bounds.expandByPoint(point)
    }
    // The outline leaves out points between its slices; heights stay exact, since products only turn about the upright.
    bounds.min.y = Math.min(bounds.min.y, pose.y + model.bounds.min.y)
    bounds.max.y = Math.max(bounds.max.y, pose.y + model.bounds.max.y)
  }
  const size = bounds.getSize(new Vector3())
  return {
    object,
    bounds,
    outline: Float32Array.from(points),
    dimensions: { width: size.x, height: size.y, depth: size.z },
    triangles: parts.reduce((sum, { model }) => sum + model.triangles, 0),
    notes: parts.flatMap(({ model }) => model.notes),
    variants: [],
    extras: {},
    setVariant: () => Promise.resolve(),
    release() {
      object.removeFromParent()
      for (const { model } of parts) model.release()
    },
  }
}
