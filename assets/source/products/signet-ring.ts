import { Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { frosted, roseGold, whiteGold, yellowGold } from '../materials/precious-metal'
import { drawToSize } from '../shape/draw-to-size'
import { hallmark } from '../shape/hallmark'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { shank, shankSection } from '../shape/shank'
import { smoothNormals } from '../shape/smooth-normals'
import { signetEngraving } from '../texture/signet-engraving'

const BORE = 0.0173
/** Half axes of the oval face: across the finger, along it. Its height above the axis, metres. */
const FACE = { across: 0.0052, along: 0.0064, height: 0.0119, bevel: 0.00035 }
/** Where the shoulders begin, radians from the top. */
const SHOULDER = 1.25
const AROUND = 96

const width = (angle: number) => {
  const turn = Math.abs(Math.PI - (((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)))
  return 0.0032 + 0.0062 * Math.max(0, (turn - 0.9) / (Math.PI - 0.9)) ** 1.6
}
const thickness = (angle: number) => 0.00155 + 0.0004 * (1 + Math.cos(angle)) * 0.5
const DOME = 2.3

/** Signet ring, size 54: an oval face the shoulders rise to without a step, engraved by hand with sun, dune and tide. */
export default function signetRing(): ProductSource<'band' | 'face' | 'hallmark'> {
  const band = shank({
    bore: BORE,
    width,
    thickness,
    dome: DOME,
    from: SHOULDER,
    to: Math.PI * 2 - SHOULDER,
    segments: 72,
    around: AROUND / 2,
  })
  band.append(head())
  band.append(inside())
  // Over all of it: the pieces share their edges, so the skin runs on from one to the next.
  smoothNormals(band, 65)
  const face = new Mesh()
  face.grid(AROUND, 6, (i, j) => {
    const { x, z } = oval(i, 1 - FACE.bevel / FACE.across)
    const share = 1 - j / 6
    return { x: x * share, y: FACE.height, z: z * share, u: x * share, v: z * share }
  })
  smoothNormals(face)
  const marks = hallmark(BORE, '750', '54')
  drawToSize([band, face, marks], { width: 0.0208, height: 0.0222, depth: 0.0128 }, 'anchor')
  bakeOcclusion([band], { reach: 0.004, rays: 40, strength: 0.6, lift: 6e-5 })

  const { normal, surface, tile } = signetEngraving(FACE.across, FACE.along)
  const look = (name: string, alloy: Surface) => ({
    name,
    surfaces: {
      band: alloy,
      face: {
        ...alloy,
        name: `${alloy.name}, engraved`,
        roughness: 1,
        normal: { image: normal, tile },
        packed: { image: surface, tile },
      },
      hallmark: frosted(alloy),
    },
  })
  return {
    sku: 'signet-ring',
    parts: { band, face, hallmark: marks },
    looks: [
      look('yellow-gold', yellowGold()),
      look('white-gold', whiteGold()),
      look('rose-gold', roseGold()),
    ],
    wear: { kind: 'ring', innerDiameter: BORE, axis: [0, 0, 1], face: [0, 1, 0] },
  }
}

/** A point of the face's outline, counter-clockwise seen from above, from +Z. */
function oval(i: number, scale = 1): { x: number; z: number } {
  const angle = ((i % AROUND) / AROUND) * Math.PI * 2
  return { x: Math.sin(angle) * FACE.across * scale, z: Math.cos(angle) * FACE.along * scale }
}

/**
 * The skin from the rim of the face down to where the band takes over: ends of the bore at the front and back, sections of the band at
 * the sides. It leaves the rim downwards and reaches the band along it, so the shoulder is one sweep.
 */
function head(): Mesh {
  const rows = 18
  const turned = Array.from({ length: AROUND + 1 }, (_, i) => foot((i % AROUND) / AROUND))
  const skin = new Mesh().grid(AROUND, rows + 3, (i, j) => {
    const { point, leave, lean } = turned[i] as Foot
    const { x, z } = oval(i)
    const rim = new Vector3(x, FACE.height - FACE.bevel, z)
    // Grid rows climb: the last three turn over the bevel to the face.
    if (j > rows) {
      const turn = ((j - rows) / 3) * (Math.PI / 2)
      const inset = 1 - (FACE.bevel / FACE.across) * (1 - Math.cos(turn))
      return { ...place(rim.x * inset, rim.y + FACE.bevel * Math.sin(turn), rim.z * inset), u: i, v: j }
    }
    const t = 1 - j / rows
    const down = new Vector3(x, 0, z).normalize().multiplyScalar(0.0001).setY(-lean)
    return { ...place(...hermite(rim, down, point, leave, t).toArray()), u: i, v: j }
  })
  return smoothNormals(skin)
}

const place = (x: number, y: number, z: number) => ({ x, y, z })

function hermite(a: Vector3, da: Vector3, b: Vector3, db: Vector3, t: number): Vector3 {
  const t2 = t * t
  const t3 = t2 * t
  return a
    .clone()
    .multiplyScalar(2 * t3 - 3 * t2 + 1)
    .addScaledVector(da, t3 - 2 * t2 + t)
    .addScaledVector(b, -2 * t3 + 3 * t2)
    .addScaledVector(db, t3 - t2)
}

interface Foot {
  readonly point: Vector3
  /** Direction the skin arrives in, scaled by its pull. */
  readonly leave: Vector3
  /** How far the skin is pulled straight down at the rim. */
  readonly lean: number
}

/** Where the skin meets band or bore, at a share of the way round the face from +Z towards +X. */
function foot(turn: number): Foot {
  const quarter = Math.floor(turn * 4 + 0.5) % 4
  const local = turn * 4 + 0.5 - Math.floor(turn * 4 + 0.5)
  if (quarter % 2 === 0) {
    // Front or back: along the edge of the bore.
    const front = quarter === 0 ? 1 : -1
    const angle = (local * 2 - 1) * SHOULDER * front
    const { point } = onBand(angle, front > 0 ? 0.5 : 0)
    const ends = Math.abs(local * 2 - 1) ** 3
    const along = new Vector3(Math.cos(angle) * Math.sign(angle || 1), -Math.abs(Math.sin(angle)), 0)
    const inwards = new Vector3(0, -0.0022, -front * 0.0008)
    return { point, leave: inwards.lerp(along.multiplyScalar(0.006), ends), lean: 0.0022 + 0.001 * ends }
  }
  // The sides: across the band's section, from one edge over the dome to the other.
  const side = quarter === 1 ? 1 : -1
  const { point } = onBand(side * SHOULDER, side > 0 ? 0.5 - local / 2 : local / 2)
  const along = new Vector3(Math.cos(SHOULDER) * side, -Math.sin(SHOULDER), 0)
  return { point, leave: along.multiplyScalar(0.006), lean: 0.0032 }
}

function onBand(angle: number, turn: number): { point: Vector3 } {
  const { across, out } = shankSection(turn, width(angle), thickness(angle), DOME)
  const radius = BORE / 2 + out
  return { point: new Vector3(Math.sin(angle) * radius, Math.cos(angle) * radius, across) }
}

/** The bore under the head: the inner half of the band's section, carried on. */
function inside(): Mesh {
  const steps = AROUND / 4
  const mesh = new Mesh().grid(steps, steps, (i, j) => {
    const angle = -SHOULDER + (2 * SHOULDER * j) / steps
    const { point } = onBand(angle, 0.5 + (i / steps) * 0.5)
    return { x: point.x, y: point.y, z: point.z, u: i, v: j }
  })
  return smoothNormals(mesh, 180)
}
