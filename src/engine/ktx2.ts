import {
  RGB_ETC1_Format,
  RGB_ETC2_Format,
  RGB_S3TC_DXT1_Format,
  RGBA_ASTC_4x4_Format,
  RGBA_BPTC_Format,
  RGBA_ETC2_EAC_Format,
  RGBA_S3TC_DXT5_Format,
  RGBAFormat,
  type WebGLRenderer,
} from 'three'
import { KTX2Loader } from 'three/addons/loaders/KTX2Loader.js'

/** Basis Universal's numbers for its output formats (`transcoder_texture_format`). */
const ETC1 = 0
const ETC2 = 1
const BC1 = 2
const BC3 = 3
const BC7 = 7
const ASTC_4x4 = 10
const RGBA32 = 13

/** A format the GPU takes, for opaque textures and for those with alpha. */
export interface TranscodeTarget {
  readonly etc1s: boolean
  readonly uastc: boolean
  readonly powerOfTwo: boolean
  readonly transcode: readonly [opaque: number, alpha: number]
  readonly format: readonly [opaque: number, alpha: number]
}

/** What three finds out about a GPU in `detectSupport`. */
export interface FormatSupport {
  readonly astcSupported: boolean
  readonly bptcSupported: boolean
  readonly dxtSupported: boolean
  readonly etc2Supported: boolean
  readonly etc1Supported: boolean
}

/** Formats to transcode to, best first. ETC1S keeps its own blocks where ETC is native; UASTC keeps ASTC or BC7. */
export function targetsFor(support: FormatSupport): TranscodeTarget[] {
  const both = { etc1s: true, uastc: true, powerOfTwo: false }
  const targets: TranscodeTarget[] = []
  if (support.astcSupported) {
    const format = [RGBA_ASTC_4x4_Format, RGBA_ASTC_4x4_Format] as const
    targets.push({ ...both, etc1s: false, transcode: [ASTC_4x4, ASTC_4x4], format })
  }
  const etc2: TranscodeTarget = {
    ...both,
    transcode: [ETC1, ETC2],
    format: [RGB_ETC2_Format, RGBA_ETC2_EAC_Format],
  }
  if (support.etc2Supported) targets.push({ ...etc2, uastc: false })
  if (support.bptcSupported) {
    targets.push({ ...both, transcode: [BC7, BC7], format: [RGBA_BPTC_Format, RGBA_BPTC_Format] })
  }
  if (support.etc2Supported) targets.push({ ...etc2, etc1s: false })
  if (support.dxtSupported) {
    targets.push({ ...both, transcode: [BC1, BC3], format: [RGB_S3TC_DXT1_Format, RGBA_S3TC_DXT5_Format] })
  }
  if (support.etc1Supported) {
    targets.push({ ...both, transcode: [ETC1, RGBA32], format: [RGB_ETC1_Format, RGBAFormat] })
  }
  targets.push({ ...both, transcode: [RGBA32, RGBA32], format: [RGBAFormat, RGBAFormat] })
  return targets
}

/** three's KTX2Loader with our own worker, which a strict content security policy lets run. */
export class PageKtx2Loader extends KTX2Loader {
  override init(): Promise<void> {
    this.transcoderPending ??= this.#prepare()
    return this.transcoderPending
  }

  async #prepare(): Promise<void> {
    const response = await fetch(`${this.transcoderPath}basis_transcoder.wasm`)
    if (!response.ok) throw new Error(`basis_transcoder.wasm: ${response.status}`)
    const wasm = await response.arrayBuffer()
    const script = new URL(`${this.transcoderPath}basis_transcoder.js`, location.href).href
    const targets = targetsFor(this.workerConfig)
    this.workerPool.setWorkerCreator(() => {
      const worker = new Worker(new URL('./ktx2-worker.ts', import.meta.url))
      worker.postMessage({ type: 'init', script, wasm, targets })
      return worker
    })
  }
}

/**
 * A loader of KTX2 textures for one renderer.
 *
 * @param path address of the folder with basis_transcoder.js and .wasm, with trailing slash
 */
export function createKtx2Loader(path: string, renderer: WebGLRenderer | undefined): PageKtx2Loader {
  const loader = new PageKtx2Loader().setTranscoderPath(path).setWorkerLimit(2)
  if (renderer) loader.detectSupport(renderer)
  return loader
}
