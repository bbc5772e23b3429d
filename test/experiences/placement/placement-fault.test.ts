import { describe, expect, it } from 'vitest'
import {
  faultBeforeAsking,
  faultOfRefusal,
  type PageFacts,
} from '../../../src/experiences/placement/placement-fault'

const fine: PageFacts = { secure: true, hasXr: true, allowed: true }

describe('faults', () => {
  it('names the cause that stands first: no HTTPS before no WebXR', () => {
    expect(faultBeforeAsking(fine)).toBeUndefined()
    expect(faultBeforeAsking({ secure: false, hasXr: false, allowed: undefined })?.code).toBe('noHttps')
    expect(faultBeforeAsking({ ...fine, allowed: false })?.code).toBe('notAllowedByPage')
    expect(faultBeforeAsking({ ...fine, hasXr: false })?.code).toBe('notSupported')
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotSupportedError', 'notSupported'],
    ['InvalidStateError', 'busy'],
    ['OperationError', 'unknown'],
  ] as const)('%s is %s', (name, code) => {
    expect(faultOfRefusal(new DOMException('', name), fine).code).toBe(code)
  })

  it('blames the page around where the policy forbids', () => {
    const framed = { ...fine, allowed: false }
    expect(faultOfRefusal(new DOMException('', 'SecurityError'), framed).code).toBe('notAllowedByPage')
  })
})
