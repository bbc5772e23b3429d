import { MeshoptDecoder } from 'meshoptimizer/decoder'
import type { WebGLRenderer } from 'three'
import type { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import type { GltfJson } from '../core/gltf-json'

/**
 * Gives a loader the decoders a file asks for. Meshopt is bundled (7 KB gzip, every shop-ready model uses it); Draco
 * and Basis are fetched from our own `decoders` folder the first time a file needs them.
 */
export class Decoders {
  readonly #base: string
  readonly #renderer: () => WebGLRenderer | undefined
  #draco: Promise<import('three/addons/loaders/DRACOLoader.js').DRACOLoader> | undefined
  #ktx2: Promise<import('./ktx2').PageKtx2Loader> | undefined

  /**
   * @param base address of the folder that holds `draco/` and `basis/`, without trailing slash
   * @param renderer tells which texture formats the GPU takes
   */
  constructor(base: string, renderer: () => WebGLRenderer | undefined) {
    this.#base = base
    this.#renderer = renderer
  }

  /** Equips a loader for one document. */
  async equip(loader: GLTFLoader, { extensionsUsed = [] }: GltfJson): Promise<void> {
    loader.setMeshoptDecoder(MeshoptDecoder)
    if (extensionsUsed.includes('KHR_draco_mesh_compression')) {
      this.#draco ??= import('three/addons/loaders/DRACOLoader.js').then(({ DRACOLoader }) =>
        new DRACOLoader().setDecoderPath(`${this.#base}/draco/`).setWorkerLimit(2),
      )
      loader.setDRACOLoader(await this.#draco)
    }
    if (extensionsUsed.includes('KHR_texture_basisu')) {
      this.#ktx2 ??= import('./ktx2').then(({ createKtx2Loader }) =>
        createKtx2Loader(`${this.#base}/basis/`, this.#renderer()),
      )
      loader.setKTX2Loader(await this.#ktx2)
    }
  }

  /** Ends the decoders' workers. */
  dispose(): void {
    this.#draco?.then((draco) => draco.dispose())
    this.#ktx2?.then((ktx2) => ktx2.dispose())
    this.#draco = undefined
    this.#ktx2 = undefined
  }
}
