import { Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { blackOak, oak, walnut } from '../materials/timber'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { boardTexture, lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'

/** Height of the seat's rim and of the hollow's middle, metres. */
const RIM = 0.45
const HOLLOW = 0.435
/** How much lower the rim lies before and behind than at the sides. */
const SADDLE = 0.009
const RADIUS = 0.168
/** Where a leg's axis meets the seat and the floor, metres from the middle along X and along Z. */
const SOCKET = 0.088
const FOOT = 0.1655
const SIGNS = [1, -1] as const

/** Height of the dished top at a place: hollowed, its rim lower before and behind, where the thighs lie. */
function dish(x: number, z: number): number {
  const t = Math.min(1, Math.hypot(x, z) / (RADIUS - 0.016))
  return HOLLOW + (RIM - HOLLOW) * t ** 2.2 + saddle(x, z)
}

function saddle(x: number, z: number): number {
  return (SADDLE * (x * x - z * z - RADIUS ** 2)) / (2 * RADIUS ** 2)
}

/** A point of a leg's axis at a height. */
function legAxis(y: number, sx: number, sz: number): [number, number, number] {
  const out = FOOT + (SOCKET - FOOT) * (y / 0.42)
  return [sx * out, y, sz * out]
}

/**
 * Stool, 0.36 × 0.45 × 0.36 m. A dished seat, four splayed legs tenoned through it and wedged across the grain, an H of
 * stretchers.
 */
export default function stool(): ProductSource<'body' | 'wedges'> {
  const body = new Mesh()
  body.append(seat())
  const wedges = new Mesh()
  const tenons = new Mesh()
  let plank = 0
  for (const sx of SIGNS) {
    for (const sz of SIGNS) {
      plank++
      body.append(leg(sx, sz), undefined, [plank * 0.061, plank * 0.237])
      const [x, , z] = legAxis(0.44, sx, sz)
      tenons.append(tenon(x, z), undefined, [plank * 0.07, plank * 0.19])
      wedges.append(wedge(x, z), undefined, [plank * 0.03, plank * 0.05])
    }
  }
  for (const sx of SIGNS) {
    const from = legAxis(0.17, sx, -1)
    const to = legAxis(0.17, sx, 1)
    body.append(stretcher(from, to), undefined, [0.04 + sx * 0.03, 0.3 + sx * 0.21])
  }
  const [reach] = legAxis(0.17, 1, 1)
  body.append(stretcher([-reach, 0.17, 0], [reach, 0.17, 0]), undefined, [0.12, 0.05])

  drawToSize([body, tenons, wedges], { width: 0.36, height: 0.45, depth: 0.36 })
  const shade = { reach: 0.18, rays: 48, strength: 0.85 }
  bakeOcclusion([body], shade)
  bakeOcclusion([tenons, wedges], { ...shade, strength: 0 })
  // End grain drinks more oil than the seat around it.
  for (let i = 0; i < tenons.occlusion.length; i++) tenons.occlusion[i] = 0.72
  body.append(tenons)
  body.occlusion.push(...tenons.occlusion)
  return {
    sku: 'stool',
    parts: { body, wedges },
    looks: [
      { name: 'oak', surfaces: { body: oak(), wedges: walnut() } },
      { name: 'walnut', surfaces: { body: walnut(), wedges: oak() } },
      { name: 'black', surfaces: { body: blackOak(), wedges: oak() } },
    ],
  }
}

function seat(): Mesh {
  const flat = (radius: number) => HOLLOW + (RIM - HOLLOW) * Math.min(1, radius / (RADIUS - 0.016)) ** 2.2
  const edge = outline(
    [
      { x: 0, y: 0.41 },
      { x: 0.112, y: 0.41, fillet: 0.012 },
      { x: RADIUS - 0.002, y: 0.43, fillet: 0.007 },
      { x: RADIUS, y: RIM, fillet: 0.009 },
      { x: RADIUS - 0.018, y: flat(RADIUS - 0.018) },
    ],
    false,
    5,
  )
  const under = [0, 0.03, 0.06, 0.085].map((r) => new Vector2(r, 0.41))
  const hollow = [0.135, 0.12, 0.105, 0.09, 0.075, 0.06, 0.045, 0.03, 0.015, 0].map(
    (r) => new Vector2(r, flat(r)),
  )
  const profile = [...under, ...edge.slice(1), ...hollow]
  const turned = boardTexture(lathe(profile, 96), profile)
  turned.deform((p) => {
    const share = Math.max(0, Math.min(1, (p.y - 0.41) / 0.02))
    p.y += saddle(p.x, p.z) * share
  })
  return smoothNormals(turned)
}

/** Turned, fullest where the stretchers enter, slim at the foot and in the seat. */
function leg(sx: number, sz: number): Mesh {
  return bar(path(legAxis(0, sx, sz), legAxis(0.425, sx, sz)), {
    section: (t) => round(0.024 + 0.012 * Math.sin(Math.PI * Math.min(1, 0.12 + t * 0.83)) ** 1.4),
    up: new Vector3(sx, 0, -sz),
    rings: 16,
    corner: 5,
    ends: 0.003,
    endRings: 3,
  })
}

function stretcher(from: readonly [number, number, number], to: readonly [number, number, number]): Mesh {
  return bar(path(from, to), {
    section: (t) => round(0.014 + 0.007 * Math.sin(Math.PI * t)),
    rings: 16,
    corner: 4,
    ends: 0.001,
    endRings: 1,
  })
}

/** The leg's end, planed with the seat and a hair proud of it since the wood dried. */
function tenon(x: number, z: number): Mesh {
  const radius = 0.0128
  const disc = lathe(
    outline(
      [
        { x: radius, y: -0.006 },
        { x: radius, y: 0.0009, fillet: 0.0007 },
        { x: 0, y: 0.0009 },
      ],
      false,
      3,
    ),
    40,
  )
  disc.deform((p) => p.set(p.x + x, p.y + dish(p.x + x, p.z + z), p.z + z))
  // Pores seen end on are dots: the texture is squeezed along the grain.
  disc.mapTexture((p) => [p.x, p.z * 0.12])
  return smoothNormals(disc, 40)
}

/** Driven into the sawn slot across the seat's grain, so that it spreads the tenon and does not split the seat. */
function wedge(x: number, z: number): Mesh {
  const strip = new Mesh().grid(10, 4, (i, j) => {
    const along = (i / 10 - 0.5) * 2 * 0.0121
    const across = (0.5 - j / 4) * 2 * 0.0011
    const px = x + along
    const pz = z + across
    return { x: px, y: dish(px, pz) + 0.00115, z: pz, u: across, v: along }
  })
  return smoothNormals(strip)
}
