import type { Scene, WebGLRenderer } from 'three'
import { type FrameTimes, heapBytes, type Stats } from './stats'
import { textureBytes, texturesOf } from './texture-bytes'

/** What a scene costs on its renderer; zeros before there is one. Draws nothing. */
export function readStats(
  renderer: WebGLRenderer | undefined,
  scene: Scene,
  times: FrameTimes,
  framesDrawn: number,
): Stats {
  const info = renderer?.info
  const textures = texturesOf(scene)
  if (scene.environment) textures.add(scene.environment)
  let bytes = 0
  for (const texture of textures) bytes += textureBytes(texture)
  return {
    draws: info?.render.calls ?? 0,
    triangles: info?.render.triangles ?? 0,
    textures: info?.memory.textures ?? 0,
    textureBytes: bytes,
    geometries: info?.memory.geometries ?? 0,
    programs: info?.programs?.length ?? 0,
    jsMs: { p50: times.quantile(0.5), p95: times.quantile(0.95) },
    framesDrawn,
    heap: heapBytes(),
    pixelRatio: renderer?.getPixelRatio() ?? 0,
  }
}
