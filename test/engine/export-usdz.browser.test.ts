import { Box3, Vector3 } from 'three'
import { USDLoader } from 'three/addons/loaders/USDLoader.js'
import { expect, test } from 'vitest'
import { exportUsdz } from '../../src/engine/export-usdz'
import { ModelCache } from '../../src/engine/model-cache'
import { writeGlb } from './write-glb'

test('a dropped file becomes a USDZ of the same size, standing on the floor', async () => {
  const glb = await writeGlb({
    size: [0.74, 0.8, 0.78],
    edit: (_, [node]) => node?.setTranslation([5, 2, 1]),
  })
  const loaded = await new ModelCache().acquire(glb)
  if (!loaded.ok) throw new Error(loaded.fault.code)
  const { object, bounds } = loaded.model
  const usdz = await exportUsdz(object, bounds)
  expect(usdz.type).toBe('model/vnd.usdz+zip')
  const back = new USDLoader().parse(await usdz.arrayBuffer())
  const box = new Box3().setFromObject(back, true)
  const size = box.getSize(new Vector3())
  expect(size.x).toBeCloseTo(0.74, 3)
  expect(size.y).toBeCloseTo(0.8, 3)
  expect(size.z).toBeCloseTo(0.78, 3)
  expect(box.min.y).toBeCloseTo(0, 4)
  expect((box.min.x + box.max.x) / 2).toBeCloseTo(0, 4)
  expect(object.position.lengthSq()).toBe(0)
})
