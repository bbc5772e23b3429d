import { Viewer } from '../../src/engine/viewer'

const host = document.querySelector('#viewer')
if (host instanceof HTMLElement) {
  const viewer = new Viewer(host, { label: 'Product' })
  const result = await viewer.show(
    new URLSearchParams(location.search).get('m') ?? '/models/lounge-chair/lounge-chair.glb',
  )
  document.body.dataset.ready = result.ok ? 'ok' : JSON.stringify(result.fault)
  Object.assign(globalThis, { viewer })
}
