import { Vector2, Vector3 } from 'three'
import { bar, path } from './bar'
import { lathe } from './lathe'
import { Mesh } from './mesh'
import { place } from './place'
import { prism } from './prism'

/**
 * Parts of a wristwatch about the wrist's centre: the dial faces +Z, 12 o'clock is +Y, the crown points along +X, which is along the
 * forearm towards the hand. Metres.
 */
export const WRIST = { width: 0.058, height: 0.046 } as const

/** Lays something turned about +Y, its underside on y = 0, on the wrist: the back of the case. */
export const onWrist = place([0, 0, WRIST.height / 2], [90, 0, 0])

/** Heights above the case's back. */
export interface Hands {
  readonly hour: Mesh
  readonly minute: Mesh
  readonly seconds: Mesh
  readonly lume: Mesh
  readonly cap: Mesh
}

/** The whole turns the three hands show. */
export interface Time {
  readonly hour: number
  readonly minute: number
  readonly seconds: number
}

/** Ten past ten: both hands clear of the name, none upon the other. */
export const TEN_PAST_TEN: Time = { hour: 10.15 / 12, minute: 9 / 60, seconds: 35 / 60 }

interface Blade {
  readonly length: number
  readonly width: number
  readonly tail: number
}

/** Three hands over a dial at `level` above the case's back; hour and minute carry lume in a slot. */
export function hands(time: Time, level: number, hour: Blade, minute: Blade): Hands {
  const lume = new Mesh()
  const flat = (points: readonly (readonly [number, number])[], turn: number, z: number, depth: number) => {
    const mesh = prism(
      points.map(([x, y]) => new Vector2(x, y)),
      { depth, bevel: depth * 0.3, steps: 1, back: false },
    )
    return new Mesh().append(mesh, place([0, 0, WRIST.height / 2 + level + z], [0, 0, -turn * 360]))
  }
  const sword = ({ length, width, tail }: Blade, turn: number, z: number): Mesh => {
    const [w, n] = [width / 2, width * 0.28]
    lume.append(
      flat(
        [
          [-w * 0.52, length * 0.42],
          [w * 0.52, length * 0.42],
          [w * 0.66, length * 0.8],
          [0, length * 0.92],
          [-w * 0.66, length * 0.8],
        ],
        turn,
        z + 0.00013,
        0.00012,
      ),
    )
    return flat(
      [
        [-n, -tail],
        [n, -tail],
        [n, length * 0.28],
        [w, length * 0.8],
        [0, length],
        [-w, length * 0.8],
        [-n, length * 0.28],
      ],
      turn,
      z,
      0.0002,
    )
  }
  const cap = new Mesh().append(
    lathe(
      [
        new Vector2(0.0009, level),
        new Vector2(0.0009, level + 0.0013),
        new Vector2(0.0006, level + 0.0015),
        new Vector2(0, level + 0.0015),
      ],
      16,
      0,
      40,
    ),
    onWrist,
  )
  const thin = minute.length * 1.04
  const seconds = flat(
    [
      [-0.00026, -0.0042],
      [0.00026, -0.0042],
      [0.00009, thin],
      [-0.00009, thin],
    ],
    time.seconds,
    0.0011,
    0.00016,
  )
  return {
    hour: sword(hour, time.hour, 0.0004),
    minute: sword(minute, time.minute, 0.00075),
    seconds,
    lume,
    cap,
  }
}

/** A fluted crown on +X of a case of `radius`, its axis `level` above the back. */
export function crown(radius: number, level: number, size: number): Mesh {
  const profile = [
    [size * 0.55, -0.001],
    [size * 0.55, 0.0006],
    [size * 0.94, 0.0006],
    [size, 0.001],
    [size, 0.003],
    [size * 0.9, 0.0035],
    [size * 0.5, 0.0037],
    [0, 0.0037],
  ] as const
  const mesh = lathe(
    profile.map(([x, y]) => new Vector2(x, y)),
    64,
    0,
    35,
  ).deform((p) => {
    const r = Math.hypot(p.y === 0 ? p.x : p.x, p.z)
    if (r < size * 0.92 || p.y < 0.0008) return
    const flute = 1 - 0.06 * (0.5 + 0.5 * Math.cos(Math.atan2(p.x, p.z) * 16))
    p.set(p.x * flute, p.y, p.z * flute)
  })
  return new Mesh().append(mesh, place([radius, 0, WRIST.height / 2 + level], [0, 0, -90]))
}

/** Four lugs that reach from the case to the spring bars and bend to the wrist. `gap` is the strap's width. */
export function lugs(radius: number, gap: number, reach: number, thick: number): Mesh {
  const mesh = new Mesh()
  const base = WRIST.height / 2
  for (const sx of [-1, 1]) {
    for (const sy of [-1, 1]) {
      const x = sx * (gap / 2 + thick / 2 + 0.0001)
      mesh.append(
        bar(
          path(
            [x, sy * radius * 0.6, base + 0.0042],
            [x, sy * radius * 0.86, base + 0.0042],
            [x, sy * (reach - 0.002), base + 0.0027],
            [x, sy * reach, base + 0.0004],
          ),
          {
            section: (t) => ({ width: thick, height: 0.0056 - 0.002 * t, radius: 0.0006 }),
            up: new Vector3(0, 0, 1),
            rings: 10,
            corner: 2,
            ends: 0.0006,
          },
        ),
      )
    }
  }
  return mesh
}
