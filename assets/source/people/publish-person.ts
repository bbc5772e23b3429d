import { writeFile } from 'node:fs/promises'
import { type Document, Logger, NodeIO, Verbosity } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import { compressGeometry } from '../../../src/pipeline/compress-geometry'

/** Steps of 0.02 mm over a head and shoulders: truth stays within a tenth of a millimetre of the mesh. */
const FINE = { positionBits: { least: 16, most: 16 }, step: 1, normalBits: 8, texcoordBits: 14 }

/** Compresses a person with the pipeline's own verb and writes the GLB. @returns its bytes */
export async function publishPerson(document: Document, file: string): Promise<number> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready])
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder })
  document.setLogger(new Logger(Verbosity.ERROR))
  await compressGeometry(document, FINE, MeshoptEncoder)
  const bytes = await io.writeBinary(document)
  await writeFile(file, bytes)
  return bytes.length
}
