// Packs pictures as KTX2, one at a time, for ktx2-pool.ts.
import { parentPort } from 'node:worker_threads'
import { encodeToKTX2 } from 'ktx2-encoder'

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
