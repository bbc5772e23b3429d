import { describe, expect, it } from 'vitest'
import { readWear, WEAR_VERSION } from '../../src/core/wear'

const ring = { kind: 'ring', innerDiameter: 0.0173, axis: [0, 0, 1], face: [0, 1, 0] }
const extras = (wear: unknown, version: number = WEAR_VERSION) => ({ vitrine: { version, wear } })

describe('readWear', () => {
  it('reads what is worn', () => {
    expect(readWear(extras(ring))).toEqual({ ok: true, wear: ring })
  })

  it.each([undefined, null, {}, { blender: 'yes' }, 'text'])('finds nothing in %j', (given) => {
    expect(readWear(given)).toEqual({ ok: true, wear: undefined })
  })

  it.each([
    ['a missing key', { ...ring, axis: undefined }, 'vitrine.wear.axis'],
    ['a length that is none', { ...ring, innerDiameter: -1 }, 'vitrine.wear.innerDiameter'],
    ['a key it does not know', { ...ring, colour: 'gold' }, 'vitrine.wear.colour'],
    ['a kind it does not know', { ...ring, kind: 'tiara' }, 'vitrine.wear.kind'],
    ['a direction of two numbers', { ...ring, face: [0, 1] }, 'vitrine.wear.face.2'],
    [
      'a shade that covers more than all',
      {
        kind: 'makeup',
        shades: { dusk: { region: 'lips', colour: '#aa3322', finish: 'matte', opacity: 2 } },
      },
      'vitrine.wear.shades.dusk.opacity',
    ],
  ])('names the place of %s', (_what, wear, path) => {
    const read = readWear(extras(wear))
    expect(read.ok ? [] : read.faults.map((fault) => fault.path)).toContain(path)
  })

  it('refuses a version of the block it does not know', () => {
    const read = readWear(extras(ring, 2))
    expect(read.ok ? [] : read.faults.map((fault) => fault.path)).toEqual(['vitrine.version'])
  })
})
