import { baseMesh, target } from './base-mesh'
import { type Identity, targetWeights } from './identity'

/** Unit of a target's numbers, decimetres. */
const STEP = 1e-3

/** The base mesh shaped into somebody: three numbers a vertex, decimetres, in the base's own space. */
export function morph(identity: Identity): Float32Array {
  const positions = Float32Array.from(baseMesh().positions)
  for (const [name, weight] of targetWeights(identity)) addTarget(positions, name, weight)
  return positions
}

/** Moves positions along a target. */
export function addTarget(positions: Float32Array, name: string, weight: number): void {
  const deltas = target(name)
  for (let i = 0; i < deltas.length; i++) {
    const delta = deltas[i]
    if (delta) positions[i] = (positions[i] ?? 0) + delta * weight * STEP
  }
}
