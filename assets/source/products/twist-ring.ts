import { CatmullRomCurve3, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { frosted, roseGold, whiteGold, yellowGold } from '../materials/precious-metal'
import { bar, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { hallmark } from '../shape/hallmark'
import type { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { shank } from '../shape/shank'

const BORE = 0.0173
const SLEEVE = 0.0006
const TURNS = 8
/** Diameter of a strand and its distance from the line both wind about, metres. */
const STRAND = 0.00165
const REACH = 0.00078
const BEADS = 96

/** Twist ring, size 54: a polished wire and a beaded one wound about each other on a comfort sleeve that keeps them off the skin. */
export default function twistRing(): ProductSource<'plain' | 'beaded' | 'hallmark'> {
  const plain = strand(0, 176, 3, () => STRAND)
  const beaded = strand(Math.PI, BEADS * 5, 2, (t) => {
    const phase = (t * BEADS) % 1
    return STRAND * (0.74 + 0.26 * Math.sqrt(Math.max(0, 1 - (2 * phase - 1) ** 2)))
  })
  plain.append(
    shank({
      bore: BORE,
      width: () => 0.0024,
      thickness: () => SLEEVE,
      dome: 3,
      segments: 96,
      around: 12,
    }),
  )
  const marks = hallmark(BORE, '750', '54', 0.001)
  drawToSize([plain, beaded, marks], { width: 0.0242, height: 0.0242, depth: 0.0032 }, 'anchor')
  bakeOcclusion([plain, beaded], { reach: 0.0022, rays: 40, strength: 0.85, lift: 4e-5 })

  const look = (name: string, first: ReturnType<typeof yellowGold>, second = first) => ({
    name,
    surfaces: { plain: first, beaded: second, hallmark: frosted(first) },
  })
  return {
    sku: 'twist-ring',
    parts: { plain, beaded, hallmark: marks },
    looks: [
      look('yellow-gold', yellowGold()),
      look('rose-white-gold', roseGold(), whiteGold()),
      look('white-gold', whiteGold()),
    ],
    wear: { kind: 'ring', innerDiameter: BORE, axis: [0, 0, 1], face: [0, 1, 0] },
  }
}

/** A wire that winds about the ring's own line, from a phase. */
function strand(phase: number, rings: number, corner: number, diameter: (t: number) => number): Mesh {
  const line = BORE / 2 + SLEEVE + REACH + STRAND / 2 - 0.00035
  const points = Array.from({ length: TURNS * 24 }, (_, k) => {
    const angle = (k / (TURNS * 24)) * Math.PI * 2
    const turn = phase + angle * TURNS
    const radius = line + Math.cos(turn) * REACH
    return new Vector3(Math.sin(angle) * radius, Math.cos(angle) * radius, Math.sin(turn) * REACH)
  })
  const curve = new CatmullRomCurve3(points, true, 'centripetal')
  curve.arcLengthDivisions = rings * 4
  return bar(curve, {
    section: (t) => round(diameter(t)),
    up: new Vector3(0, 0, 1),
    rings,
    corner,
    ends: 0,
    endRings: 0,
    caps: false,
  })
}
