import type { WebGLRenderer } from 'three'
import { KTX2Loader } from 'three/addons/loaders/KTX2Loader.js'

export type PageKtx2Loader = KTX2Loader

export function createKtx2Loader(path: string, renderer: WebGLRenderer | undefined): PageKtx2Loader {
  const loader = new KTX2Loader().setTranscoderPath(path).setWorkerLimit(2)
  if (renderer) loader.detectSupport(renderer)
  return loader
}
