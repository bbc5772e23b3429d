import { Document } from '@gltf-transform/core'
import { describe, expect, it } from 'vitest'
import { bakeVariant } from '../../src/pipeline/bake-variant'
import { WRITE_USDZ_DEFAULTS, type WriteUsdzOptions, writeUsdz } from '../../src/pipeline/write-usdz'
import { readZip } from './read-zip'
import { sampleDocument } from './sample-document'

async function written(variant: string, options?: Partial<WriteUsdzOptions>) {
  const document = sampleDocument()
  await bakeVariant(document, variant)
  const result = writeUsdz(document, options)
  if (!result.ok) throw new Error(result.fault.code)
  const entries = readZip(result.bytes)
  return { document, bytes: result.bytes, entries, usda: new TextDecoder().decode(entries[0]?.bytes) }
}

describe('writeUsdz', () => {
  it('puts the scene first, then each texture once, aligned', async () => {
    const { entries } = await written('grey')
    expect(entries.map((entry) => entry.name)).toEqual([
      'model.usda',
      'textures/0_base_colour.png',
      'textures/1_packed.png',
      'textures/2_normal.png',
      'textures/3_emissive.png',
    ])
    for (const entry of entries) expect(entry.start % 64).toBe(0)
  })

  it('keeps the textures’ bytes', async () => {
    const { document, entries } = await written('grey')
    for (const texture of document.getRoot().listTextures()) {
      const name = texture.getName().replace(' ', '_')
      const entry = entries.find((candidate) => candidate.name.endsWith(`_${name}.png`))
      expect([...(entry?.bytes ?? [])]).toEqual([...(texture.getImage() ?? [])])
    }
  })

  it('says metres, Y up and the plane to look for', async () => {
    const floor = await written('red')
    expect(floor.usda).toContain('metersPerUnit = 1\n')
    expect(floor.usda).toContain('upAxis = "Y"')
    expect(floor.usda).toContain('planeAnchoring:alignment = "horizontal"')
    expect(floor.usda).not.toContain('rotateX')
    expect((await written('red', { stand: 'table' })).usda).toBe(floor.usda)
    const wall = await written('red', { stand: 'wall' })
    expect(wall.usda).toContain('planeAnchoring:alignment = "vertical"')
    expect(wall.usda).toContain('xformOp:rotateX = -90')
  })

  it('writes each input of the surface', async () => {
    const { usda } = await written('grey')
    for (const input of [
      'diffuseColor',
      'opacity',
      'roughness',
      'metallic',
      'normal',
      'occlusion',
      'emissiveColor',
    ]) {
      expect(usda).toMatch(new RegExp(`inputs:${input}\\.connect = </Root/Materials/`))
    }
    expect(usda).toContain('inputs:scale = (0.5, 0.25, 1, 0.75)')
    expect(usda).toContain('inputs:bias = (-0.5, -0.5, -1, 0)')
    expect(usda.match(/sourceColorSpace = "sRGB"/g)).toHaveLength(2)
    expect(usda.match(/sourceColorSpace = "raw"/g)).toHaveLength(3)
  })

  it('places a texture as KHR_texture_transform does', async () => {
    const { usda } = await written('grey')
    // st' = (4s + 0.5, 1 − (2(1 − t) + 0.125)) = (4s + 0.5, 2t − 1.125)
    expect(usda).toMatch(/"baseColourPlacement"[^}]*scale = \(4, 2\)[^}]*translation = \(0.5, -1.125\)/)
  })

  it('gives the same bytes for the same document', async () => {
    expect((await written('grey')).bytes).toEqual((await written('grey')).bytes)
  })

  it('rounds as asked', async () => {
    const coarse = await written('red', { precision: { ...WRITE_USDZ_DEFAULTS.precision, position: 1 } })
    expect(coarse.usda).toContain('point3f[] points = [(-0.1,0,-0.3)')
  })

  it('refuses what Quick Look cannot show', async () => {
    expect(writeUsdz(new Document())).toEqual({ ok: false, fault: { code: 'nothing-to-show' } })
    const document = sampleDocument()
    await bakeVariant(document, 'grey')
    document
      .getRoot()
      .listTextures()
      .find((texture) => texture.getName() === 'normal')
      ?.setMimeType('image/webp')
    expect(writeUsdz(document)).toEqual({
      ok: false,
      fault: { code: 'unsupported-texture', texture: 'normal', mimeType: 'image/webp' },
    })
  })
})
