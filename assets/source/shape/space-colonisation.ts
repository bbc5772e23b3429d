import { Vector3 } from 'three'

/** A joint of a growing skeleton. */
export interface Joint {
  readonly at: Vector3
  readonly parent: number
}

export interface ColonyOptions {
  /** Points of free light the tree grows towards; each is used up once a joint comes near. */
  readonly lights: readonly Vector3[]
  /** Metres grown a step, how far a joint sees, how near uses a light up. */
  readonly step: number
  readonly sight: number
  readonly kill: number
  /** Pull upwards, as a share of the pull of the light. */
  readonly rise: number
}

/**
 * Grows a skeleton from given joints by space colonisation (Runions et al., 2007): each light pulls the nearest joint, a joint grows
 * towards the mean of its lights. Parents come before children.
 */
export function colonise(
  start: readonly Joint[],
  { lights, step, sight, kill, rise }: ColonyOptions,
): Joint[] {
  const joints = [...start]
  const open = new Set(lights)
  for (let round = 0; round < 120 && open.size > 0; round++) {
    const pulls = new Map<number, Vector3>()
    for (const light of open) {
      let nearest = -1
      let best = sight
      joints.forEach(({ at }, i) => {
        const distance = at.distanceTo(light)
        if (distance < best) {
          best = distance
          nearest = i
        }
      })
      const from = joints[nearest]
      if (!from) continue
      const pull = light.clone().sub(from.at).normalize()
      pulls.set(nearest, (pulls.get(nearest) ?? new Vector3()).add(pull))
    }
    if (pulls.size === 0) break
    for (const [parent, pull] of pulls) {
      const from = joints[parent]
      if (!from) continue
      const way = pull.normalize()
      way.y += rise
      const at = from.at.clone().addScaledVector(way.normalize(), step)
      // Two lights in balance would grow the same joint for ever.
      if (joints.some((joint) => joint.at.distanceToSquared(at) < (step * 0.3) ** 2)) continue
      joints.push({ at, parent })
    }
    for (const light of open) {
      if (joints.some(({ at }) => at.distanceTo(light) < kill)) open.delete(light)
    }
  }
  return joints
}

/** Radius of each joint by the pipe model: a limb carries all the twigs above it. Metres. */
export function pipeRadii(joints: readonly Joint[], twig: number, power: number): number[] {
  const load = joints.map(() => 0)
  for (let i = joints.length - 1; i >= 0; i--) {
    if (load[i] === 0) load[i] = twig ** power
    const parent = joints[i]?.parent ?? -1
    if (parent >= 0) load[parent] = (load[parent] ?? 0) + (load[i] ?? 0)
  }
  return load.map((sum) => sum ** (1 / power))
}

/** Splits a skeleton into limbs, each from its fork to its tip along the thickest children; indices into the joints. */
export function limbs(joints: readonly Joint[], radii: readonly number[]): number[][] {
  const children = joints.map((): number[] => [])
  joints.forEach(({ parent }, i) => {
    children[parent]?.push(i)
  })
  const chains: number[][] = []
  const follow = (chain: number[], from: number) => {
    let here = from
    chain.push(here)
    while (true) {
      const next = [...(children[here] ?? [])].sort((a, b) => (radii[b] ?? 0) - (radii[a] ?? 0))
      const main = next[0]
      if (main === undefined) break
      for (const other of next.slice(1)) follow([here], other)
      chain.push(main)
      here = main
    }
    chains.push(chain)
  }
  follow([], 0)
  return chains
}
