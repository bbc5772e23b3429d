import type { Document } from '@gltf-transform/core'
import { getBounds } from '@gltf-transform/core'
import type { Dimensions } from '../core/dimensions'

/** An axis-aligned box in metres, Y up. */
export interface Measure {
  readonly min: readonly [number, number, number]
  readonly max: readonly [number, number, number]
  readonly dimensions: Dimensions
}

/** Measures the default scene of a document, vertex by vertex through every node's transform; undefined when it shows nothing. */
export function measure(document: Document): Measure | undefined {
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  if (!scene) return undefined
  const { min, max } = getBounds(scene)
  if (!min.every(Number.isFinite) || !max.every(Number.isFinite)) return undefined
  return {
    min,
    max,
    dimensions: { width: max[0] - min[0], height: max[1] - min[1], depth: max[2] - min[2] },
  }
}
