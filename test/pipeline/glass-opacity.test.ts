import { Document } from '@gltf-transform/core'
import { KHRMaterialsTransmission, KHRMaterialsVolume } from '@gltf-transform/extensions'
import { describe, expect, it } from 'vitest'
import { blendedGlass } from '../../src/pipeline/glass-opacity'

function glass(colour: readonly [number, number, number], factor = 1) {
  const document = new Document()
  const material = document.createMaterial().setBaseColorFactor([...colour, 1])
  const through = document.createExtension(KHRMaterialsTransmission).createTransmission()
  return {
    document,
    material: material.setExtension('KHR_materials_transmission', through.setTransmissionFactor(factor)),
  }
}

/** What grey looks like behind it, blended. */
function seenThrough({ opacity, diffuse }: { opacity: number; diffuse: readonly number[] }) {
  return diffuse.map((value) => value * opacity + 0.5 * (1 - opacity))
}

describe('blendedGlass', () => {
  it('is nothing where no light passes', () => {
    expect(blendedGlass(new Document().createMaterial())).toBeUndefined()
    expect(blendedGlass(glass([1, 1, 1], 0).material)).toBeUndefined()
  })

  it('shows grey behind it in the tint of the glass', () => {
    for (const tint of [
      [1, 1, 1],
      [0.2, 0.2, 0.2],
      [0.6, 0.7, 0.65],
    ] as const) {
      const blended = blendedGlass(glass(tint).material)
      if (!blended) throw new Error('no glass')
      seenThrough(blended).forEach((value, i) => {
        expect(value).toBeCloseTo((tint[i] ?? 0) * 0.5, 6)
      })
    }
  })

  it('keeps clear glass barely there and dark lenses dark', () => {
    expect(blendedGlass(glass([1, 1, 1]).material)?.opacity).toBeCloseTo(0.15, 6)
    const dark = blendedGlass(glass([0.1, 0.1, 0.1]).material)
    expect(dark?.opacity).toBeGreaterThan(0.9)
    expect(Math.max(...(dark?.diffuse ?? [1]))).toBeLessThan(0.05)
  })

  it('takes the tint of thick glass into account', () => {
    const { document, material } = glass([1, 1, 1])
    const volume = document.createExtension(KHRMaterialsVolume).createVolume()
    material.setExtension(
      'KHR_materials_volume',
      volume.setThicknessFactor(0.01).setAttenuationDistance(0.01).setAttenuationColor([0.2, 0.6, 0.3]),
    )
    const blended = blendedGlass(material)
    expect(blended?.opacity).toBeGreaterThan(0.5)
    expect(blended?.diffuse[1]).toBeGreaterThan(blended?.diffuse[0] ?? 1)
  })
})
