// A bare page that photographs models with the engine's own viewer, so that a poster is the viewer's first frame. Driven from
// outside: by the poster verb's browser, by the scripts that look at what they made.
import type { Stand } from '../../core/product'
import { Viewer } from '../../engine/viewer'

/** How a picture is taken. Angles in radians; what is left out is as in the viewer's first frame. */
export interface Shot {
  readonly variant?: string
  readonly on?: Stand
  /** 0 is the front, positive towards the product's +X side. */
  readonly yaw?: number
  readonly pitch?: number
  /** Factor on the first frame's distance; below 1 is nearer. */
  readonly nearer?: number
}

declare global {
  /** Photographs a model and gives a PNG data URL, transparent. */
  var takePicture: ((source: string, shot: Shot) => Promise<string>) | undefined
}

/** Opens the booth on an element. */
function open(stage: HTMLElement): void {
  const viewer = new Viewer(stage, { tier: 'high' })
  let shown = ''

  globalThis.takePicture = async (source, { variant, on = 'floor', yaw, pitch, nearer = 1 }) => {
    const wanted = `${source} ${on}`
    if (shown === wanted && variant) await viewer.setVariant(variant)
    else {
      const result = await viewer.show(source, { variant, on })
      if (!result.ok) throw new Error(`photo-booth/${result.fault.code}: ${source}`)
      shown = wanted
    }
    viewer.home(true)
    const { distance } = viewer.orbit.view
    viewer.orbit.turnTo(
      {
        distance: distance * nearer,
        ...(yaw !== undefined ? { yaw } : {}),
        ...(pitch !== undefined ? { pitch } : {}),
      },
      true,
    )
    const blob = await viewer.snapshot()
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.onerror = () => reject(new Error('photo-booth/unreadable'))
      reader.readAsDataURL(blob)
    })
  }
}

const stage = globalThis.document?.getElementById('stage')
if (stage) open(stage)
