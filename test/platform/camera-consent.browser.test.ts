import { afterEach, describe, expect, it, vi } from 'vitest'
import { cameraConsent, forgetCameraConsent, giveCameraConsent } from '../../src/platform/camera-consent'

afterEach(() => {
  vi.restoreAllMocks()
  forgetCameraConsent()
})

describe('consent to the camera', () => {
  it('is not there until given, is dated, and can be taken back', () => {
    expect(cameraConsent()).toBeUndefined()
    expect(giveCameraConsent(new Date('2026-11-24T10:00:00Z'))).toBe(true)
    expect(cameraConsent()).toEqual({ version: 1, date: '2026-11-24' })
    forgetCameraConsent()
    expect(cameraConsent()).toBeUndefined()
  })

  it.each(['{"version":0,"date":"2020-01-01"}', '{"version":1}', 'null', '7', 'no json'])(
    'counts for nothing when it says %s',
    (text) => {
      localStorage.setItem('vitrine.camera-consent', text)
      expect(cameraConsent()).toBeUndefined()
    },
  )

  it('holds for the visit where storage is forbidden', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
    expect(giveCameraConsent()).toBe(false)
    expect(cameraConsent()).toBeDefined()
  })
})
