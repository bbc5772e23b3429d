import { CatmullRomCurve3, Vector3 } from 'three'
import type { Field } from '../texture/noise'
import { Mesh } from './mesh'
import { smoothNormals } from './smooth-normals'

export interface LimbOptions {
  /** Joints from the fork to the tip, and the radius at each; metres. */
  readonly joints: readonly Vector3[]
  readonly radii: readonly number[]
  readonly sides: number
  /** Rings a joint. */
  readonly fineness: number
  /** Gnarls: a field round (u) and along (v, once a metre), and the share of the radius it moves. */
  readonly gnarl?: { readonly field: Field; readonly depth: number }
}

/** A limb of a tree: a tube along its joints with a frame that does not twist, ridged where it is old. Texture: u around, v along. */
export function limb({ joints, radii, sides, fineness, gnarl }: LimbOptions): Mesh {
  const curve = new CatmullRomCurve3([...joints], false, 'centripetal')
  const rings = Math.max(1, (joints.length - 1) * fineness)
  const length = curve.getLength()
  let side = new Vector3(1, 0, 0.2)
  const stations = Array.from({ length: rings + 1 }, (_, j) => {
    const t = j / rings
    const along = curve.getTangent(t)
    side = side.clone().addScaledVector(along, -side.dot(along)).normalize()
    const k = Math.min(radii.length - 1, t * (radii.length - 1))
    const low = radii[Math.floor(k)] ?? 0
    const radius = low + ((radii[Math.ceil(k)] ?? low) - low) * (k - Math.floor(k))
    return { at: curve.getPoint(t), side, top: new Vector3().crossVectors(along, side), radius }
  })
  const girth = Math.PI * 2 * Math.max(...radii)
  return smoothNormals(
    new Mesh().grid(sides, rings, (i, j) => {
      const {
        at,
        side: across,
        top,
        radius,
      } = stations[j] ?? { at: new Vector3(), side, top: side, radius: 0 }
      const share = (i % sides) / sides
      const v = (j / rings) * length
      const swell = gnarl ? 1 + gnarl.field(share + v * 0.35, v) * gnarl.depth : 1
      const [a, b] = [Math.cos(share * Math.PI * 2), Math.sin(share * Math.PI * 2)]
      const reach = radius * swell
      return {
        x: at.x + (across.x * a + top.x * b) * reach,
        y: at.y + (across.y * a + top.y * b) * reach,
        z: at.z + (across.z * a + top.z * b) * reach,
        u: (i / sides) * girth,
        v,
      }
    }),
    120,
  )
}
