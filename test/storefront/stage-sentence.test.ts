import { expect, it } from 'vitest'
import { stageSentence } from '../../src/storefront/stage-sentence'
import { speak } from '../core/speak'

const engine = speak('en', 'engine')
const shop = speak('en', 'storefront')
const messages: typeof engine = (key, values) => (key.startsWith('fault.') ? engine : shop)(key, values)

it('has a sentence for every fault of the stage', () => {
  for (const code of ['no-webgl', 'context-lost', 'engine-unreachable', 'not-glb', 'zero-size'] as const) {
    expect(stageSentence({ code }, messages, true).length).toBeGreaterThan(20)
  }
})

it('says that the device is offline where that is the cause', () => {
  const offline = shop('stage.offline')
  expect(stageSentence({ code: 'engine-unreachable' }, messages, false)).toBe(offline)
  expect(stageSentence({ code: 'network' }, messages, false)).toBe(offline)
  expect(stageSentence({ code: 'network' }, messages, true)).not.toBe(offline)
})
