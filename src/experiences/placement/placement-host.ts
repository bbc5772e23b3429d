import type { Object3D, Scene, WebGLRenderer } from 'three'
import type { Dimensions } from '../../core/dimensions'
import type { ModelSource } from '../../engine/model-source'

/** What placement needs of the page's viewer: the one renderer, and that it rests while the session draws. */
export interface PlacementViewer {
  readonly renderer: WebGLRenderer
  /** Its `environment` lights the placed products. */
  readonly scene: Scene
  suspend(): void
  resume(): void
  on(event: 'contextlost', listener: () => void): () => void
}

/** A loaded product of which this handle is one of several owners. */
export interface PlacementModel {
  readonly object: Object3D
  /** Measured bounding box, metres. */
  readonly dimensions: Dimensions
  setVariant(name: string): Promise<void>
  release(): void
}

/** Why a model could not be had; its sentence is the engine's `fault.<code>`. */
export interface PlacementModelFault {
  readonly code: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Where models come from: the engine's shared cache. */
export interface PlacementModels {
  acquire(
    source: ModelSource,
    options?: {
      signal?: AbortSignal | undefined
      onProgress?: ((progress: { loaded: number; total: number }) => void) | undefined
    },
  ): Promise<{ ok: true; model: PlacementModel } | { ok: false; fault: PlacementModelFault }>
}
