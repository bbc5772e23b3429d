import { Document } from '@gltf-transform/core'
import { describe, expect, it } from 'vitest'
import { measure } from '../../src/pipeline/measure'
import { SAMPLE_SIZE, sampleDocument } from './sample-document'

describe('measure', () => {
  it('measures through the nodes’ transforms, in metres', () => {
    const { dimensions, min } = measure(sampleDocument()) ?? {}
    expect(dimensions?.width).toBeCloseTo(SAMPLE_SIZE[0], 6)
    expect(dimensions?.height).toBeCloseTo(SAMPLE_SIZE[1], 6)
    expect(dimensions?.depth).toBeCloseTo(SAMPLE_SIZE[2], 6)
    expect(min?.[1]).toBe(0)
  })

  it('measures nothing where nothing is shown', () => {
    expect(measure(new Document())).toBeUndefined()
    const empty = new Document()
    empty.createScene().addChild(empty.createNode())
    expect(measure(empty)).toBeUndefined()
  })
})
