import type { WebGLRenderer } from 'three'
import { type FrameTimes, heapBytes } from '../../../engine/stats'

/** What try-on costs at the moment. Counts are of the last frame drawn, or of what is alive on the GPU. */
export interface TryOnStats {
  readonly draws: number
  readonly triangles: number
  readonly textures: number
  readonly geometries: number
  readonly programs: number
  /** JavaScript milliseconds per frame, over the last 240 frames: fitting things on and drawing, not tracking. */
  readonly jsMs: { readonly p50: number; readonly p95: number }
  readonly framesDrawn: number
  readonly heap: number | undefined
  readonly pixelRatio: number
}

export function tryOnStats(renderer: WebGLRenderer, times: FrameTimes, framesDrawn: number): TryOnStats {
  const { info } = renderer
  return {
    draws: info.render.calls,
    triangles: info.render.triangles,
    textures: info.memory.textures,
    geometries: info.memory.geometries,
    programs: info.programs?.length ?? 0,
    jsMs: { p50: times.quantile(0.5), p95: times.quantile(0.95) },
    framesDrawn,
    heap: heapBytes(),
    pixelRatio: renderer.getPixelRatio(),
  }
}
