import { KHRMaterialsTransmission } from '@gltf-transform/extensions'
import { afterEach, describe, expect, test } from 'vitest'
import type { Tier } from '../../src/engine/tier'
import { Viewer } from '../../src/engine/viewer'
import { stage } from './stage'
import { writeGlb } from './write-glb'

let viewer: Viewer
afterEach(() => viewer?.dispose())

/** A pane 2 mm thick of brown glass. */
const pane = () =>
  writeGlb({
    size: [0.5, 0.5, 0.002],
    baseColor: [0.5, 0.25, 0.08, 1],
    edit: (document) => {
      const through = document
        .createExtension(KHRMaterialsTransmission)
        .createTransmission()
        .setTransmissionFactor(1)
      document
        .getRoot()
        .listMaterials()[0]
        ?.setRoughnessFactor(0.05)
        .setMetallicFactor(0)
        .setExtension('KHR_materials_transmission', through)
    },
  })

/** The middle pixel of the pane as it looks over a page of one sRGB grey (0..1), RGB 0..255. */
async function over(page: number, tier: Tier): Promise<readonly number[]> {
  viewer?.dispose()
  viewer = new Viewer(stage(), { tier })
  await viewer.show(await pane(), { on: 'wall' })
  const bitmap = await createImageBitmap(await viewer.snapshot())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  const grey = Math.round(page * 255)
  context.fillStyle = `rgb(${grey} ${grey} ${grey})`
  context.fillRect(0, 0, bitmap.width, bitmap.height)
  context.drawImage(bitmap, 0, 0)
  return [...context.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data.slice(0, 3)]
}

describe.each(['low', 'high'] as const)('glass at tier %s', (tier) => {
  test('tints the page behind it in its own colour', async () => {
    const [r = 0, g = 0, b = 0] = await over(0.94, tier)
    // sRGB of the tint times a light page, plus what it reflects.
    expect(r).toBeGreaterThan(g + 20)
    expect(g).toBeGreaterThan(b + 20)
    expect(r).toBeLessThan(235)
  })

  test('lets more of a light page through than of a dark one', async () => {
    const light = await over(0.94, tier)
    const dark = await over(0.1, tier)
    expect(light[2]).toBeGreaterThan((dark[2] ?? 0) + 25)
  })
})

test('only a device that can bear it draws the scene twice for glass', async () => {
  const draws = async (tier: Tier) => {
    viewer?.dispose()
    viewer = new Viewer(stage(), { tier })
    await viewer.show(await pane())
    let transmissive = 0
    viewer.scene.traverse((object) => {
      if ('material' in object && (object.material as { transmission?: number }).transmission)
        transmissive += 1
    })
    return transmissive
  }
  expect(await draws('high')).toBe(1)
  expect(await draws('low')).toBe(0)
})
