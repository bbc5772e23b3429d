import { describe, expect, it } from 'vitest'
import {
  rememberDelegate,
  rememberedDelegate,
} from '../../../../src/experiences/tryon/tracker/delegate-memory'
import { chooseDelegate } from '../../../../src/experiences/tryon/tracker/delegate-probe'

/** A face 100 pixels between the eyes, moved sideways. */
const face = (shift: number) => {
  const points = Float32Array.from(
    { length: 478 * 3 },
    (_, i) => ((i * 37) % 200) + (i % 3 === 0 ? shift : 0),
  )
  points.set([100 + shift, 100, 0], 33 * 3)
  points.set([200 + shift, 100, 0], 263 * 3)
  return { points }
}

describe('choosing a delegate', () => {
  const cpu = { face: face(0), ms: 20 }

  it.each([
    ['much faster and of one mind', [face(0.5)], 10, 'gpu'],
    ['hardly faster', [face(0.5)], 18, 'cpu'],
    ['faster but elsewhere', [face(20)], 5, 'cpu'],
    ['blind', [], 5, 'cpu'],
    ['never measured', [face(0)], Number.NaN, 'cpu'],
    ['right about one of two', [face(300), face(0)], 10, 'gpu'],
  ] as const)('a GPU that is %s', (_, faces, ms, chosen) => {
    expect(chooseDelegate(cpu, faces, ms)).toBe(chosen)
  })
})

describe('what is remembered of a device', () => {
  it('is what was found', () => {
    const kept = new Map<string, string>()
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(rememberedDelegate(memory)).toBeUndefined()
    rememberDelegate(memory, 'gpu')
    expect(rememberedDelegate(memory)).toBe('gpu')
    for (const key of kept.keys()) kept.set(key, 'quantum')
    expect(rememberedDelegate(memory)).toBeUndefined()
  })

  it('is nothing where storage is forbidden', () => {
    const deny = () => {
      throw new Error('denied')
    }
    const memory = { getItem: deny, setItem: deny }
    rememberDelegate(memory, 'gpu')
    expect(rememberedDelegate(memory)).toBeUndefined()
    expect(rememberedDelegate(undefined)).toBeUndefined()
  })
})
