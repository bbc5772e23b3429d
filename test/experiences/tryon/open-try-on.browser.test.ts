import { afterEach, describe, expect, it } from 'vitest'
import { parseCatalogue } from '../../../src/core/parse-catalogue'
import { openTryOn, type TryOnOptions } from '../../../src/experiences/tryon/open-try-on'
import type { TryOn } from '../../../src/experiences/tryon/try-on'
import { stage } from '../../engine/stage'

let tryOn: TryOn | undefined
afterEach(() => tryOn?.dispose())

/** Tries the shop's glasses on a photo of one of our people, looked at by the real tracker. */
async function onPhoto(models?: TryOnOptions['models']): Promise<TryOn> {
  const parsed = parseCatalogue(await (await fetch('/catalogue.json')).json())
  if (!parsed.ok) throw new Error('the catalogue is broken')
  const opened = await openTryOn({
    catalogue: parsed.catalogue,
    address: (path) => new URL(`/${path}`, location.href).href,
    ...(models ? { models } : {}),
  })
  tryOn = opened
  opened.attach(stage(300, 400))
  void opened.wear({ sku: 'round-glasses', variant: 'black' })
  const file = await (await fetch('/try-on/people/ingrid/3.webp')).blob()
  void opened.use({ kind: 'photo', file })
  await expect
    .poll(() => opened.store.getState(), { timeout: 50_000 })
    .toSatisfy(({ seen, fault }) => seen || fault)
  return opened
}

describe('trying on with a page’s own models', () => {
  it('sees by a model of one’s own', async () => {
    const face = new URL('/tracker/models/face_landmarker.task?own', location.href).href
    const { store } = await onPhoto({ face })
    expect(store.getState()).toMatchObject({ seen: true, count: 1, fault: undefined })
  })

  it('tells when that is no model', async () => {
    const face = URL.createObjectURL(new Blob([new Uint8Array(5000).fill(7)]))
    const { store } = await onPhoto({ face })
    expect(store.getState()).toMatchObject({ phase: 'failed', fault: { code: 'tracker-broken' } })
  })
})
