import { describe, expect, it } from 'vitest'
import { cameraFaultOf, type RefusalFacts } from '../../src/platform/camera-fault'

const refused: RefusalFacts = {
  name: 'NotAllowedError',
  permission: 'denied',
  allowed: true,
  inApp: false,
}

describe('cameraFaultOf', () => {
  it.each([
    ['a remembered no', {}, 'blocked'],
    ['a question closed without an answer', { permission: 'prompt' }, 'dismissed'],
    ['a browser that the device keeps from its camera', { permission: 'granted' }, 'system'],
    ['a browser that does not tell what it remembers', { permission: undefined }, 'blocked'],
    ['a page inside a frame without allow="camera"', { allowed: false }, 'policy'],
    ['an app that hands no camera on', { inApp: true }, 'in-app'],
    ['an old name of a policy', { name: 'SecurityError' }, 'policy'],
  ] as const)('%s', (_what, facts, why) => {
    expect(cameraFaultOf({ ...refused, ...facts })).toEqual({ code: 'camera-denied', why })
  })

  it.each([
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['', 'camera-busy'],
  ])('%s is %s', (name, code) => {
    expect(cameraFaultOf({ ...refused, name })).toEqual({ code })
  })
})
