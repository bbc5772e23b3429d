import { Matrix4, Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { oak, walnut } from '../materials/timber'
import { drawToSize } from '../shape/draw-to-size'
import { gluedUp } from '../shape/glued-up'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'
import { SLAB_TILE, travertineSlab } from '../texture/travertine'

const HEIGHT = 0.36
const THICK = 0.042
const UNDER = HEIGHT - THICK
const AROUND = 128

/**
 * Where the legs stand (x, z) and how thick they are: three drums, the widest under the widest end.
 */
const LEGS = [
  { x: -0.285, z: 0.035, radius: 0.092 },
  { x: 0.245, z: -0.125, radius: 0.066 },
  { x: 0.26, z: 0.13, radius: 0.066 },
] as const

/** Outline of the top, a pebble: an egg, flattened a little, fuller at its left. */
function pebble(angle: number): Vector2 {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const power = 2 / 2.45
  const x = Math.sign(c) * Math.abs(c) ** power * 0.55
  const z = Math.sign(s) * Math.abs(s) ** power * 0.3025
  // Narrower to the right, and the back edge drawn in.
  const taper = 1 - 0.13 * (x / 0.55) - 0.05 * (x / 0.55) ** 2
  return new Vector2(x, z * taper + 0.012 * Math.cos(angle * 2 + 0.8))
}

/** Coffee table, 1.10 × 0.36 × 0.62 m: a pebble of a top on three drums. */
export default function coffeeTable(): ProductSource<'top' | 'legs'> {
  const top = pebbleTop()
  const legs = new Mesh()
  LEGS.forEach((leg, k) => {
    legs.append(
      drum(leg.radius).deform((p) => p.set(p.x + leg.x, p.y, p.z + leg.z)),
      undefined,
      [k * 0.17, k * 0.29],
    )
  })
  drawToSize([top, legs], { width: 1.1, height: HEIGHT, depth: 0.62 })
  bakeOcclusion([top, legs], { reach: 0.3, rays: 48, strength: 0.85 })
  const stone = travertineSlab()
  const honed: Surface = {
    name: 'Travertine, honed',
    roughness: 1,
    base: { image: stone.colour, tile: SLAB_TILE },
    normal: { image: stone.normal, tile: SLAB_TILE },
    packed: { image: stone.surface, tile: SLAB_TILE },
  }
  return {
    sku: 'coffee-table',
    parts: { top, legs },
    looks: [
      { name: 'travertine', surfaces: { top: honed, legs: honed } },
      { name: 'oak', surfaces: { top: oak(), legs: oak() } },
      { name: 'walnut', surfaces: { top: walnut(), legs: walnut() } },
    ],
  }
}

/** Flat above, rolled over its edge, chamfered below so that it looks thinner than it is. */
function pebbleTop(): Mesh {
  const profile = [
    ...[0.16, 0.11, 0.07].map((inset) => new Vector2(inset, UNDER)),
    ...outline(
      [
        { x: 0.055, y: UNDER },
        { x: 0.042, y: UNDER, fillet: 0.006 },
        { x: 0, y: UNDER + 0.021, fillet: 0.007 },
        { x: 0, y: HEIGHT, fillet: 0.012 },
        { x: 0.03, y: HEIGHT },
      ],
      false,
      6,
    ),
    ...[0.06, 0.1, 0.15].map((inset) => new Vector2(inset, HEIGHT)),
  ]
  const rim = Array.from({ length: AROUND }, (_, i) => pebble((i / AROUND) * Math.PI * 2))
  const ring = ({ x: inset, y }: Vector2, i: number) => {
    const here = rim[i % AROUND] as Vector2
    const after = rim[(i + 1) % AROUND] as Vector2
    const before = rim[(i + AROUND - 1) % AROUND] as Vector2
    const run = after.clone().sub(before).normalize()
    return { x: here.x - run.y * inset, y, z: here.y + run.x * inset }
  }
  const rows = profile.length + 1
  // Over the edge the texture runs on as far as the surface does, from above and from below to the middle.
  const run = [0]
  for (let j = 1; j < profile.length; j++) {
    const [a, b] = [profile[j - 1] as Vector2, profile[j] as Vector2]
    run.push((run[j - 1] as number) + a.distanceTo(b))
  }
  const total = run[run.length - 1] as number
  const mesh = new Mesh().grid(AROUND, rows, (i, j) => {
    const reversed = AROUND - i
    const within = j > 0 && j < rows
    if (!within) return { x: 0.02, y: j === 0 ? UNDER : HEIGHT, z: 0, u: 0, v: 0.02 }
    const s = run[j - 1] as number
    const texture = ring(new Vector2(s < total / 2 ? 0.16 - s : 0.15 - (total - s), 0), reversed % AROUND)
    return { ...ring(profile[j - 1] as Vector2, reversed % AROUND), u: texture.z, v: texture.x }
  })
  return smoothNormals(gluedUp(mesh, 'z', [-0.186, -0.062, 0.062, 0.186], SLAB_TILE))
}

/** A leg: a cylinder eased at the floor, a shadow gap where the top rests on it. */
function drum(radius: number): Mesh {
  const profile = outline(
    [
      { x: 0, y: 0 },
      { x: radius, y: 0, fillet: 0.005 },
      { x: radius, y: UNDER - 0.008, fillet: 0.003 },
      { x: radius - 0.012, y: UNDER - 0.008, fillet: 0.001 },
      { x: radius - 0.012, y: UNDER + 0.001 },
    ],
    false,
    4,
  )
  const tall = profile.flatMap((point, j) => {
    const next = profile[j + 1]
    if (!next || point.distanceTo(next) < 0.1) return [point]
    return [0, 0.1, 0.25, 0.45, 0.65, 0.82, 0.94].map((t) => point.clone().lerp(next, t))
  })
  // Turned so that the texture's seam lies behind.
  return new Mesh().append(lathe(tall, 72), new Matrix4().makeRotationY(Math.PI))
}
