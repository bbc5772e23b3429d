import { BoxGeometry, Group, Mesh, MeshBasicMaterial, Ray, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { Placeable } from '../../../src/experiences/placement/placeable'
import { placeableOfFile } from '../../../src/experiences/placement/placeable'
import { PlacedProduct, settle } from '../../../src/experiences/placement/placed-product'
import type { PlacementModel } from '../../../src/experiences/placement/placement-host'

/** A box of 0.6 × 0.8 × 0.5 m whose middle lies somewhere. */
function model(x: number, y: number, z: number): PlacementModel {
  const object = new Group()
  object.add(new Mesh(new BoxGeometry(0.6, 0.8, 0.5).translate(x, y, z), new MeshBasicMaterial()))
  return {
    object,
    dimensions: { width: 0.6, height: 0.8, depth: 0.5 },
    setVariant: async () => {},
    release: () => {},
  }
}

const own = placeableOfFile('x', 'Mixer.glb')
const hung: Placeable = { ...own, stand: 'wall', trusted: true }
const fromCeiling: Placeable = { ...own, stand: 'ceiling', trusted: true }

describe('settle', () => {
  it("sets a stranger's file on its underside and in its middle", () => {
    const box = settle(model(3, -2, 1), own)
    expect(box.min.y).toBeCloseTo(0, 6)
    expect(box.getCenter(new Vector3()).setY(0).length()).toBeLessThan(1e-6)
  })

  it('brings a back flush to the wall and a top to the ceiling', () => {
    expect(settle(model(0, 0, 0.3), hung).min.z).toBeCloseTo(0, 6)
    expect(settle(model(0, -0.4, 0), fromCeiling).max.y).toBeCloseTo(0, 6)
  })

  it('gives the same answer twice', () => {
    const thing = model(3, -2, 1)
    const once = settle(thing, own).clone()
    expect(settle(thing, own).equals(once)).toBe(true)
  })
})

describe('PlacedProduct', () => {
  it('is met by a ray where it stands, however it is turned', () => {
    const product = new PlacedProduct('item-1', own, model(0, 0.4, 0), '')
    product.stand({ x: 2, y: 0, z: -3, yaw: Math.PI / 2 })
    const scratch = new Ray()
    const towards = new Ray(new Vector3(2, 0.4, 0), new Vector3(0, 0, -1))
    // Turned by a quarter, its half width of 0.3 m points along the ray; the target is 2 cm wider.
    expect(product.distanceAlong(towards, scratch)).toBeCloseTo(3 - 0.3 - 0.02, 4)
    expect(product.distanceAlong(new Ray(new Vector3(0, 0.4, 0), new Vector3(0, 0, -1)), scratch)).toBe(
      Number.POSITIVE_INFINITY,
    )
    product.dispose()
  })
})
