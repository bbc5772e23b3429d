import { Matrix4, Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { gemstone } from '../materials/gemstone'
import { frosted, roseGold, whiteGold, yellowGold } from '../materials/precious-metal'
import { bar, path, round } from '../shape/bar'
import { brilliant } from '../shape/brilliant'
import { drawToSize } from '../shape/draw-to-size'
import { hallmark } from '../shape/hallmark'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { shank } from '../shape/shank'

const BORE = 0.0173
/** Radius of a one-carat stone, and the height of its girdle above the axis. */
const STONE = 0.00325
const GIRDLE = 0.01305
const PRONGS = 6

/** Solitaire ring, size 54: a knife-straight shank, two cathedral arches, a six-prong head with two gallery rails, a one-carat brilliant. */
export default function solitaireRing(): ProductSource<'metal' | 'crown' | 'pavilion' | 'hallmark'> {
  const metal = shank({
    bore: BORE,
    width: (angle) => 0.0021 + 0.0003 * (1 - Math.cos(angle)) * 0.5,
    thickness: (angle) => 0.00165 - 0.0004 * Math.max(0, Math.cos(angle)) ** 4,
    dome: 2.1,
    segments: 112,
    around: 24,
  })
  for (const side of [-1, 1]) metal.append(arch(side))
  // Gallery rails: the lower carries the head on the shank, the upper ties the prongs under the girdle.
  metal.append(rail(0.00178, BORE / 2 + 0.0014, 0.00036))
  metal.append(rail(0.00268, GIRDLE - 0.00115, 0.00033))
  for (let k = 0; k < PRONGS; k++) metal.append(prong(((k + 0.5) / PRONGS) * Math.PI * 2))

  const { crown, pavilion } = brilliant({ girdle: () => STONE, radius: STONE })
  const lifted = new Matrix4().makeTranslation(0, GIRDLE, 0)
  const stone = { crown: new Mesh().append(crown, lifted), pavilion: new Mesh().append(pavilion, lifted) }
  const marks = hallmark(BORE, '750', '54')

  const parts = [metal, stone.crown, stone.pavilion, marks]
  drawToSize(parts, { width: 0.0206, height: 0.02435, depth: 0.0066 }, 'anchor')
  bakeOcclusion([metal], { reach: 0.003, rays: 40, strength: 0.6, lift: 5e-5 }, [metal, stone.pavilion])

  const diamond = gemstone('Diamond', '#f4f5f7', 2.33, 0.5)
  const look = (name: string, alloy: ReturnType<typeof yellowGold>) => ({
    name,
    surfaces: { metal: alloy, ...diamond, hallmark: frosted(alloy) },
  })
  return {
    sku: 'solitaire-ring',
    parts: { metal, ...stone, hallmark: marks },
    looks: [
      look('yellow-gold', yellowGold()),
      look('white-gold', whiteGold()),
      look('rose-gold', roseGold()),
    ],
    wear: { kind: 'ring', innerDiameter: BORE, axis: [0, 0, 1], face: [0, 1, 0] },
  }
}

/** One arm of the cathedral: leaves the shank at the shoulder and rises to the upper rail. */
function arch(side: number): Mesh {
  const on = (degrees: number, radius: number): [number, number, number] => {
    const angle = (degrees * Math.PI) / 180
    return [side * Math.sin(angle) * radius, Math.cos(angle) * radius, 0]
  }
  const inner = BORE / 2
  return bar(
    path(
      on(74, inner + 0.00095),
      on(62, inner + 0.0012),
      on(50, inner + 0.0017),
      on(39, inner + 0.0024),
      on(28, inner + 0.00315),
      [side * 0.00262, GIRDLE - 0.00115, 0],
    ),
    {
      section: (t) => ({
        width: 0.0007 + 0.0003 * Math.sin(t * Math.PI),
        height: 0.0017 - 0.0006 * t,
        radius: 0.00032,
      }),
      up: new Vector3(0, 0, 1),
      rings: 24,
      corner: 3,
      ends: 0.0002,
      endRings: 1,
    },
  )
}

/** A round wire bent into a circle at a height. */
function rail(radius: number, y: number, wire: number): Mesh {
  const section = Array.from({ length: 11 }, (_, k) => {
    const angle = -(k / 10) * Math.PI * 2
    return new Vector2(radius - Math.cos(angle) * wire, y + Math.sin(angle) * wire)
  })
  return lathe(section, 48, 0, 180)
}

/** A claw: up along the pavilion, over the girdle, its tip rounded onto the bezel facet. */
function prong(angle: number): Mesh {
  const at = (r: number, y: number): [number, number, number] => [Math.sin(angle) * r, y, Math.cos(angle) * r]
  return bar(
    path(
      at(0.0012, BORE / 2 + 0.001),
      at(0.0021, GIRDLE - 0.0021),
      at(0.0031, GIRDLE - 0.0006),
      at(0.00336, GIRDLE + 0.00012),
      at(0.0031, GIRDLE + 0.00058),
      at(0.00272, GIRDLE + 0.0007),
    ),
    {
      section: (t) => round(0.00088 - 0.0001 * t),
      up: new Vector3(Math.cos(angle), 0, -Math.sin(angle)),
      rings: 18,
      corner: 3,
      ends: 0.00032,
      endRings: 3,
    },
  )
}
