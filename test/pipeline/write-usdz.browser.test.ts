import { Box3, Mesh, MeshPhysicalMaterial, Vector3 } from 'three'
import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { expect, it } from 'vitest'
import { bakeVariant } from '../../src/pipeline/bake-variant'
import { writeUsdz } from '../../src/pipeline/write-usdz'
import { SAMPLE_SIZE, sampleDocument } from './sample-document'

/** Writes the sample and reads it back with three's own reader. */
async function reread(variant: string) {
  const document = sampleDocument()
  await bakeVariant(document, variant)
  const result = writeUsdz(document)
  if (!result.ok) throw new Error(result.fault.code)
  const group = new USDLoader().parse(result.bytes.buffer)
  group.updateMatrixWorld(true)
  let mesh: Mesh | undefined
  group.traverse((object) => {
    if (object instanceof Mesh) mesh = object
  })
  if (!mesh || !(mesh.material instanceof MeshPhysicalMaterial)) throw new Error('no mesh')
  return { group, mesh, material: mesh.material }
}

it('is read back at its size', async () => {
  const { group } = await reread('red')
  const size = new Box3().setFromObject(group, true).getSize(new Vector3())
  expect(size.x).toBeCloseTo(SAMPLE_SIZE[0], 4)
  expect(size.y).toBeCloseTo(SAMPLE_SIZE[1], 4)
  expect(size.z).toBeCloseTo(SAMPLE_SIZE[2], 4)
})

it('is read back in its colours', async () => {
  const { material } = await reread('red')
  expect(material.color.toArray()).toEqual([1, 0, 0])
  expect(material.roughness).toBeCloseTo(0.4)
  expect(material.metalness).toBe(1)
})

it('is read back with its textures', async () => {
  const { material } = await reread('grey')
  for (const map of ['map', 'normalMap', 'roughnessMap', 'metalnessMap', 'aoMap', 'emissiveMap'] as const) {
    expect(material[map], map).toBeTruthy()
  }
  // The reader places a texture once its picture has arrived.
  await expect.poll(() => material.map?.repeat.toArray()).toEqual([4, 2])
  expect(material.map?.offset.toArray()).toEqual([0.5, -1.125])
})
