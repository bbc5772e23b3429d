import { Matrix4, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { brass } from '../materials/brushed-metal'
import { powderCoated, textileCable, turned } from '../materials/lamp-fittings'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { glow } from '../texture/glow'
import { linear } from '../texture/image'

/** Radius of the rim and of the wire rolled into it, metres. */
const RIM = 0.2245
const WIRE = 0.0038
const BOTTOM = -1.1
/** Thickness of the sheet. */
const SHEET = 0.0012

/**
 * Pendant lamp, 0.45 × 1.10 × 0.45 m, hung from y = 0: a spun dome with its edge rolled over a wire, an opal ring that lets light out
 * under the cap, a frosted globe bulb, a textile cable, a turned ceiling rose.
 */
export default function pendantLamp(): ProductSource<'dome' | 'inside' | 'fittings' | 'light' | 'cable'> {
  const crown = spline(
    [
      [RIM - WIRE * 0.4, BOTTOM + WIRE * 2],
      [0.2215, -1.066],
      [0.2115, -1.025],
      [0.1915, -0.98],
      [0.158, -0.938],
      [0.114, -0.9085],
      [0.072, -0.8945],
      [0.046, -0.889],
    ],
    44,
  )
  const roll = Array.from({ length: 15 }, (_, k) => {
    const angle = Math.PI * (1.02 - (k / 14) * -1.46)
    return new Vector2(RIM - WIRE + Math.cos(angle) * WIRE, BOTTOM + WIRE + Math.sin(angle) * WIRE)
  })
  const collar = outline(
    [
      { x: 0.046, y: -0.889 },
      { x: 0.0405, y: -0.887, fillet: 0.003 },
      { x: 0.0395, y: -0.8815, fillet: 0.0008 },
      { x: 0.033, y: -0.8812 },
    ],
    false,
    4,
  )
  const dome = lathe([...roll, ...crown.slice(1), ...collar.slice(1)], 96, 0.2)

  const lining = [...crown].reverse().map((p) => new Vector2(Math.max(0, p.x - SHEET), p.y - SHEET * 0.6))
  const inner = [
    new Vector2(0, -0.8925),
    new Vector2(0.02, -0.8925),
    ...lining,
    new Vector2(RIM - WIRE * 1.7, BOTTOM + WIRE * 1.5),
  ]
  const inside = lathe(inner, 96, 0.2)
  const depth = inner.reduce(
    (sum, p, j) => sum + (j === 0 ? 0 : p.distanceTo(inner[j - 1] ?? new Vector2())),
    0,
  )

  const fittings = new Mesh()
  fittings.append(lathe(cap(), 56, 0.03))
  fittings.append(lathe(socket(), 40, 0.02))
  fittings.append(lathe(rose(), 72, 0.05))
  for (const side of [-1, 1]) {
    fittings.append(grubScrew(), new Matrix4().makeTranslation(side * 0.034, -0.0288, 0))
  }

  const light = new Mesh()
  light.append(lathe(globe(), 48))
  light.append(lathe([new Vector2(0.0335, -0.8825), new Vector2(0.0335, -0.866)], 56))
  const cable = bar(path([0, -0.844, 0], [0, -0.03, 0]), {
    section: () => round(0.006),
    up: new Vector3(0, 0, 1),
    rings: 12,
    corner: 2,
    ends: 0,
    endRings: 0,
    caps: false,
  })

  drawToSize([dome, inside, fittings, light, cable], { width: 0.45, height: 1.1, depth: 0.45 }, 'top')
  bakeOcclusion([dome, fittings, cable], { reach: 0.05, rays: 40, strength: 0.8 }, [dome, fittings])

  // The bulb hangs low in the dome: the lining is brightest beside it and falls off to the rim.
  const wash = glow('dome-glow', (v) => 0.3 + 0.7 * Math.exp(-(((v - 0.5) / 0.3) ** 2)))
  const tile = [1, depth] as const
  const white = {
    name: 'Powder coat, white, lit',
    colour: linear('#b9b3a8'),
    roughness: 0.55,
    emissive: { colour: linear('#e6d3ae'), texture: { image: wash, tile } },
  }
  const gilded = {
    ...turned(brass()),
    name: 'Brass, spun, lit',
    emissive: { colour: linear('#c08a3c'), texture: { image: wash, tile } },
  }
  const bulb = {
    name: 'Opal glass, lit',
    colour: linear('#a99f90'),
    roughness: 0.3,
    emissive: { colour: [0.86, 0.75, 0.57] as const },
    clearcoat: { factor: 1, roughness: 0.06 },
  }
  const look = (name: string, paint: string, lining: Surface, cord: string) => ({
    name,
    surfaces: {
      dome: powderCoated(`Powder coat, ${name}`, paint),
      inside: lining,
      fittings: turned(brass()),
      light: bulb,
      cable: textileCable(`Cable, textile, ${name}`, cord),
    },
  })
  return {
    sku: 'pendant-lamp',
    parts: { dome, inside, fittings, light, cable },
    looks: [
      look('ink', '#2f3942', gilded, '#2b2a29'),
      look('stone', '#d9d2c3', white, '#b3a68f'),
      look('rust', '#7c5142', white, '#5a4436'),
    ],
  }
}

/** Cap over the opal ring: a turned disc that keeps the light down, a strain relief for the cable. */
function cap(): Vector2[] {
  return outline(
    [
      { x: 0, y: -0.8665 },
      { x: 0.0435, y: -0.8665, fillet: 0.0009 },
      { x: 0.0435, y: -0.8625, fillet: 0.0012 },
      { x: 0.019, y: -0.8575, fillet: 0.009 },
      { x: 0.0115, y: -0.852, fillet: 0.004 },
      { x: 0.0105, y: -0.836, fillet: 0.0012 },
      { x: 0.0068, y: -0.836, fillet: 0.0006 },
      { x: 0.0062, y: -0.8225, fillet: 0.0012 },
      { x: 0.003, y: -0.822 },
    ],
    false,
    5,
  )
}

function socket(): Vector2[] {
  return outline(
    [
      { x: 0.013, y: -0.962 },
      { x: 0.0195, y: -0.962, fillet: 0.0015 },
      { x: 0.0195, y: -0.931, fillet: 0.001 },
      { x: 0.022, y: -0.929, fillet: 0.001 },
      { x: 0.0225, y: -0.8915 },
    ],
    false,
    4,
  )
}

/** Ceiling rose: a shallow turned bowl, its cable gland below. */
function rose(): Vector2[] {
  return outline(
    [
      { x: 0.003, y: -0.046 },
      { x: 0.0065, y: -0.0458, fillet: 0.0012 },
      { x: 0.0075, y: -0.034, fillet: 0.003 },
      { x: 0.026, y: -0.0295, fillet: 0.012 },
      { x: 0.0515, y: -0.0265, fillet: 0.011 },
      { x: 0.055, y: -0.0015, fillet: 0.0008 },
      { x: 0.0535, y: 0, fillet: 0.0005 },
      { x: 0, y: 0 },
    ],
    false,
    6,
  )
}

/** Head of a slotted screw seen from below. */
function grubScrew(): Mesh {
  return lathe(
    outline(
      [
        { x: 0, y: -0.0022 },
        { x: 0.0026, y: -0.0018, fillet: 0.001 },
        { x: 0.0028, y: 0.002 },
      ],
      false,
      3,
    ),
    16,
  )
}

/** A frosted globe bulb, 95 mm. */
function globe(): Vector2[] {
  const ball = Array.from({ length: 25 }, (_, k) => {
    const angle = -Math.PI / 2 + (k / 24) * (Math.PI - 0.5)
    return new Vector2(Math.max(0, Math.cos(angle)) * 0.0475, -1.024 + Math.sin(angle) * 0.0475)
  })
  return [...ball, new Vector2(0.0165, -0.972), new Vector2(0.0142, -0.961)]
}
