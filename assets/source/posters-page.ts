// The page posters.ts photographs: the engine's own viewer, so that a poster is the viewer's first frame.
import type { Stand } from '../../src/core/product'
import { Viewer } from '../../src/engine/viewer'

declare global {
  /** Draws a variant and gives its picture as a PNG data URL. */
  var takePoster: ((glb: string, variant: string, on: Stand) => Promise<string>) | undefined
}

const stage = document.getElementById('stage')
if (!stage) throw new Error('posters/no-stage')
const viewer = new Viewer(stage, { tier: 'high' })

globalThis.takePoster = async (glb, variant, on) => {
  const shown = await viewer.show(glb, { variant, on })
  if (!shown.ok) throw new Error(`posters/${shown.fault.code}: ${glb}`)
  const blob = await viewer.snapshot()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('posters/unreadable'))
    reader.readAsDataURL(blob)
  })
}
