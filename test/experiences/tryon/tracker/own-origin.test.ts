import { describe, expect, it } from 'vitest'
import { ownOriginOnly } from '../../../../src/experiences/tryon/tracker/own-origin'

describe('the fetch that MediaPipe finds', () => {
  const asked: string[] = []
  const guarded = ownOriginOnly((input) => {
    asked.push(input instanceof Request ? input.url : String(input))
    return Promise.resolve(new Response('ours'))
  }, 'https://shop.example')

  it.each([
    'https://odml.pa.googleapis.com/v1/log',
    new URL('https://elsewhere.example/x'),
    new Request('http://shop.example/x'),
  ])('asks nothing of %s and says no', async (address) => {
    expect((await guarded(address)).status).toBe(403)
    expect(asked).toEqual([])
  })

  it('reaches the shop itself and what the page made', async () => {
    for (const address of ['/tracker/x', 'https://shop.example/y', 'blob:https://shop.example/1', 'data:,a'])
      expect((await guarded(address)).ok).toBe(true)
    expect(asked).toHaveLength(4)
  })
})
