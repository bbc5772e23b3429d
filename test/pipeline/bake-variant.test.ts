import { WebIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { describe, expect, it } from 'vitest'
import { bakeVariant } from '../../src/pipeline/bake-variant'
import { sampleDocument } from './sample-document'

describe('bakeVariant', () => {
  it('makes the variant the only look', async () => {
    const document = sampleDocument()
    expect(await bakeVariant(document, 'grey')).toEqual({ ok: true })
    const root = document.getRoot()
    expect(root.listMeshes()[0]?.listPrimitives()[0]?.getMaterial()?.getName()).toBe('Grey, textured')
    expect(root.listMaterials().map((material) => material.getName())).toEqual(['Grey, textured'])
    expect(root.listExtensionsUsed().map((used) => used.extensionName)).toEqual(['KHR_texture_transform'])
  })

  it('prunes what only the other variants used', async () => {
    const document = sampleDocument()
    await bakeVariant(document, 'red')
    expect(document.getRoot().listTextures()).toEqual([])
    const io = new WebIO().registerExtensions(ALL_EXTENSIONS)
    const { json } = await io.writeJSON(document)
    expect(json.images).toBeUndefined()
    expect(json.extensionsUsed).toBeUndefined()
    expect(json.meshes?.[0]?.primitives[0]?.attributes.TEXCOORD_0).toBeDefined()
  })

  it('says which variants there are when asked for another', async () => {
    const document = sampleDocument()
    expect(await bakeVariant(document, 'blue')).toEqual({
      ok: false,
      fault: { code: 'unknown-variant', known: ['red', 'grey'] },
    })
    expect(document.getRoot().listMaterials()).toHaveLength(2)
  })
})
