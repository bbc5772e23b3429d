// A bare page that photographs models with the engine's own viewer, so that a poster is the viewer's first frame. Driven from
// outside: by the poster verb's browser, by the scripts that look at what they made.
import type { ModelFault } from '../../core/model-fault'
import type { Shot } from '../../core/shot'
import { Viewer } from '../../engine/viewer'

declare global {
  /** Photographs the model at an address and gives a PNG data URL, transparent; or what the engine says is wrong with it. */
  var takePicture:
    | ((source: string, shot: Shot) => Promise<{ picture: string } | { fault: ModelFault }>)
    | undefined
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
      if (!result.ok) return { fault: result.fault }
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
      reader.onload = () => resolve({ picture: String(reader.result) })
      reader.onerror = () => reject(new Error('photo-booth/unreadable'))
      reader.readAsDataURL(blob)
    })
  }
}

const stage = globalThis.document?.getElementById('stage')
if (stage) open(stage)
