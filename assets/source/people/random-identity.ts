import type { Identity } from './identity'

/** Opposite pairs of targets and how far adults vary along them (one standard deviation). */
const VARIES: readonly (readonly [string, string, number])[] = [
  ['head/head-scale-horiz-less', 'head/head-scale-horiz-more', 0.35],
  ['head/head-scale-vert-less', 'head/head-scale-vert-more', 0.35],
  ['head/head-scale-depth-less', 'head/head-scale-depth-more', 0.35],
  ['head/head-back-scale-depth-less', 'head/head-back-scale-depth-more', 0.35],
  ['head/head-skinny', 'head/head-fat', 0.3],
  ['forehead/forehead-scale-vert-less', 'forehead/forehead-scale-vert-more', 0.3],
  ['forehead/forehead-temple-in', 'forehead/forehead-temple-out', 0.3],
  ['forehead/forehead-nubian-less', 'forehead/forehead-nubian-more', 0.25],
  ['chin/chin-width-min', 'chin/chin-width-max', 0.4],
  ['chin/chin-height-min', 'chin/chin-height-max', 0.35],
  ['chin/chin-prominent-less', 'chin/chin-prominent-more', 0.35],
  ['chin/chin-prognathism-less', 'chin/chin-prognathism-more', 0.25],
  ['chin/chin-bones-in', 'chin/chin-bones-out', 0.4],
  ['chin/chin-jaw-drop-less', 'chin/chin-jaw-drop-more', 0.3],
  ['cheek/cheek-bones-in', 'cheek/cheek-bones-out', 0.4],
  ['cheek/cheek-volume-deflate', 'cheek/cheek-volume-inflate', 0.35],
  ['eyes/eye-size-small', 'eyes/eye-size-big', 0.3],
  ['eyes/eye-move-in', 'eyes/eye-move-out', 0.4],
  ['eyes/eye-move-down', 'eyes/eye-move-up', 0.25],
  ['eyes/eye-corner1-down', 'eyes/eye-corner1-up', 0.35],
  ['eyes/eye-corner2-down', 'eyes/eye-corner2-up', 0.35],
  ['eyes/eye-push1-in', 'eyes/eye-push1-out', 0.3],
  ['eyes/eye-push2-in', 'eyes/eye-push2-out', 0.3],
  ['eyebrows/eyebrows-trans-vert-less', 'eyebrows/eyebrows-trans-vert-more', 0.3],
  ['eyebrows/eyebrows-trans-depth-less', 'eyebrows/eyebrows-trans-depth-more', 0.3],
  ['ears/ear-size-small', 'ears/ear-size-big', 0.35],
  ['ears/ear-height-min', 'ears/ear-height-max', 0.35],
  ['ears/ear-lobe-min', 'ears/ear-lobe-max', 0.4],
  ['ears/ear-trans-vert-down', 'ears/ear-trans-vert-up', 0.3],
  ['ears/ear-trans-depth-backward', 'ears/ear-trans-depth-forward', 0.3],
  ['ears/ear-wing-in', 'ears/ear-wing-out', 0.3],
  ['ears/ear-rot-backward', 'ears/ear-rot-forward', 0.3],
  ['nose/nose-scale-vert-decr', 'nose/nose-scale-vert-incr', 0.35],
  ['nose/nose-scale-horiz-decr', 'nose/nose-scale-horiz-incr', 0.3],
  ['nose/nose-scale-depth-decr', 'nose/nose-scale-depth-incr', 0.35],
  ['nose/nose-width1-min', 'nose/nose-width1-max', 0.35],
  ['nose/nose-width2-min', 'nose/nose-width2-max', 0.35],
  ['nose/nose-width3-min', 'nose/nose-width3-max', 0.35],
  ['nose/nose-hump-lesshump', 'nose/nose-hump-morehump', 0.3],
  ['nose/nose-point-down', 'nose/nose-point-up', 0.35],
  ['nose/nose-greek-lessgreek', 'nose/nose-greek-moregreek', 0.3],
  ['nose/nose-volume-point', 'nose/nose-volume-potato', 0.3],
  ['mouth/mouth-scale-horiz-decr', 'mouth/mouth-scale-horiz-incr', 0.35],
  ['mouth/mouth-trans-down', 'mouth/mouth-trans-up', 0.3],
  ['mouth/mouth-upperlip-height-min', 'mouth/mouth-upperlip-height-max', 0.3],
  ['mouth/mouth-lowerlip-height-min', 'mouth/mouth-lowerlip-height-max', 0.3],
]

/** A random adult: independent traits, normally distributed, none beyond two and a half deviations or the targets' range. */
export function randomIdentity(random: () => number): { identity: Identity; size: number } {
  const normal = () => {
    const value = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    return Math.max(-2.5, Math.min(2.5, value))
  }
  const share = [random(), random(), random()].map((value) => Math.log(1 - value) ** 2)
  const sum = share.reduce((a, b) => a + b, 0)
  const [african = 0, asian = 0, caucasian = 0] = share.map((value) => value / sum)
  const details: Record<string, number> = {}
  for (const [less, more, deviation] of VARIES) {
    const value = Math.max(-1, Math.min(1, normal() * deviation))
    details[value < 0 ? less : more] = Math.abs(value)
  }
  const gender = random() < 0.5 ? 0.15 * random() : 1 - 0.15 * random()
  return {
    identity: {
      gender,
      age: 20 + 55 * random(),
      ancestry: { african, asian, caucasian },
      weight: Math.max(0, Math.min(1, 0.5 + 0.17 * normal())),
      muscle: Math.max(0, Math.min(1, 0.5 + 0.15 * normal())),
      height: Math.max(-1, Math.min(1, 0.35 * normal())),
      details,
    },
    size: (1.062 - 0.03 * gender) * (1 + 0.02 * normal()),
  }
}
