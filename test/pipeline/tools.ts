import * as validator from 'gltf-validator'
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'

/** What the verbs are handed, the real ones; pictures apart, for they differ between Node and the browser. */
export const TOOLS = {
  meshoptDecoder: MeshoptDecoder,
  meshoptEncoder: MeshoptEncoder,
  meshoptSimplifier: MeshoptSimplifier,
  validator,
}
