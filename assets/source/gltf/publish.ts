import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, NodeIO, Verbosity } from '@gltf-transform/core'
import { ALL_EXTENSIONS, EXTMeshoptCompression } from '@gltf-transform/extensions'
import { cloneDocument, quantize, reorder, weld } from '@gltf-transform/functions'
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import type { Stand } from '../../../src/core/product'
import { bakeVariant } from '../../../src/pipeline/bake-variant'
import { measure } from '../../../src/pipeline/measure'
import { writeUsdz } from '../../../src/pipeline/write-usdz'
import { assemble } from './assemble'
import type { ProductSource } from './product-source'
import { thin } from './thin'

/** What was written, for the table at the end of a build. */
export interface Published {
  readonly sku: string
  readonly bytes: number
  readonly triangles: number
  readonly draws: number
  readonly size: readonly [number, number, number]
  readonly others: number
}

/** What transforms say in passing is not news here. */
const QUIET = new Logger(Verbosity.ERROR)

/** Writes every file of a product but its posters: the master GLB, and for each look a plain GLB and a USDZ. */
export async function publish(source: ProductSource, stand: Stand, folder: string): Promise<Published> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready, MeshoptSimplifier.ready])
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder, 'meshopt.decoder': MeshoptDecoder })
  const home = join(folder, source.sku)
  await mkdir(home, { recursive: true })

  const master = await assemble(source, 'webp')
  master.setLogger(QUIET)
  const size = measure(master)?.dimensions ?? { width: 0, height: 0, depth: 0 }
  const primitives = master
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())
  const triangles = primitives.reduce((sum, p) => sum + (p.getIndices()?.getCount() ?? 0) / 3, 0)
  await master.transform(
    weld(),
    reorder({ encoder: MeshoptEncoder, target: 'size' }),
    quantize({ quantizePosition: 16, quantizeNormal: 10, quantizeTexcoord: 16, quantizeColor: 8 }),
  )
  master
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE })
  const bytes = await io.writeBinary(master)
  await writeFile(join(home, `${source.sku}.glb`), bytes)

  const plain = await assemble(source, 'jpeg')
  plain.setLogger(QUIET)
  await plain.transform(weld())
  thin(plain)
  await plain.transform(reorder({ encoder: MeshoptEncoder, target: 'size' }))
  let others = 0
  for (const look of source.looks) {
    const baked = cloneDocument(plain).setLogger(QUIET)
    const result = await bakeVariant(baked, look.name)
    if (!result.ok) throw new Error(`assets/${result.fault.code}: ${source.sku} ${look.name}`)
    // A tenth of a millimetre is enough for furniture, not for the lip of a vase.
    const fine = Math.max(size.width, size.depth) < 0.3
    const usdz = writeUsdz(baked, { stand, precision: { position: fine ? 5 : 4, normal: 3, texture: 4 } })
    if (!usdz.ok) throw new Error(`assets/${usdz.fault.code}: ${source.sku} ${look.name}`)
    const glb = await io.writeBinary(baked)
    await writeFile(join(home, `${look.name}.glb`), glb)
    await writeFile(join(home, `${look.name}.usdz`), usdz.bytes)
    others += glb.length + usdz.bytes.length
  }
  return {
    sku: source.sku,
    bytes: bytes.length,
    triangles,
    draws: primitives.length,
    size: [size.width, size.height, size.depth],
    others,
  }
}
