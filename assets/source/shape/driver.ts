import { Vector2 } from 'three'
import { lathe } from './lathe'
import { Mesh } from './mesh'
import { place } from './place'
import { spline } from './profile'
import { turned } from './turned'

/** A loudspeaker's parts about the Y axis, its flange lying on y = 0 and facing up. */
export interface Driver {
  readonly flange: Mesh
  readonly surround: Mesh
  readonly diaphragm: Mesh
  readonly plug: Mesh
  readonly screws: Mesh
}

/** Half a roll of rubber or cloth from one radius in to another. */
function roll(outer: number, inner: number, height: number, y: number): Mesh {
  const [middle, half] = [(outer + inner) / 2, (outer - inner) / 2]
  const arc = Array.from({ length: 13 }, (_, k) => {
    const angle = (k / 12) * Math.PI
    return new Vector2(middle + Math.cos(angle) * half, y + Math.sin(angle) * height)
  })
  return lathe(arc, 80, 0, 80)
}

/** Cap screws with a hexagon socket, on a circle. */
export function capScrews(count: number, circle: number, head: number, y: number, offset = 0): Mesh {
  const mesh = new Mesh()
  const screw = turned(
    [
      [head, -0.002],
      [head, 0.0011, 0.0004],
      [head * 0.56, 0.0012, 0.0002],
    ],
    20,
  )
  const socket = turned(
    [
      [head * 0.56, 0.0012],
      [head * 0.5, 0.0001],
      [0, -0.0001],
    ],
    6,
    { crease: 10 },
  )
  for (let k = 0; k < count; k++) {
    const angle = ((k + offset) / count) * Math.PI * 2
    const spot = place([Math.sin(angle) * circle, y, Math.cos(angle) * circle], [0, k * 47, 0])
    mesh.append(screw, spot).append(socket, spot)
  }
  return mesh
}

/** 165 mm class: cast flange, half-roll surround, a flared cone, a fixed phase plug. */
export function woofer(): Driver {
  const flange = turned(
    [
      [0.0755, -0.004],
      [0.0755, 0.0022, 0.0008],
      [0.0642, 0.0024, 0.0009],
      [0.0616, 0.0002, 0.0006],
      [0.0616, -0.006],
    ],
    96,
  )
  const cone = spline(
    [
      [0.0528, 0.0002],
      [0.049, -0.0024],
      [0.038, -0.0098],
      [0.027, -0.0172],
      [0.0172, -0.0246],
    ],
    16,
  )
  const plug = turned(
    [
      [0.0172, -0.0246],
      [0.0166, -0.03],
      [0.0138, -0.03],
      [0.0138, -0.016, 0.004],
      [0.0105, -0.0085, 0.008],
      [0.0045, -0.0035, 0.005],
      [0, -0.003],
    ],
    48,
    { arc: 8, crease: 40 },
  )
  return {
    flange,
    surround: roll(0.0622, 0.0522, 0.0046, -0.0004),
    diaphragm: lathe(cone, 80, 0, 80),
    plug,
    screws: capScrews(6, 0.0697, 0.0027, 0.0022, 0.5),
  }
}

/** 25 mm class: a silk dome at the bottom of a short waveguide. */
export function tweeter(): Driver {
  const guide = [
    new Vector2(0.052, -0.004),
    new Vector2(0.052, 0.0012),
    new Vector2(0.0514, 0.002),
    new Vector2(0.0506, 0.0023),
    new Vector2(0.044, 0.0023),
    ...spline(
      [
        [0.0428, 0.0021],
        [0.0395, 0.0008],
        [0.03, -0.0042],
        [0.021, -0.0086],
        [0.0166, -0.0125],
      ],
      18,
    ),
  ]
  const dome = Array.from({ length: 11 }, (_, k) => {
    const angle = ((k / 10) * Math.PI) / 2
    return new Vector2(0.0131 * Math.cos(angle), -0.0122 + 0.0078 * Math.sin(angle))
  })
  return {
    flange: lathe(guide, 96, 0, 40),
    surround: roll(0.0168, 0.0129, 0.0014, -0.0122),
    diaphragm: lathe(dome, 48),
    plug: new Mesh(),
    screws: capScrews(4, 0.0473, 0.0021, 0.0023, 0.5),
  }
}
