import { Vector3 } from 'three'
import { bar, path, round } from './bar'
import type { Mesh } from './mesh'

/** One stitch of thread from where it comes up to where it goes down, half sunk in what it sews. */
export function stitch(from: Vector3, to: Vector3, thread: number): Mesh {
  const line = path(from.toArray(), to.toArray())
  const up = Math.abs(to.clone().sub(from).normalize().x) > 0.9 ? new Vector3(0, 0, 1) : new Vector3(1, 0, 0)
  return bar(line, { section: () => round(thread), up, rings: 1, corner: 0, ends: thread * 0.4, endRings: 1 })
}
