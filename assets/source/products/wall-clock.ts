import { Matrix4, Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { blackenedSteel, brass } from '../materials/brushed-metal'
import { shellGlaze } from '../materials/pottery'
import { oak, walnut } from '../materials/timber'
import { bar, path } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { boardTexture, lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { clockDial, type DialInk } from '../texture/clock-dial'
import { linear } from '../texture/image'

const DIAL = { radius: 0.1272, height: 0.0205 }
/** Ten past ten, as clocks are photographed: degrees from twelve of each hand, the three agreeing. */
const TIME = { hour: 304.8, minute: 57.6, second: 216 }

/**
 * Wall clock, 0.30 × 0.30 × 0.04 m, back on the wall (z = 0): a case turned from one board, a printed dial, applied indices, steel or
 * brass hands under domed glass. Modelled lying on its back, then hung.
 */
export default function wallClock(): ProductSource<'case' | 'dial' | 'hands' | 'sweep' | 'glass'> {
  const profile = caseProfile()
  const hull = boardTexture(lathe(profile, 96), profile)
  const dial = lathe(
    [0, 0.05, 0.085, 0.104, 0.114, 0.12, 0.124, 0.1272].map((r) => new Vector2(r, DIAL.height)).reverse(),
    72,
  )
  face(dial)

  const hands = new Mesh()
  for (let hour = 0; hour < 12; hour++) {
    const beside = hour === 0 ? [-0.0031, 0.0031] : [0]
    for (const x of beside) hands.append(index(x, hour % 3 === 0 ? 0.0225 : 0.017), turn(hour * 30))
  }
  hands.append(hand(0.064, 0.0075, 0.0082, 0.0242), turn(TIME.hour))
  hands.append(hand(0.0985, 0.0075, 0.0062, 0.0264), turn(TIME.minute))
  hands.append(
    lathe(
      outline(
        [
          { x: 0.0052, y: DIAL.height },
          { x: 0.0052, y: 0.0278, fillet: 0.0004 },
          { x: 0, y: 0.0279 },
        ],
        false,
        3,
      ),
      32,
    ),
  )

  const sweep = new Mesh()
  sweep.append(sweepHand(), turn(TIME.second))

  const glass = lathe(
    spline(
      [
        [0.1318, 0.0338],
        [0.128, 0.0356],
        [0.105, 0.0378],
        [0.06, 0.0394],
        [0, 0.04],
      ],
      16,
    ).map((p, k, all) => (k === all.length - 1 ? p.setX(0) : p)),
    72,
  )

  const parts = { case: hull, dial, hands, sweep, glass }
  const all = Object.values(parts)
  const hang = new Matrix4().makeRotationX(Math.PI / 2)
  const hung = all.map((mesh) => new Mesh().append(mesh, hang))
  drawToSize(hung, { width: 0.3, height: 0.3, depth: 0.04 }, 'back')
  const [h, d, n, s, g] = hung as [Mesh, Mesh, Mesh, Mesh, Mesh]
  bakeOcclusion([h, n, s], { reach: 0.028, rays: 48, strength: 0.8 }, [h, n, s])
  // Hands are thinner than the dial's vertices lie apart: only the case shades it.
  bakeOcclusion([d], { reach: 0.022, rays: 64, strength: 0.85 }, [h])

  const look = (name: string, body: Surface, ink: DialInk, metal: Surface, second: string) => ({
    name,
    surfaces: {
      case: body,
      dial: {
        name: `Dial, ${ink.name}`,
        roughness: 0.62,
        base: { image: clockDial(ink, DIAL.radius), tile: [DIAL.radius * 2, DIAL.radius * 2] as const },
      },
      hands: metal,
      sweep: { name: `Lacquer, ${name}`, colour: linear(second), roughness: 0.4 },
      glass: {
        name: 'Glass, domed',
        colour: [0.985, 0.99, 0.985] as const,
        roughness: 0.02,
        transmission: { factor: 1 },
      },
    },
  })
  return {
    sku: 'wall-clock',
    parts: { case: h, dial: d, hands: n, sweep: s, glass: g },
    looks: [
      look('oak', oak(), { name: 'chalk', ground: '#f3efe5', ink: '#2f2d2a' }, blackenedSteel(), '#a4512f'),
      look('walnut', walnut(), { name: 'ink', ground: '#2d363e', ink: '#d8cfbd' }, brass(), '#d8cfbd'),
      look('shell', shellGlaze(), { name: 'sand', ground: '#cdbfa6', ink: '#4a3d30' }, brass(), '#874e39'),
    ],
  }
}

/** x = radius, y = off the wall: a hollow back, a full belly, a front lip that carries the glass, the seat of the dial. */
function caseProfile(): Vector2[] {
  return outline(
    [
      { x: 0, y: 0.003 },
      { x: 0.124, y: 0.003 },
      { x: 0.126, y: 0, fillet: 0.001 },
      { x: 0.141, y: 0, fillet: 0.006 },
      { x: 0.1502, y: 0.018, fillet: 0.016 },
      { x: 0.1435, y: 0.0365, fillet: 0.007 },
      { x: 0.1338, y: 0.0365, fillet: 0.0012 },
      { x: 0.1318, y: 0.0338, fillet: 0.0006 },
      { x: 0.1302, y: 0.0335, fillet: 0.0006 },
      { x: 0.1262, y: DIAL.height - 0.0005 },
      { x: 0, y: DIAL.height - 0.0008 },
    ],
    false,
    7,
  )
}

/** Lays the dial's print over it: image up is twelve. */
function face(dial: Mesh): void {
  dial.mapTexture((p) => [p.x + DIAL.radius, p.z + DIAL.radius])
}

/** Turns what points to twelve to an angle in degrees, clockwise. */
function turn(degrees: number): Matrix4 {
  return new Matrix4().makeRotationY((-degrees * Math.PI) / 180)
}

/** An applied index: a bar with a planed top, pinned to the dial. */
function index(x: number, length: number): Mesh {
  const outer = 0.1105
  return bar(path([x, DIAL.height + 0.0007, -(outer - length)], [x, DIAL.height + 0.0007, -outer]), {
    section: () => ({ width: 0.0036, height: 0.0022, radius: 0.0006 }),
    rings: 2,
    corner: 2,
    ends: 0.0005,
    endRings: 2,
  })
}

/** A hand: a long leaf, widest a third of the way out, with a short tail. Metres. */
function hand(length: number, tail: number, width: number, height: number): Mesh {
  return bar(path([0, height, tail], [0, height, -length]), {
    section: (t) => {
      const out = t * (length + tail) - tail
      const taper =
        out < 0
          ? 0.62
          : out < length * 0.36
            ? 0.62 + 0.38 * (out / (length * 0.36))
            : 1 - 0.72 * ((out - length * 0.36) / (length * 0.64))
      return { width: width * taper, height: 0.0013, radius: 0.0005 }
    },
    rings: 20,
    corner: 2,
    ends: 0.0004,
    endRings: 2,
  })
}

/** The second hand: a needle with a disc to balance it. */
function sweepHand(): Mesh {
  const y = 0.0292
  const sweep = bar(path([0, y, 0.03], [0, y, -0.1075]), {
    section: (t) => ({ width: 0.0019 - 0.0009 * t, height: 0.0009, radius: 0.0004 }),
    rings: 6,
    corner: 2,
    ends: 0.0003,
    endRings: 1,
  })
  const disc = (radius: number, low: number, high: number) =>
    lathe(
      outline(
        [
          { x: 0, y: low },
          { x: radius, y: low, fillet: 0.0003 },
          { x: radius, y: high, fillet: 0.0004 },
          { x: 0, y: high },
        ],
        false,
        3,
      ),
      32,
    )
  sweep.append(disc(0.0056, y - 0.0005, y + 0.0006), new Matrix4().makeTranslation(0, 0, 0.03))
  sweep.append(disc(0.0042, y - 0.0006, y + 0.0016))
  return sweep
}
