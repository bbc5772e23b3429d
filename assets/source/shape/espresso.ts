import { Vector3 } from 'three'
import { bar, path, round } from './bar'
import type { Mesh } from './mesh'
import { Mesh as Shape } from './mesh'
import { place } from './place'
import { turned } from './turned'

const SIDE = new Vector3(1, 0, 0)

/** The group hanging from y = 0 with its portafilter locked in, handle to +Z. */
export function brewGroup(): { readonly metal: Mesh; readonly handle: Mesh; readonly gasket: Mesh } {
  const metal = new Shape()
  metal.append(
    turned(
      [
        [0.0345, -0.035, 0.001],
        [0.0375, -0.035, 0.0012],
        [0.039, -0.0245, 0.003],
        [0.0385, -0.016, 0.003],
        [0.043, -0.0125, 0.002],
        [0.043, -0.005, 0.0015],
        [0.0475, -0.0035, 0.0012],
        [0.0475, 0.001],
      ],
      80,
    ),
  )
  // Basket and body of the portafilter: closed below, a cone to the spouts.
  metal.append(
    turned(
      [
        [0, -0.0755],
        [0.008, -0.0755, 0.001],
        [0.012, -0.067, 0.003],
        [0.028, -0.0625, 0.006],
        [0.0335, -0.056, 0.004],
        [0.0335, -0.0405, 0.001],
        [0.0362, -0.0395, 0.0008],
        [0.0362, -0.0365, 0.0008],
        [0.033, -0.036],
      ],
      72,
    ),
  )
  for (const hand of [-1, 1]) {
    metal.append(
      bar(
        path(
          [0, -0.072, 0],
          [hand * 0.008, -0.0765, 0],
          [hand * 0.0128, -0.083, 0],
          [hand * 0.0135, -0.09, 0],
        ),
        {
          section: () => round(0.0082),
          up: new Vector3(0, 0, 1),
          rings: 14,
          corner: 4,
          ends: 0.0008,
        },
      ),
    )
    // Bayonet ears.
    metal.append(
      bar(path([hand * 0.034, -0.038, 0], [hand * 0.043, -0.038, 0]), {
        section: () => ({ width: 0.012, height: 0.005, radius: 0.0015 }),
        rings: 2,
      }),
    )
  }
  // Neck and ferrule, sloping a little to the hand.
  const tilt = place([0, -0.047, 0.0315], [96, 0, 0])
  metal.append(
    turned(
      [
        [0.009, 0],
        [0.0072, 0.008, 0.004],
        [0.0066, 0.018, 0.003],
        [0.0105, 0.0215, 0.001],
        [0.0122, 0.0225, 0.001],
        [0.0122, 0.027, 0.0008],
        [0.011, 0.0275],
      ],
      40,
    ),
    tilt,
  )
  const handle = new Shape().append(
    turned(
      [
        [0.0108, 0.0272],
        [0.0112, 0.03, 0.004],
        [0.0098, 0.046, 0.02],
        [0.0138, 0.09, 0.02],
        [0.0142, 0.108, 0.006],
        [0.0105, 0.1165, 0.005],
        [0, 0.118],
      ],
      40,
      { arc: 7 },
    ),
    tilt,
  )
  const gasket = turned(
    [
      [0.0325, -0.0372],
      [0.0352, -0.0368, 0.0004],
      [0.0352, -0.0345],
      [0.0325, -0.0345],
    ],
    64,
  )
  return { metal, handle, gasket }
}

/** A wand on its ball joint below y = 0, drawn for the +X side; `steam` is long with a tip, hot water short and straight. */
export function steamWand(steam: boolean): { readonly metal: Mesh; readonly grip: Mesh } {
  const metal = new Shape()
  metal.append(
    turned(
      [
        [0.009, -0.009],
        [0.0128, -0.0075, 0.001],
        [0.0138, -0.001, 0.001],
        [0.0155, 0, 0.0006],
        [0.0155, 0.001],
      ],
      40,
    ),
  )
  const joint = Array.from({ length: 9 }, (_, k) => {
    const angle = -Math.PI / 2 + (k / 8) * Math.PI
    return [Math.cos(angle) * 0.0098, -0.0105 + Math.sin(angle) * 0.0098] as const
  })
  metal.append(turned(joint, 36))
  const line = steam
    ? path(
        [0, -0.012, 0],
        [0.0035, -0.026, 0.004],
        [0.008, -0.05, 0.012],
        [0.0135, -0.085, 0.021],
        [0.0155, -0.108, 0.0245],
      )
    : path([0, -0.012, 0], [0.001, -0.026, 0.001], [0.001, -0.05, 0.006], [0.001, -0.066, 0.014])
  const common = { up: SIDE, rings: 26, corner: 5, ends: 0.001 }
  metal.append(
    bar(line, {
      ...common,
      section: (t) => round(steam && t > 0.93 ? 0.0102 - 0.004 * ((t - 0.93) / 0.07) : 0.0076),
    }),
  )
  const sleeve = steam
    ? path(...[0.36, 0.45, 0.54, 0.62].map((t) => line.getPointAt(t).toArray()))
    : path(...[0.4, 0.5, 0.6, 0.7].map((t) => line.getPointAt(t).toArray()))
  const grip = bar(sleeve, { ...common, rings: 10, ends: 0.0015, section: () => round(0.0118) })
  return { metal, grip }
}

/** A turned knob on an axle along +Y from y = 0, fluted by hand: `radius` at its rim. */
export function steamKnob(radius: number): Mesh {
  return turned(
    [
      [radius * 0.62, 0.0058],
      [radius * 0.92, 0.0075, 0.002],
      [radius, 0.0125, 0.004],
      [radius * 0.95, 0.0185, 0.003],
      [radius * 0.8, 0.0202, 0.002],
      [radius * 0.4, 0.0198],
      [0, 0.0196],
    ],
    56,
    { arc: 5 },
  )
}

/** The collar a knob sits in. */
export function sideKnobCollar(): Mesh {
  return turned(
    [
      [0.0185, -0.001],
      [0.0185, 0.0022, 0.0008],
      [0.0125, 0.0032, 0.001],
      [0.0115, 0.0075],
    ],
    48,
  )
}
