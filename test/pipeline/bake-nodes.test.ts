import { KHRMaterialsVolume, type Volume } from '@gltf-transform/extensions'
import { describe, expect, it } from 'vitest'
import { bakeNodes } from '../../src/pipeline/bake-nodes'
import { measure } from '../../src/pipeline/measure'
import { sampleDocument } from './sample-document'

describe('bakeNodes', () => {
  it('leaves everything where it was, and the nodes at rest', () => {
    const document = sampleDocument()
    const scene = document.getRoot().getDefaultScene()
    const [box] = scene?.listChildren() ?? []
    // A second one of the same mesh, below a parent of its own.
    const second = document
      .createNode('second')
      .setMesh(box?.getMesh() ?? null)
      .setScale([2, 2, 2])
    scene?.addChild(document.createNode('parent').setTranslation([3, 1, 0]).addChild(second))
    const before = measure(document)
    bakeNodes(document)
    const after = measure(document)
    for (const corner of ['min', 'max'] as const) {
      after?.[corner].forEach((value, i) => {
        expect(value).toBeCloseTo(before?.[corner][i] ?? 0, 5)
      })
    }
    for (const node of document.getRoot().listNodes()) {
      expect([node.getTranslation(), node.getRotation(), node.getScale()]).toEqual([
        [0, 0, 0],
        [0, 0, 0, 1],
        [1, 1, 1],
      ])
    }
  })

  it('scales the thickness of glass with its node, in every variant', () => {
    const document = sampleDocument()
    const extension = document.createExtension(KHRMaterialsVolume)
    for (const material of document.getRoot().listMaterials()) {
      material.setExtension('KHR_materials_volume', extension.createVolume().setThicknessFactor(0.1))
    }
    document.getRoot().listNodes()[0]?.setScale([0.5, 0.5, 0.5])
    bakeNodes(document)
    const inUse = document
      .getRoot()
      .listMaterials()
      .filter((material) => material.listParents().length > 1)
    expect(
      inUse.map((material) =>
        material.getExtension<Volume>('KHR_materials_volume')?.getThicknessFactor().toFixed(6),
      ),
    ).toEqual(['0.050000', '0.050000'])
  })

  it('leaves a file in which something moves', () => {
    const document = sampleDocument()
    document.createAnimation('turn')
    bakeNodes(document)
    expect(document.getRoot().listNodes()[0]?.getRotation()).not.toEqual([0, 0, 0, 1])
  })
})
