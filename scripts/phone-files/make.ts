import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MeshoptDecoder, MeshoptSimplifier } from 'meshoptimizer'
import { createSharpCodec } from '../../src/cli/sharp-codec'
import { plainGlbOf } from '../../src/pipeline/plain-glb'
import { plainModel } from '../../src/pipeline/plain-model'
import { usdzOf } from '../../src/pipeline/usdz'
import type { PhoneFileJob } from './plan'

/**
 * Makes the files of one product below `cache`. Geometry and pictures are made plain once for all its variants.
 *
 * @throws with the fault's code when the master is no model: it is our own build's fault
 */
export async function makePhoneFiles(job: PhoneFileJob, cache: string): Promise<void> {
  await Promise.all([MeshoptDecoder.ready, MeshoptSimplifier.ready])
  const deps = {
    images: createSharpCodec(),
    meshoptDecoder: MeshoptDecoder,
    meshoptSimplifier: MeshoptSimplifier,
  }
  // A master has twice the vertices that show in a phone's viewer.
  const plain = await plainModel(await readFile(job.master), { thin: 0.004, maxTexture: 2048 }, deps)
  if (!plain.ok) throw new Error(`phone-files/${plain.fault.code}: ${job.master}`)
  const { document } = plain
  const where = { stand: job.stand, ground: true }
  for (const { variant, usdz, glb } of job.files) {
    if (usdz) {
      const made = await usdzOf(document, { ...where, variants: [variant] })
      if (!made.ok) throw new Error(`phone-files/${made.fault.code}: ${variant} of ${job.master}`)
      for (const { bytes } of made.files) await put(join(cache, usdz), bytes)
    }
    if (glb) {
      const made = await plainGlbOf(document, { ...where, variant })
      if (!made.ok) throw new Error(`phone-files/${made.fault.code}: ${variant} of ${job.master}`)
      await put(join(cache, glb), made.bytes)
    }
  }
}

/** Whole or not at all, and never into a file that is linked from elsewhere. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${process.pid}`
  await writeFile(half, bytes)
  await rename(half, path)
}
