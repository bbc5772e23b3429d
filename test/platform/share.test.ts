import { describe, expect, it, vi } from 'vitest'
import { share } from '../../src/platform/share'
import { createStorage } from '../../src/platform/storage'

const what = { title: 'A room', url: 'https://shop.example/room#1_vase.sand' }
const browser = (parts: object) => parts as Navigator
const failing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }))
const writeText = () => vi.fn(() => Promise.resolve())

describe('share', () => {
  it('uses the sheet', async () => {
    const sheet = vi.fn(() => Promise.resolve())
    expect(await share(what, browser({ share: sheet }))).toEqual({ how: 'sheet' })
    expect(sheet).toHaveBeenCalledWith(what)
  })

  it('takes a closed sheet for a no', async () => {
    const clipboard = { writeText: writeText() }
    expect(await share(what, browser({ share: failing('AbortError'), clipboard }))).toEqual({
      how: 'cancelled',
    })
    expect(clipboard.writeText).not.toHaveBeenCalled()
  })

  it('leaves out files that the sheet does not take', async () => {
    const sheet = vi.fn(() => Promise.resolve())
    const canShare = (data: ShareData) => !data.files
    const files = [new File(['x'], 'room.png', { type: 'image/png' })]
    expect(await share({ ...what, files }, browser({ share: sheet, canShare }))).toEqual({ how: 'sheet' })
    expect(sheet).toHaveBeenCalledWith(what)
  })

  it('falls back to the clipboard', async () => {
    const clipboard = { writeText: writeText() }
    expect(await share(what, browser({ clipboard }))).toEqual({ how: 'clipboard' })
    expect(clipboard.writeText).toHaveBeenCalledWith(what.url)
    expect(await share(what, browser({ share: failing('NotAllowedError'), clipboard }))).toEqual({
      how: 'clipboard',
    })
  })

  it('gives the text where nothing works, as on http', async () => {
    expect(await share(what, browser({}))).toEqual({ how: 'shown', text: what.url })
    const clipboard = { writeText: failing('NotAllowedError') }
    expect(await share(what, browser({ clipboard }))).toEqual({ how: 'shown', text: what.url })
  })
})

describe('storage', () => {
  function area(): Storage & { full: boolean } {
    const kept = new Map<string, string>()
    return {
      full: false,
      get length() {
        return kept.size
      },
      clear: () => kept.clear(),
      key: () => null,
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => void kept.delete(key),
      setItem(key: string, text: string) {
        if (this.full) throw new DOMException('full', 'QuotaExceededError')
        kept.set(key, text)
      },
    }
  }

  it('keeps, gives back and forgets', () => {
    const disk = area()
    const storage = createStorage(() => disk)
    expect(storage.set('language', 'ar')).toBe(true)
    expect(disk.getItem('vitrine.language')).toBe('ar')
    expect(createStorage(() => disk).get('language')).toBe('ar')
    storage.set('language', undefined)
    expect(storage.get('language')).toBeUndefined()
  })

  it('remembers in the page when the disk is full', () => {
    const disk = area()
    const storage = createStorage(() => disk)
    storage.set('room', 'old')
    disk.full = true
    expect(storage.set('room', 'new')).toBe(false)
    expect(storage.get('room')).toBe('new')
    disk.full = false
    storage.set('room', 'newest')
    expect(createStorage(() => disk).get('room')).toBe('newest')
  })

  it('works where storage is blocked', () => {
    const storage = createStorage(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(storage.get('language')).toBeUndefined()
    expect(storage.set('language', 'ar')).toBe(false)
    expect(storage.get('language')).toBe('ar')
  })
})
