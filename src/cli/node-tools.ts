import type * as Validator from 'gltf-validator'
import type { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import type { ImageCodec } from '../pipeline/image-codec'

/** What the pipeline is handed in Node. */
export interface NodeTools {
  readonly meshoptDecoder: typeof MeshoptDecoder
  readonly meshoptEncoder: typeof MeshoptEncoder
  readonly meshoptSimplifier: typeof MeshoptSimplifier
  readonly images: ImageCodec
  readonly validator: typeof Validator
}

/** Loads them when a file is there to work on: help and a wrong switch are answered at once. */
export async function loadNodeTools(): Promise<NodeTools> {
  const [meshopt, validator, { createSharpCodec }] = await Promise.all([
    import('meshoptimizer'),
    import('gltf-validator'),
    import('./sharp-codec'),
  ])
  const { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } = meshopt
  await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready, MeshoptSimplifier.ready])
  return {
    meshoptDecoder: MeshoptDecoder,
    meshoptEncoder: MeshoptEncoder,
    meshoptSimplifier: MeshoptSimplifier,
    images: createSharpCodec(),
    validator,
  }
}
