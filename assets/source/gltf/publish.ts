import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, NodeIO, Verbosity } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { weld } from '@gltf-transform/functions'
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer'
import { compressGeometry, type GeometryOptions } from '../../../src/pipeline/compress-geometry'
import { measure } from '../../../src/pipeline/measure'
import { assemble } from './assemble'
import type { ProductSource } from './product-source'

/** What was written, for the table at the end of a build. */
export interface Published {
  readonly bytes: number
  readonly triangles: number
  readonly draws: number
  readonly size: readonly [number, number, number]
}

/** Finer than a merchant's file: our own are small enough to keep every step a shopper could see on polished metal. */
const FINE: GeometryOptions = {
  positionBits: { least: 16, most: 16 },
  step: 1,
  normalBits: 10,
  texcoordBits: 16,
}

/** What transforms say in passing is not news here. */
const QUIET = new Logger(Verbosity.ERROR)

/** Writes a product's GLB with every look inside. Posters and the files for phones are made of it by the pipeline. */
export async function publish(source: ProductSource, folder: string): Promise<Published> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready])
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder })
  const home = join(folder, source.sku)
  await mkdir(home, { recursive: true })

  const master = await assemble(source)
  master.setLogger(QUIET)
  const size = measure(master)?.dimensions ?? { width: 0, height: 0, depth: 0 }
  const primitives = master
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
  const triangles = primitives.reduce((sum, p) => sum + (p.getIndices()?.getCount() ?? 0) / 3, 0)
  await master.transform(weld())
  await compressGeometry(master, FINE, MeshoptEncoder)
  const bytes = await io.writeBinary(master)
  await writeFile(join(home, `${source.sku}.glb`), bytes)
  return {
    bytes: bytes.length,
    triangles,
    draws: primitives.length,
    size: [size.width, size.height, size.depth],
  }
}
