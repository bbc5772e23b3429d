import { Matrix4, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { once } from '../materials/once'
import { ash, blackAsh, walnut } from '../materials/timber'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { envelopeSeat } from '../shape/envelope-seat'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { linear } from '../texture/image'
import { CORD_TILE, paperCord } from '../texture/paper-cord'

const MIRROR = new Matrix4().makeScale(-1, 1, 1)
const SIDE = new Vector3(1, 0, 0)
const SEAT = 0.435
type Point = readonly [number, number, number]

/** Axes of the legs, right side. */
const FRONT: readonly [Point, Point] = [
  [0.229, 0, 0.226],
  [0.212, 0.458, 0.203],
]
const REAR: readonly Point[] = [
  [0.196, 0, -0.243],
  [0.186, 0.2, -0.213],
  [0.18, 0.4, -0.196],
  [0.184, 0.55, -0.208],
  [0.192, 0.68, -0.236],
  [0.198, 0.78, -0.262],
]
/** The front leg's axis at a height. */
const frontAt = (y: number): Point => [0.229 - 0.017 * (y / 0.458), y, 0.226 - 0.023 * (y / 0.458)]

/**
 * Dining chair, 0.50 × 0.79 × 0.52 m. Turned legs, a back rest bent from one board and screwed and plugged to the posts, an envelope
 * seat of paper cord.
 */
export default function diningChair(): ProductSource<'frame' | 'seat'> {
  const frame = new Mesh()
  const pair = (part: Mesh, shift: number) => {
    frame.append(part, undefined, [shift, shift * 1.7])
    frame.append(part, MIRROR, [shift + 0.11, shift * 1.3 + 0.4])
  }
  pair(
    bar(path(...FRONT), {
      section: (t) => round(0.025 + 0.011 * Math.sin(Math.PI * Math.min(0.82, 0.1 + t * 0.62))),
      up: SIDE,
      rings: 14,
      corner: 5,
      ends: 0.005,
      endRings: 4,
    }),
    0.02,
  )
  pair(
    bar(path(...REAR), {
      section: (t) => round(0.022 + 0.013 * Math.exp(-(((t - 0.52) / 0.3) ** 2))),
      up: SIDE,
      rings: 26,
      corner: 5,
      ends: 0.005,
      endRings: 4,
    }),
    0.05,
  )
  // Stretchers: two a side at different heights, so that their tenons do not meet, one in front and one behind.
  pair(stretcher(frontAt(0.2), [0.186, 0.2, -0.213]), 0.07)
  pair(stretcher(frontAt(0.29), [0.183, 0.29, -0.204]), 0.13)
  const [fx, , fz] = frontAt(0.255)
  frame.append(stretcher([-fx, 0.255, fz], [fx, 0.255, fz]), undefined, [0.03, 0.6])
  frame.append(stretcher([-0.185, 0.245, -0.208], [0.185, 0.245, -0.208]), undefined, [0.09, 0.2])
  frame.append(backRest())

  const seat = envelopeSeat({
    corners: [
      [-0.212, 0.204],
      [0.212, 0.204],
      [0.181, -0.196],
      [-0.181, -0.196],
    ],
    height: SEAT,
    rail: 0.0135,
    sag: 0.01,
  })
  const plugs = new Mesh()
  for (const x of [1, -1]) for (const y of [-0.021, 0.021]) plugs.append(plug(x, y), undefined, [x * 0.05, y])

  drawToSize([frame, seat, plugs], { width: 0.5, height: 0.79, depth: 0.52 })
  const shade = { reach: 0.2, rays: 40, strength: 0.85 }
  bakeOcclusion([frame, seat], shade)
  bakeOcclusion([plugs], { ...shade, strength: 0 })
  for (let i = 0; i < plugs.occlusion.length; i++) plugs.occlusion[i] = 0.66
  frame.append(plugs)
  frame.occlusion.push(...plugs.occlusion)
  return {
    sku: 'dining-chair',
    parts: { frame, seat },
    looks: [
      { name: 'ash', surfaces: { frame: ash(), seat: cord('Paper cord, natural', '#bda88a') } },
      { name: 'walnut', surfaces: { frame: walnut(), seat: cord('Paper cord, natural', '#bda88a') } },
      { name: 'black', surfaces: { frame: blackAsh(), seat: cord('Paper cord, black', '#2b2927') } },
    ],
  }
}

const woven = once(paperCord)
function cord(name: string, dye: string): Surface {
  const [r, g, b] = linear(dye)
  // The texture averages 0.68 linear; lift the dye so that the seat shows the colour asked for.
  const lift = (c: number) => Math.min(1, c / 0.68)
  return {
    name,
    colour: [lift(r), lift(g), lift(b)],
    roughness: 1,
    base: { image: woven().colour, tile: CORD_TILE },
    normal: { image: woven().normal, tile: CORD_TILE },
    packed: { image: woven().surface, tile: CORD_TILE },
  }
}

function stretcher(from: Point, to: Point): Mesh {
  return bar(path(from, to), {
    section: (t) => round(0.013 + 0.006 * Math.sin(Math.PI * t)),
    rings: 14,
    corner: 4,
    ends: 0.001,
    endRings: 1,
  })
}

/** Front face of the back rest's bow at x: z of the board's middle. */
const bow = (x: number) => -0.251 + 0.72 * x * x

/** A board steamed to a shallow bow, high in the middle, its ends rounded. */
function backRest(): Mesh {
  const points = Array.from({ length: 11 }, (_, k): Point => {
    const x = -0.246 + (k / 10) * 0.492
    return [x, 0.7, bow(x)]
  })
  return bar(path(...points), {
    section: (t) => {
      const end = Math.min(t, 1 - t) / 0.5
      // A quarter circle at the ends, a slow swell to the middle.
      const cap = Math.sqrt(Math.max(0.02, 1 - Math.max(0, 1 - end / 0.13) ** 2))
      return {
        width: 0.0145,
        height: (0.082 + 0.03 * Math.sin((end * Math.PI) / 2) ** 2) * cap,
        radius: 0.0062,
      }
    },
    up: new Vector3(0, 0.966, -0.26),
    rings: 44,
    corner: 4,
    ends: 0.004,
    endRings: 3,
  })
}

/** Covers a screw: a disc of end grain. */
function plug(side: number, y: number): Mesh {
  const disc = lathe(
    outline(
      [
        { x: 0.0048, y: -0.003 },
        { x: 0.0048, y: 0.0007, fillet: 0.0005 },
        { x: 0, y: 0.0007 },
      ],
      false,
      3,
    ),
    28,
  ).mapTexture((p) => [p.x, p.z * 0.12])
  const x = side * 0.1935
  const slope = 2 * 0.72 * x
  const normal = new Vector3(-slope, 0.26, 0.966).normalize()
  const turn = new Matrix4().lookAt(normal, new Vector3(), new Vector3(0, 1, 0))
  const at = new Vector3(x, 0.7 + y, bow(x) - y * 0.27).addScaledVector(normal, 0.0072)
  return new Mesh().append(disc, turn.multiply(new Matrix4().makeRotationX(Math.PI / 2)).setPosition(at))
}
