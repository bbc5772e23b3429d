import { Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { basaltGlaze, shellGlaze, terracotta } from '../materials/pottery'
import { pumice } from '../materials/potting'
import { drawToSize } from '../shape/draw-to-size'
import { growToSize } from '../shape/grow-to-size'
import { lathe } from '../shape/lathe'
import { limb } from '../shape/limb'
import { at, Mesh } from '../shape/mesh'
import { LEAF_SLOT, narrowLeaf } from '../shape/narrow-leaf'
import { bakeOcclusion } from '../shape/occlusion'
import { pot } from '../shape/pot'
import { spline } from '../shape/profile'
import { colonise, type Joint, limbs, pipeRadii } from '../shape/space-colonisation'
import { shadeStones, topDressing } from '../shape/top-dressing'
import { fractalNoise, random, smoothstep } from '../texture/noise'
import { BARK_TILE, OLIVE_SLOTS, oliveBark, oliveLeaves } from '../texture/olive'

const SOIL = 0.262
const CROWN = new Vector3(0, 1.09, 0)
const LEAVES = 1300
/** Joints of the stem and of each of its two forks. */
const OLD = 8
const FORK = 3

/**
 * Olive tree, 0.75 × 1.45 × 0.75 m: an old stem that leans and turns back, limbs grown towards the light, paired leaves silver below,
 * a few fruits, in a collared pot dressed with pumice.
 */
export default function oliveTree(): ProductSource<'pot' | 'soil' | 'wood' | 'leaves'> {
  const vessel = pot({
    from: 0,
    to: 0.3,
    foot: 0.118,
    belly: 0.146,
    rim: 0.178,
    wall: 0.013,
    collar: { height: 0.058, out: 0.011 },
    depth: 0.06,
  })
  const soil = topDressing({ radius: 0.154, height: SOIL, count: 170, grain: [0.004, 0.0115], seed: 2721 })

  const joints = colonise(stem(), { lights: lights(), step: 0.028, sight: 0.3, kill: 0.052, rise: 0.12 })
  const radii = pipeRadii(joints, 0.0013, 2.25).map((radius, i) => {
    const height = joints[i]?.at.y ?? 0
    // The stem is older than its crown: thicker than the twigs it carries would make it. Its foot flares into the soil.
    const age = i < OLD ? 0.029 - 0.009 * smoothstep(SOIL, 0.72, height) : i < OLD + FORK * 2 ? 0.0125 : 0
    return Math.max(age, Math.min(0.016, radius)) * (1 + 0.7 * Math.exp(-(height - SOIL) / 0.032))
  })
  const wood = new Mesh()
  const knots = fractalNoise(2722, 4, 3, 3)
  for (const chain of limbs(joints, radii)) {
    const points = chain.map((i) => joints[i]?.at ?? new Vector3())
    const thick = chain.map((i, k) => at(radii, k === 0 && chain.length > 1 ? (chain[1] ?? i) : i))
    const old = Math.max(...thick) > 0.02
    const sides = old ? 22 : Math.max(...thick) > 0.006 ? 8 : 4
    wood.append(
      limb({
        joints: points,
        radii: [...thick.slice(0, -1), at(thick, thick.length - 1) * 0.6],
        sides,
        fineness: old ? 5 : 1,
        ...(old ? { gnarl: { field: knots, depth: 0.3 } } : {}),
      }),
      undefined,
      [points.length * 0.031, (points[0]?.x ?? 0) * 2],
    )
  }

  const leaves = foliage(joints, radii)
  growToSize([wood, leaves], { width: 0.75, depth: 0.75, top: 1.45, from: SOIL })
  drawToSize([vessel, soil, wood, leaves], { width: 0.75, height: 1.45, depth: 0.75 })
  bakeOcclusion([vessel, soil, wood, leaves], { reach: 0.14, rays: 32, strength: 0.62 })
  shadeStones(soil, 0.4, 2728)
  puff(leaves)

  const bark = oliveBark()
  const leafTile = [LEAF_SLOT[0] * OLIVE_SLOTS.all, LEAF_SLOT[1]] as const
  const leaf: Surface = {
    name: 'Olive leaf',
    roughness: 0.52,
    base: { image: oliveLeaves(), tile: leafTile },
  }
  const stemSurface: Surface = {
    name: 'Olive bark',
    roughness: 1,
    base: { image: bark.colour, tile: BARK_TILE },
    normal: { image: bark.normal, tile: BARK_TILE },
    packed: { image: bark.surface, tile: BARK_TILE },
  }
  const look = (name: string, clay: Surface) => ({
    name,
    surfaces: { pot: clay, soil: pumice(), wood: stemSurface, leaves: leaf },
  })
  return {
    sku: 'olive-tree',
    parts: { pot: vessel, soil, wood, leaves },
    looks: [look('terracotta', terracotta()), look('shell', shellGlaze()), look('basalt', basaltGlaze())],
  }
}

/** The stem: it leans, turns back, and forks in two. */
function stem(): Joint[] {
  const trunk = [
    [0.012, SOIL - 0.02, 0.004],
    [0.008, 0.305, 0.004],
    [-0.016, 0.372, 0.014],
    [-0.036, 0.445, 0.002],
    [-0.03, 0.515, -0.018],
    [-0.004, 0.585, -0.026],
    [0.018, 0.65, -0.012],
    [0.012, 0.71, 0.006],
  ] as const
  const left = [
    [-0.022, 0.765, 0.016],
    [-0.062, 0.82, 0.022],
    [-0.092, 0.88, 0.016],
  ] as const
  const right = [
    [0.04, 0.765, -0.012],
    [0.066, 0.825, -0.036],
    [0.082, 0.89, -0.046],
  ] as const
  const joints: Joint[] = trunk.map(([x, y, z], i) => ({ at: new Vector3(x, y, z), parent: i - 1 }))
  for (const fork of [left, right]) {
    fork.forEach(([x, y, z], i) => {
      joints.push({ at: new Vector3(x, y, z), parent: i === 0 ? trunk.length - 1 : joints.length - 1 })
    })
  }
  return joints
}

/** Free light in the crown: a rounded cloud, open below and uneven, as a pruned olive's is. */
function lights(): Vector3[] {
  const next = random(2723)
  const clumps = fractalNoise(2724, 3, 3, 2)
  const found: Vector3[] = []
  while (found.length < 340) {
    const p = new Vector3(next() * 2 - 1, next() * 2 - 1, next() * 2 - 1)
    const reach = p.length()
    if (reach > 1 || reach < 0.22) continue
    const turn = Math.atan2(p.x, p.z) / (Math.PI * 2)
    if (clumps(turn, p.y * 0.5 + 0.5) < -0.42) continue
    found.push(new Vector3(p.x * 0.345, p.y * 0.34, p.z * 0.345).add(CROWN))
  }
  return found
}

/** Leaves in pairs, each pair square to the last, along every twig; fruits where two leaves meet. */
function foliage(joints: readonly Joint[], radii: readonly number[]): Mesh {
  const next = random(2725)
  const tips = new Set(joints.map((_, i) => i))
  for (const { parent } of joints) tips.delete(parent)
  const twigs = joints.flatMap(({ at: to, parent }, i) => {
    const from = joints[parent]
    return from && at(radii, i) < 0.0042 && to.y > 0.74 ? [{ from: from.at, to, tip: tips.has(i) }] : []
  })
  const pairs = twigs.reduce((sum, { tip }) => sum + (tip ? 3 : 2), 0)
  const keep = LEAVES / (pairs * 2)
  const leaves = new Mesh()
  twigs.forEach(({ from, to, tip }, n) => {
    const along = to.clone().sub(from).normalize()
    const square = new Vector3(0, 1, 0).cross(along).normalize()
    const count = tip ? 3 : 2
    for (let k = 0; k < count; k++) {
      const root = from.clone().lerp(to, (k + 0.5) / 2)
      if (tip && k === 2) root.copy(to)
      const turn = (n + k) * (Math.PI / 2) + next() * 0.7
      for (const side of [0, Math.PI]) {
        if (next() > keep && !tip) continue
        const away = square.clone().applyAxisAngle(along, turn + side)
        const open = tip && k === 2 ? 0.35 : 0.75 + next() * 0.45
        const ahead = along.clone().multiplyScalar(Math.cos(open)).addScaledVector(away, Math.sin(open))
        ahead.y += 0.12
        ahead.normalize()
        // A leaf turns its upper face to the light, but not all the way.
        const face = new Vector3((next() - 0.5) * 0.7, 1, (next() - 0.5) * 0.7).lerp(along, 0.35)
        face.addScaledVector(ahead, -face.dot(ahead)).normalize()
        const young = tip && k === 2
        leaves.append(
          narrowLeaf({
            root,
            along: ahead,
            face,
            length: (young ? 0.034 : 0.046) + next() * 0.024,
            width: (young ? 0.0084 : 0.0112) + next() * 0.0036,
            curl: (next() - 0.25) * 0.7,
            fold: 0.25 + next() * 0.3,
            slots: [
              young ? 0 : 1 + Math.floor(next() * (OLIVE_SLOTS.upper - 1)),
              OLIVE_SLOTS.upper + Math.floor(next() * OLIVE_SLOTS.lower),
            ],
          }),
        )
      }
      if (next() < 0.025 && !tip) leaves.append(fruit(root.clone().add(new Vector3(0, -0.012, 0)), next()))
    }
  })
  return leaves
}

/** An olive, hanging; `ripe` 0..1 shifts it along the fruit's colours. */
function fruit(centre: Vector3, ripe: number): Mesh {
  const profile = spline(
    [
      [0, -0.0092],
      [0.0042, -0.0066],
      [0.0058, 0],
      [0.0044, 0.0062],
      [0, 0.0088],
    ],
    6,
  )
  return lathe(profile, 8)
    .mapTexture((p) => [
      (OLIVE_SLOTS.fruit + 0.5) * LEAF_SLOT[0],
      (0.1 + ripe * 0.6 + p.y * 12) * LEAF_SLOT[1],
    ])
    .deform((p) => p.add(centre))
}

/** Leans the leaves' normals out of the crown: a crown is lit as one round thing, and leaves lose the look of cards. */
function puff({ positions, normals }: Mesh): void {
  const [normal, out] = [new Vector3(), new Vector3()]
  for (let i = 0; i < positions.length; i += 3) {
    normal.fromArray(normals, i)
    out.fromArray(positions, i).sub(CROWN).normalize()
    out.y += 0.3
    normal.addScaledVector(out, 0.45).normalize().toArray(normals, i)
  }
}
