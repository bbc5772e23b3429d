// Packs pictures as KTX2, one at a time, for ktx2-pool.ts.
import { parentPort } from 'node:worker_threads'

// Basis tells every slice, and a verb's result may go to the same output. It takes hold of the console when it is first read.
console.log = () => {}
const { encodeToKTX2 } = await import('ktx2-encoder')

parentPort?.on('message', async ({ id, pixels, options }) => {
  try {
    const bytes = await encodeToKTX2(new Uint8Array(0), {
      isUASTC: options.mode === 'uastc',
      qualityLevel: options.quality,
      compressionLevel: 2,
      isNormalMap: options.normalMap,
      isPerceptual: options.srgb,
      isSetKTX2SRGBTransferFunc: options.srgb,
      generateMipmap: true,
      needSupercompression: options.mode === 'uastc',
      isKTX2File: true,
      imageDecoder: async () => pixels,
    })
    parentPort?.postMessage({ id, bytes })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
