import { afterEach, expect, test } from 'vitest'
import { Viewer } from '../../src/engine/viewer'
import { stage } from './stage'
import { writeGlb } from './write-glb'

let viewer: Viewer | undefined
afterEach(() => viewer?.dispose())

for (const distinctMeshes of [false, true]) {
  test(`10,000 nodes ${distinctMeshes ? 'with meshes of their own' : 'on one mesh'} are shown in bounded time`, async () => {
    const glb = await writeGlb({ nodes: 10_000, distinctMeshes, size: [0.01, 0.01, 0.01] })
    viewer = new Viewer(stage(), { tier: 'low' })
    const start = performance.now()
    const result = await viewer.show(glb)
    expect(result.ok).toBe(true)
    viewer.loop.request()
    await viewer.snapshot()
    const milliseconds = performance.now() - start
    // One draw for all boxes, one for the shadow.
    expect(viewer.stats().draws).toBe(2)
    expect(viewer.model?.notes).toEqual([{ code: 'many-parts', detail: { draws: 10_000 } }])
    expect(milliseconds).toBeLessThan(20_000)
  })
}
