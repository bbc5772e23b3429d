import { Matrix4, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { champagne, softTouch } from '../materials/cosmetic-case'
import { bar, path } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { type Plan, slab } from '../shape/slab'
import { onFront, wordmark } from '../shape/wordmark'
import { linear } from '../texture/image'

const APART = 0.026
const PLAN: Plan = { halfX: 0.0088, halfZ: 0.0088, corner: 0.0038 }
/** Height of the clear tube's shoulder and of the cap that stands on its head. */
const TUBE = 0.05
const CAP = 0.033
const SHADES = { 'low-tide': '#c98479', afterglow: '#cf5f55' } as const

/** Lip gloss: a thick-walled clear tube, its neck open; beside it, on its head, the cap with the stem and the doe-foot that lives in it. */
export default function lipGloss(): ProductSource<'clear' | 'gloss' | 'plastic' | 'metal'> {
  const left = new Matrix4().makeTranslation(-APART / 2, 0, 0.001)
  const right = new Matrix4().makeTranslation(APART / 2, 0, -0.001)
  const half = PLAN.halfX

  const clear = new Mesh().append(
    slab(
      outline(
        [
          { x: 0, y: 0.0004 },
          { x: half - 0.002, y: 0.0004, fillet: 0.0002 },
          { x: half - 0.0016, y: 0, fillet: 0.0003 },
          { x: half, y: 0, fillet: 0.0009 },
          { x: half, y: TUBE, fillet: 0.0011 },
          { x: 0.0056, y: TUBE, fillet: 0.0003 },
          { x: 0.0054, y: TUBE + 0.0004 },
        ],
        false,
        5,
      ),
      PLAN,
      14,
    ),
    left,
  )
  // The filling: a round well in a square block, a little air left under the neck.
  const gloss = new Mesh().append(
    lathe(
      outline(
        [
          { x: 0, y: 0.0052 },
          { x: 0.0066, y: 0.0052, fillet: 0.0022 },
          { x: 0.0066, y: TUBE - 0.0046, fillet: 0.0004 },
          { x: 0, y: TUBE - 0.005 },
        ],
        false,
        6,
      ),
      56,
    ),
    left,
  )
  gloss.append(doeFoot(CAP + 0.036), right)

  const plastic = new Mesh().append(neck(), left)
  plastic.append(
    slab(
      outline(
        [
          { x: 0, y: 0.0002 },
          { x: half - 0.0021, y: 0.0002, fillet: 0.0003 },
          { x: half - 0.0018, y: 0, fillet: 0.0003 },
          { x: half, y: 0, fillet: 0.0009 },
          { x: half, y: CAP, fillet: 0.0005 },
          { x: half - 0.001, y: CAP, fillet: 0.0003 },
          { x: half - 0.0012, y: CAP - 0.009 },
          { x: 0.0018, y: CAP - 0.009, fillet: 0.0004 },
          { x: 0.00145, y: CAP - 0.006, fillet: 0.001 },
          { x: 0.0012, y: CAP + 0.0355, fillet: 0.0002 },
          { x: 0, y: CAP + 0.036 },
        ],
        false,
        4,
      ),
      PLAN,
      14,
      50,
    ),
    right,
  )
  const metal = new Mesh().append(collar(), left)
  metal.append(
    wordmark(0.00125, (x, y) => {
      // Down the tube, read with the head to the right.
      const { point, normal } = onFront(-APART / 2, TUBE * 0.5, 0.001, PLAN.halfZ)(y, -x)
      return { point, normal }
    }),
  )
  const parts = { clear, gloss, plastic, metal }
  drawToSize(Object.values(parts), { width: 0.0436, height: 0.0792, depth: 0.0196 })
  bakeOcclusion([plastic, metal], { reach: 0.012, rays: 36, strength: 0.7, lift: 1e-4 }, [
    plastic,
    metal,
    clear,
  ])

  const body = softTouch('sand', '#bfae98')
  return {
    sku: 'lip-gloss',
    parts,
    looks: Object.entries(SHADES).map(([name, colour]) => ({
      name,
      surfaces: {
        clear: {
          name: 'PETG, clear',
          colour: [0.97, 0.975, 0.97] as const,
          roughness: 0.03,
          ior: 1.57,
          transmission: { factor: 0.96, thickness: 0.003 },
        },
        gloss: {
          name: `Gloss, ${name}`,
          colour: linear(colour),
          roughness: 0.12,
          clearcoat: { factor: 1, roughness: 0.03 },
        },
        plastic: body,
        metal: champagne(),
      },
    })),
    wear: {
      kind: 'makeup',
      shades: Object.fromEntries(
        Object.entries(SHADES).map(([name, colour]) => [
          name,
          { region: 'lips', colour, finish: 'gloss', opacity: 0.42 },
        ]),
      ),
    },
  }
}

/** The neck with two turns of thread, and the wiper's lip inside it. */
function neck(): Mesh {
  const mesh = lathe(
    outline(
      [
        { x: 0.0053, y: TUBE - 0.003 },
        { x: 0.0053, y: TUBE + 0.0076, fillet: 0.0003 },
        { x: 0.0036, y: TUBE + 0.0076, fillet: 0.0003 },
        { x: 0.0033, y: TUBE + 0.0068, fillet: 0.0004 },
        { x: 0.0017, y: TUBE + 0.0052 },
        { x: 0.0015, y: TUBE + 0.001 },
        { x: 0, y: TUBE + 0.0008 },
      ],
      false,
      4,
    ),
    48,
  )
  const turns = Array.from({ length: 50 }, (_, k): [number, number, number] => {
    const angle = (k / 24) * Math.PI * 2
    const reach = 0.0053 - 0.0003 * Math.max(0, 1 - Math.min(k, 49 - k) / 4)
    return [Math.sin(angle) * reach, TUBE + 0.0026 + (k / 24) * 0.0018, Math.cos(angle) * reach]
  })
  return mesh.append(
    bar(path(...turns), {
      section: () => ({ width: 0.0007, height: 0.0008, radius: 0.0003 }),
      rings: 72,
      corner: 1,
      ends: 0.0002,
      endRings: 1,
    }),
  )
}

/** The ring of metal between shoulder and thread. */
function collar(): Mesh {
  return lathe(
    outline(
      [
        { x: 0.0052, y: TUBE - 0.0002 },
        { x: 0.0062, y: TUBE - 0.0002 },
        { x: 0.0062, y: TUBE + 0.0012, fillet: 0.0003 },
        { x: 0.0052, y: TUBE + 0.0012 },
      ],
      false,
      3,
    ),
    56,
    0,
    45,
  )
}

/** The applicator: a flocked paddle, cut aslant, wet with gloss. */
function doeFoot(from: number): Mesh {
  return bar(path([0, from - 0.0012, 0], [0, from + 0.003, 0], [0, from + 0.0102, 0.0004]), {
    section: (t) => {
      const swell = 0.0011 + 0.00125 * Math.sin(Math.PI * Math.min(1, t * 1.04)) ** 0.8
      const flat = swell * (1 - (0.45 * Math.max(0, t - 0.25)) / 0.75)
      return { width: swell * 2, height: flat * 2, radius: Math.min(swell, flat) }
    },
    up: new Vector3(0, 0, 1),
    rings: 26,
    corner: 5,
    ends: 0.0004,
    endRings: 3,
  })
}
