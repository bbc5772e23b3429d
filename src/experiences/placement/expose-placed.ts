import { Box3, type Object3D, Vector3 } from 'three'
import type { Panel } from './panel/panel'
import type { PanelAction } from './panel/panel-layout'
import type { PlacementSession } from './placement-session'

/** What `globalThis.vitrine.placed()` tells of each placed product, in the session's floor space, metres. */
export interface PlacedReport {
  readonly sku: string
  readonly variant: string
  /** World scale of the product's node and of the model in it: 1. */
  readonly scale: readonly [number, number, number]
  readonly box: { readonly min: number[]; readonly max: number[]; readonly size: number[] }
  /** Height of the lowest point. */
  readonly underside: number
  readonly pose: { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }
  readonly plane: { readonly point: number[]; readonly normal: number[] }
  readonly anchored: boolean
}

type Vitrine = Record<string, unknown>

/**
 * Lets tests and the curious measure what stands in the room: only with `?stats` or an emulated device.
 *
 * @returns takes it away again
 */
export function exposePlaced(session: PlacementSession, panel?: Panel): () => void {
  const asked = new URLSearchParams(location.search)
  if (!asked.has('stats') && !asked.get('xr')?.startsWith('emulate')) return () => {}
  const host = globalThis as { vitrine?: Vitrine }
  const vitrine = host.vitrine ?? {}
  host.vitrine = vitrine
  vitrine.placed = () => reportOf(session)
  vitrine.aim = () => {
    const { aim } = session.world
    return { seen: aim.seen, misfit: aim.misfit, position: aim.position.toArray(), yaw: aim.yaw }
  }
  vitrine.room = () => session.room()
  vitrine.panelButton = (action: PanelAction['do'], of?: string) =>
    panel?.whereIs(action, of, new Vector3())?.toArray()
  vitrine.placement = () => session.state
  return () => {
    delete vitrine.placed
    delete vitrine.aim
    delete vitrine.placement
    delete vitrine.panelButton
    delete vitrine.room
  }
}

function reportOf(session: PlacementSession): PlacedReport[] {
  return session.placed.map((product) => {
    product.node.updateWorldMatrix(true, true)
    const box = new Box3().setFromObject(product.model.object, true)
    const { point, normal } = product.surface
    return {
      sku: product.placeable.sku,
      variant: product.variant,
      scale: worldScale(product.model.object),
      box: { min: box.min.toArray(), max: box.max.toArray(), size: box.getSize(new Vector3()).toArray() },
      underside: box.min.y,
      pose: product.pose,
      plane: { point: point.toArray(), normal: normal.toArray() },
      anchored: product.anchor !== undefined,
    }
  })
}

/** The product of all scales up to the root: exact, where decomposing a turned matrix is not. */
function worldScale(object: Object3D): [number, number, number] {
  const scale = new Vector3(1, 1, 1)
  for (let each: Object3D | null = object; each; each = each.parent) scale.multiply(each.scale)
  return scale.toArray()
}
