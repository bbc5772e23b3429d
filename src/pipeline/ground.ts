import type { Document } from '@gltf-transform/core'
import type { Stand } from '../core/product'
import { measure } from './measure'

/** Shifts below this are measuring noise, metres. */
const NOISE = 5e-4

/**
 * Moves what a document shows so that it touches what it stands on: underside (wall: back) at the origin, centred. A phone's own viewer puts
 * the origin on the floor, whatever lies below it: what is worn has its origin inside, a lamp for the ceiling has it on top, and a merchant's
 * file anywhere. Changes the document in place; one that stands right already stays as it is.
 */
export function ground(document: Document, stand: Stand = 'floor'): void {
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  const box = measure(document)
  if (!scene || !box) return
  const { min, max } = box
  const x = -(min[0] + max[0]) / 2
  const shift: [number, number, number] =
    stand === 'wall' ? [x, -(min[1] + max[1]) / 2, -min[2]] : [x, -min[1], -(min[2] + max[2]) / 2]
  if (shift.every((metres) => Math.abs(metres) < NOISE)) return
  // A node above all: an animation may own what a node of the file's does.
  const above = document.createNode('ground').setTranslation(shift)
  for (const node of scene.listChildren()) above.addChild(node)
  scene.addChild(above)
}
