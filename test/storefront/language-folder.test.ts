import { describe, expect, it } from 'vitest'
import { withoutLanguageFolder } from '../../src/storefront/language-folder'

describe('withoutLanguageFolder', () => {
  it.each([
    ['/es/try/felt-hat', '/try/felt-hat?lang=es'],
    ['/ar/p/vase/?v=iron', '/p/vase?v=iron&lang=ar'],
    ['/zh', '/?lang=zh'],
    ['/zh/index.html', '/?lang=zh'],
    ['/es/room#1_vase.iron', '/room?lang=es#1_vase.iron'],
    ['/es/p/vase?lang=ar', '/p/vase?lang=ar'],
    // No way out of the shop.
    ['/es//else.where/p', '/else.where/p?lang=es'],
  ])('%s', (address, page) => {
    expect(withoutLanguageFolder(address)).toBe(page)
  })
  it.each(['/', '/p/vase', '/fr/p/vase', '/essays', '/p/es'])('leaves %s alone', (address) => {
    expect(withoutLanguageFolder(address)).toBeUndefined()
  })
})
