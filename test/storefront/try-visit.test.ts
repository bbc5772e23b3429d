import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createEventBus, type EventBus } from '../../src/core/events'
import { INITIAL_STATE } from '../../src/experiences/tryon/told-state'
import type { TryOnState } from '../../src/experiences/tryon/try-on-state'
import { forgetCameraConsent } from '../../src/platform/camera-consent'
import type { TryOnHandle } from '../../src/storefront/try-on/try-on-handle'
import { TryVisit } from '../../src/storefront/try-on/try-visit'

const ROUND = { sku: 'round-glasses', variant: 'black' }

/** Try-on that writes down what is asked of it. */
function handle() {
  const store = createStore<TryOnState>(() => INITIAL_STATE)
  const asked: string[] = []
  const write =
    (name: string) =>
    (...given: unknown[]) => {
      asked.push([name, ...given.map((one) => (one as { kind?: string })?.kind ?? String(one))].join(' '))
    }
  const tryOn: TryOnHandle = {
    store,
    attach: () => {},
    prepare: write('prepare'),
    use: async (source) => write('use')(source),
    wear: async ({ sku, variant }) => write('wear')(`${sku} ${variant}`),
    setLayout: async (layout) => {
      write('layout')(layout)
      return layout.kind !== 'beside'
    },
    setMirrored: () => {},
    hideRoom: async (on) => write('hideRoom')(on),
    showPicture: async () => {},
    picture: async () => new Blob(),
    pause: () => {},
    resume: () => {},
    retry: async () => {},
    stop: write('stop'),
    dispose: write('dispose'),
  }
  return { tryOn, store, asked }
}

let events: EventBus
let told: Record<string, unknown>[]
let now: ReturnType<typeof handle>
let open: () => Promise<TryOnHandle>
const visitOf = (kind: 'eyewear' | 'watch' = 'eyewear') => new TryVisit(() => open(), events, kind)
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const device = (connection?: { saveData: boolean }) => {
  vi.stubGlobal('navigator', { userAgent: '', mediaDevices: { getUserMedia: () => {} }, connection })
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('document', {})
}

beforeEach(() => {
  device()
  forgetCameraConsent()
  events = createEventBus()
  told = []
  events.on((event) => void told.push({ ...event }))
  now = handle()
  open = async () => now.tryOn
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('whoever arrives', () => {
  it('has fetched ahead what a press will need, but not where data is saved', async () => {
    visitOf().arrive()
    await settled()
    expect(now.asked).toEqual(['prepare eyewear'])

    device({ saveData: true })
    now = handle()
    const saving = visitOf()
    saving.arrive()
    await settled()
    expect(now.asked).toEqual([])
    // A press is what fetches it then.
    await saving.use({ kind: 'model', id: 'amara' })
    expect(now.asked).toEqual(['use model'])
  })
})

describe('the camera', () => {
  it('opens after the shopper agreed, and is asked for no more after that', async () => {
    const visit = visitOf()
    visit.wear(ROUND)
    visit.wantCamera('user')
    await settled()
    expect(visit.store.getState().asking).toBe('user')
    expect(now.asked).not.toContain('use camera')
    visit.decline()
    expect(visit.store.getState()).toMatchObject({ asking: undefined, consent: undefined })

    visit.wantCamera('user')
    visit.agree()
    await settled()
    expect(now.asked).toContain('use camera')
    expect(visit.store.getState().consent?.date).toMatch(/^\d{4}-\d\d-\d\d$/)

    visit.forget()
    expect(now.asked.at(-2)).toBe('stop')
    expect(visit.store.getState()).toMatchObject({ consent: undefined, source: undefined })
    visit.wantCamera('user')
    expect(visit.store.getState().asking).toBe('user')
  })

  it('is not asked for where it cannot open', () => {
    vi.stubGlobal('isSecureContext', false)
    const visit = visitOf()
    visit.wantCamera('user')
    expect(visit.store.getState()).toMatchObject({ asking: undefined, fault: { code: 'camera-insecure' } })
    expect(told).toEqual([{ name: 'tryon_fault', code: 'camera-insecure' }])
  })

  it('is not what stops when consent is taken back during a model', async () => {
    const visit = visitOf()
    await visit.use({ kind: 'model', id: 'amara' })
    visit.forget()
    expect(visit.store.getState().source?.kind).toBe('model')
    expect(now.asked).not.toContain('stop')
  })
})

describe('a visit', () => {
  it('tells how it began and ended, how long it was and how many pieces were tried', async () => {
    const visit = visitOf()
    visit.wear(ROUND)
    await visit.use({ kind: 'model', id: 'amara' })
    visit.wear({ ...ROUND, variant: 'moss' })
    visit.wear({ ...ROUND, variant: 'moss' })
    await settled()
    visit.stop()
    expect(told).toEqual([
      { name: 'tryon_start', way: 'model', item_id: 'round-glasses', item_variant: 'black' },
      { name: 'tryon_end', way: 'model', seconds: 0, items: 2 },
    ])
    expect(now.asked.filter((one) => one.startsWith('wear'))).toEqual([
      'wear round-glasses black',
      'wear round-glasses moss',
    ])
  })

  it('that is over frees everything, also what comes only later', async () => {
    const visit = visitOf()
    visit.arrive()
    await settled()
    visit.leave()
    expect(now.asked.at(-1)).toBe('dispose')

    let come = (_: TryOnHandle) => {}
    open = () => new Promise((resolve) => (come = resolve))
    visit.arrive()
    visit.leave()
    const late = handle()
    come(late.tryOn)
    await settled()
    expect(late.asked).toEqual(['dispose'])
    expect(visit.store.getState().tryOn).toBeUndefined()
  })

  it('whose code cannot be fetched says so, and the next press tries again', async () => {
    open = () => Promise.reject(new Error('offline'))
    const visit = visitOf()
    await visit.use({ kind: 'model', id: 'amara' })
    expect(visit.store.getState().fault).toEqual({ code: 'unreachable' })
    open = async () => now.tryOn
    await visit.retry()
    expect(visit.store.getState().fault).toBeUndefined()
    expect(now.asked).toEqual(['use model'])
  })

  it('on a device that draws nothing says that instead', async () => {
    open = () => Promise.reject(Object.assign(new Error('no WebGL'), { code: 'no-webgl' }))
    const visit = visitOf()
    await visit.use({ kind: 'model', id: 'amara' })
    expect(visit.store.getState().fault).toEqual({ code: 'no-webgl' })
  })

  it('shows the last source asked for, whatever order they come in', async () => {
    let come = (_: TryOnHandle) => {}
    open = () => new Promise((resolve) => (come = resolve))
    const visit = visitOf()
    const first = visit.use({ kind: 'model', id: 'amara' })
    const second = visit.use({ kind: 'photo', file: new Blob() })
    come(now.tryOn)
    await Promise.all([first, second])
    expect(now.asked).toEqual(['use photo'])
  })

  it('goes back to one picture when what was to be seen beside cannot be had', async () => {
    const visit = visitOf()
    await visit.use({ kind: 'model', id: 'amara' })
    expect(await visit.layOut({ kind: 'beside', other: ROUND })).toBe(false)
    expect(visit.store.getState().layout).toEqual({ kind: 'single' })
  })
})

describe('the room behind', () => {
  it('is hidden again for a face at the next visit, never for a hand', async () => {
    const visit = visitOf()
    visit.arrive()
    visit.hideRoom(true)
    visit.leave()
    for (const [kind, hides] of [
      ['eyewear', true],
      ['watch', false],
    ] as const) {
      now = handle()
      const next = visitOf(kind)
      next.arrive()
      await settled()
      expect(next.store.getState().hidesRoom).toBe(hides)
      expect(now.asked.includes('hideRoom true')).toBe(hides)
    }
    visit.hideRoom(false)
  })
})
