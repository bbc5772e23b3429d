import type { Vector3 } from 'three'
import { finishOnSheet, TEMPLE_ON_SHEET } from '../../texture/acetate'
import { Mesh } from '../mesh'
import { turnedOver } from './temple'

/** Gives a small metal or silicone part its cell of the sheet. */
export function finished(mesh: Mesh, cell: number): Mesh {
  const [u, v] = finishOnSheet(cell)
  return mesh.mapTexture(() => [u, v])
}

export interface TemplePair {
  readonly left: Mesh
  readonly right: Mesh
}

/** Both temples of a left one: each with its own place on the sheet, and its metal parts. */
export function templePair(acetate: Mesh, metal: Mesh): TemplePair {
  const right = turnedOver(acetate)
  return {
    left: new Mesh().append(acetate, undefined, TEMPLE_ON_SHEET.left).append(metal),
    right: new Mesh().append(right, undefined, TEMPLE_ON_SHEET.right).append(turnedOver(metal)),
  }
}

/** The nodes of temples that turn at their hinges. */
export const templeNodes = (axis: Vector3) => ({
  'temple-left': { parts: ['templeLeft'] as const, pivot: [axis.x, axis.y, axis.z] as const },
  'temple-right': { parts: ['templeRight'] as const, pivot: [-axis.x, axis.y, axis.z] as const },
})
