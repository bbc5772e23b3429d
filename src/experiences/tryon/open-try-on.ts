import type { Catalogue } from '../../core/catalogue'
import { addToDebugNamespace } from '../../engine/debug-namespace'
import { ModelCache } from '../../engine/model-cache'
import { TIERS, tierOfPage } from '../../engine/tier'
import type { FaceTopology } from './looks/face-topology'
import { openPeople } from './model-people'
import { openSource } from './open-source'
import { TasksTracker } from './tracker/tasks-tracker'
import type { OwnModels } from './tracker/tracker-files'
import { TryOn } from './try-on'
import { TryOnView } from './view/try-on-view'
import { Wardrobe } from './wardrobe'

const FACE = '/try-on/canonical-face.json'

/** What try-on is opened with. */
export interface TryOnOptions {
  readonly catalogue: Catalogue
  /** Full address of a file that the catalogue names. */
  readonly address: (path: string) => string
  /** What the picture shows, for screen readers. */
  readonly label?: string
  /** Models of one's own instead of ours, as MediaPipe Model Maker writes them. */
  readonly models?: OwnModels
}

/**
 * Makes try-on for a page: view, wardrobe, tracker and sources. Nothing is opened, asked or fetched yet but the face's mesh.
 *
 * @throws EngineError `no-webgl` on a device without WebGL 2
 */
export async function openTryOn({ catalogue, address, label, models }: TryOnOptions): Promise<TryOn> {
  const face = await fetchFace()
  const element = document.createElement('div')
  element.style.cssText = 'position:absolute;inset:0'
  const tier = tierOfPage()
  let tryOn: TryOn | undefined
  const view = new TryOnView(element, {
    face,
    tier,
    ...(label ? { label } : {}),
    onLost: () => tryOn?.lose(),
    onRestored: () => tryOn?.restore(),
  })
  view.reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
  const products = new ModelCache({ glass: TIERS[tier].glass })
  const wardrobe = new Wardrobe({ catalogue, models: products, address })
  tryOn = new TryOn({
    view,
    attach: (host) => host.append(element),
    takeOut: (worn, options) => wardrobe.takeOut(worn, options),
    tracker: () => new TasksTracker({ ...memoryOfDevice(), ...(models ? { models } : {}) }),
    open: (source, signal) => openSource(source, openPeople, signal),
  })
  if (new URLSearchParams(location.search).has('stats')) {
    const session = tryOn
    addToDebugNamespace({ tryOn: () => ({ ...view.stats(), detectMs: session.detectMs }) })
  }
  return tryOn
}

/** The mesh that a face's landmarks span. @throws when it cannot be fetched */
async function fetchFace(): Promise<FaceTopology> {
  const response = await fetch(FACE)
  if (!response.ok) throw new Error(`${FACE}: ${response.status}`)
  return response.json()
}

/** What the tracker learns of this device is kept on it, where that is allowed. */
function memoryOfDevice(): { readonly memory?: Storage } {
  try {
    return { memory: localStorage }
  } catch {
    return {}
  }
}
