/** Lengths of a GLB's header and of a chunk's. */
const HEADER = 12
const CHUNK = 8

/**
 * What a model person's or hand's file says is true of it: `extras.truth` of its default scene.
 *
 * @throws when it says nothing
 */
export function truthOf(glb: Uint8Array): unknown {
  const length = new DataView(glb.buffer, glb.byteOffset).getUint32(HEADER, true)
  const json = JSON.parse(
    new TextDecoder().decode(glb.subarray(HEADER + CHUNK, HEADER + CHUNK + length)),
  ) as {
    scene?: number
    scenes?: { extras?: { truth?: unknown } }[]
  }
  const truth = json.scenes?.[json.scene ?? 0]?.extras?.truth
  if (!truth) throw new Error('person-booth/no-truth')
  return truth
}
