import { CatmullRomCurve3, Matrix4, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { roseGold, sterlingSilver, yellowGold } from '../materials/precious-metal'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'

/** Outer diameter of the hoop, diameter of its tube, of the post, metres. */
const HOOP = 0.028
const TUBE = 0.003
const POST = 0.0009
/** Between the two hooks as they lie side by side. */
const APART = 0.04
/** The gap the post bridges: degrees from the top, on the hinge's side and on the catch's. */
const GAP = { hinge: 38, catch: 24 }

/** Hoop earrings, 28 mm: a seamless tube, tapered to its ends, a post that swings on a hinge and clicks into the other end. */
export default function hoopEarrings(): ProductSource<'left' | 'right'> {
  const one = hoop()
  const mirrored = new Matrix4().makeScale(-1, 1, 1)
  // The wearer's left ear is on the +X side. The hinge lies in front of the ear on neither: they are a mirrored pair.
  const left = new Mesh().append(one, new Matrix4().makeTranslation(APART / 2, 0, 0))
  const right = new Mesh().append(one, mirrored.premultiply(new Matrix4().makeTranslation(-APART / 2, 0, 0)))
  drawToSize([left, right], { width: 0.0676, height: 0.02714, depth: 0.003 }, 'anchor')
  bakeOcclusion([left, right], { reach: 0.004, rays: 40, strength: 0.6, lift: 5e-5 })
  const hook = (side: number): [number, number, number] => [(side * APART) / 2, 0, 0]
  const look = (name: string, metal: Surface) => ({ name, surfaces: { left: metal, right: metal } })
  return {
    sku: 'hoop-earrings',
    parts: { left, right },
    looks: [
      look('gold', { ...yellowGold(), name: 'Silver, gold-plated' }),
      look('silver', sterlingSilver()),
      look('rose-gold', { ...roseGold(), name: 'Silver, rose gold-plated' }),
    ],
    nodes: {
      'earring-left': { parts: ['left'], pivot: hook(1) },
      'earring-right': { parts: ['right'], pivot: hook(-1) },
    },
    wear: {
      kind: 'earring',
      sides: { left: 'earring-left', right: 'earring-right' },
      hooks: { left: hook(1), right: hook(-1) },
      swing: { length: HOOP / 2, limit: 0.35 },
    },
  }
}

/** One hoop hanging from the origin, which is the middle of its post. */
function hoop(): Mesh {
  const radius = (HOOP - TUBE) / 2
  const on = (degrees: number, reach = radius) => {
    const angle = (degrees * Math.PI) / 180
    return new Vector3(Math.sin(angle) * reach, Math.cos(angle) * reach, 0)
  }
  const from = GAP.hinge
  const to = 360 - GAP.catch
  const circle = new CatmullRomCurve3(Array.from({ length: 73 }, (_, k) => on(from + ((to - from) * k) / 72)))
  circle.arcLengthDivisions = 600
  const mesh = bar(circle, {
    // Fullest at the bottom, as a hoop bent from a tapered tube is.
    section: (t) => round(TUBE * (0.7 + 0.3 * Math.sin(Math.PI * t) ** 0.8)),
    up: new Vector3(0, 0, 1),
    rings: 120,
    corner: 5,
    ends: 0.0003,
    endRings: 3,
  })
  // The post runs straight across the gap, a little bent up in the middle so that it hangs in one place.
  const hinge = on(from - 4)
  const seat = on(to - 3)
  const crest = new Vector3((hinge.x + seat.x) / 2, Math.max(hinge.y, seat.y) + 0.0012, 0)
  mesh.append(
    bar(
      path(
        [hinge.x, hinge.y, 0],
        [hinge.x * 0.5, hinge.y + 0.0014, 0],
        [seat.x * 0.45, crest.y + 0.0003, 0],
        [seat.x, seat.y, 0],
      ),
      {
        section: () => round(POST),
        up: new Vector3(0, 0, 1),
        rings: 28,
        corner: 2,
        ends: 0.0002,
        endRings: 2,
      },
    ),
  )
  // Hinge: two cheeks soldered to the tube, a pin through them and the eye of the post.
  for (const side of [-1, 1]) mesh.append(cheek(on(from + 2), hinge, side))
  mesh.append(pin(hinge))
  // Down, so that the post's crest lies at the origin.
  return mesh.deform((point) => point.set(point.x, point.y - crest.y - 0.0004, point.z))
}

/** One cheek of the hinge: a small plate from the tube's end to the pin. */
function cheek(root: Vector3, tip: Vector3, side: number): Mesh {
  const z = side * 0.00072
  return bar(path([root.x, root.y, z], [tip.x, tip.y, z]), {
    section: () => ({ width: 0.0013, height: 0.00038, radius: 0.00012 }),
    up: new Vector3(0, 0, 1),
    rings: 2,
    corner: 2,
    ends: 0.0003,
    endRings: 2,
  })
}

/** The hinge's pin with its two riveted heads, and the eye between. */
function pin(at: Vector3): Mesh {
  const profile = outline(
    [
      { x: 0, y: -0.00125 },
      { x: 0.0005, y: -0.00122, fillet: 0.0002 },
      { x: 0.00055, y: -0.00092, fillet: 0.0001 },
      { x: 0.0004, y: -0.0009 },
      { x: 0.0004, y: -0.0005 },
      { x: 0.00075, y: -0.00048, fillet: 0.0001 },
      { x: 0.00075, y: 0.00048, fillet: 0.0001 },
      { x: 0.0004, y: 0.0005 },
      { x: 0.0004, y: 0.0009 },
      { x: 0.00055, y: 0.00092, fillet: 0.0001 },
      { x: 0.0005, y: 0.00122, fillet: 0.0002 },
      { x: 0, y: 0.00125 },
    ],
    false,
    3,
  )
  const lying = new Matrix4().makeRotationX(Math.PI / 2).setPosition(at)
  return new Mesh().append(lathe(profile, 20, 0, 50), lying)
}
