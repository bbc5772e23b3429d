/// <reference path="./measured.d.ts" />
import { FOV_DEGREES } from '../../../../src/engine/framing'
import { Viewer } from '../../../../src/engine/viewer'

const host = document.querySelector<HTMLElement>('#host')
const { searchParams } = new URL(location.href)
if (host) {
  host.style.setProperty('--width', `${searchParams.get('width')}px`)
  host.style.setProperty('--height', `${searchParams.get('height')}px`)
  const viewer = new Viewer(host, { label: 'A product', tier: 'high' })
  const shown = await viewer.show(searchParams.get('model') ?? '')
  if (shown.ok) {
    window.benchLoaded = performance.now()
    window.benchView = { ...viewer.orbit.view, fov: FOV_DEGREES }
  } else throw new Error(shown.fault.code)
}
