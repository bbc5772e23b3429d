import type { Box3 } from 'three'
import { Group, Matrix4, Mesh, type Object3D } from 'three'
import type { Stand } from '../core/product'

/** Largest texture written, pixels: Quick Look's own recommendation. */
const MAX_TEXTURE = 2048

/**
 * A model as USDZ for iPhone and iPad (AR Quick Look), true to size: one unit is one metre. For files a shopper drops;
 * products of a shop have theirs made in advance. Runs in a browser: textures are drawn again to be written.
 *
 * @param bounds of the object, metres; it is moved so that it touches the floor or the wall it stands on
 */
export async function exportUsdz(object: Object3D, bounds: Box3, on: Stand = 'floor'): Promise<Blob> {
  const { USDZExporter } = await import('three/addons/exporters/USDZExporter.js')
  const { min, max } = bounds
  const wall = on === 'wall'
  const x = -(min.x + max.x) / 2
  const y = wall ? -(min.y + max.y) / 2 : -min.y
  const z = wall ? -min.z : -(min.z + max.z) / 2
  const scene = new Group()
  object.updateWorldMatrix(true, true)
  object.traverse((mesh) => {
    if (!(mesh instanceof Mesh)) return
    // A flat copy: Quick Look needs no hierarchy, and the object itself stays where it is.
    const copy = new Mesh(mesh.geometry, mesh.material)
    copy.applyMatrix4(new Matrix4().makeTranslation(x, y, z).multiply(mesh.matrixWorld))
    scene.add(copy)
  })
  scene.updateMatrixWorld(true)
  const bytes = await new USDZExporter().parseAsync(scene, {
    maxTextureSize: MAX_TEXTURE,
    quickLookCompatible: true,
    ar: {
      anchoring: { type: 'plane' },
      planeAnchoring: { alignment: wall ? 'vertical' : 'horizontal' },
    },
  })
  return new Blob([new Uint8Array(bytes)], { type: 'model/vnd.usdz+zip' })
}
