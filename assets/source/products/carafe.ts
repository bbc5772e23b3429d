import { Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { water } from '../materials/glass'
import { drawToSize } from '../shape/draw-to-size'
import { insideOut } from '../shape/inside-out'
import { lathe } from '../shape/lathe'
import { at, Mesh } from '../shape/mesh'
import { spline } from '../shape/profile'
import { CORK_TILE, cork } from '../texture/cork'
import { linear } from '../texture/image'

/** Water stands this high, metres. */
const LEVEL = 0.153

/** Carafe, 0.11 × 0.27 × 0.11 m: blown glass with a solid foot, a drawn neck with a fire-polished lip, a ball for a stopper, cork or cast of the same melt; water in it. */
export default function carafe(): ProductSource<'glass' | 'stopper' | 'water'> {
  const outside = [
    ...spline(
      [
        [0, 0.0032],
        [0.02, 0.0026],
        [0.036, 0.001],
        [0.0415, 0],
        [0.046, 0.0008],
        [0.0492, 0.0045],
        [0.0515, 0.014],
        [0.0542, 0.032],
        [0.055, 0.05],
        [0.0535, 0.075],
        [0.0478, 0.108],
        [0.0385, 0.142],
        [0.0288, 0.172],
        [0.0228, 0.194],
        [0.0212, 0.208],
        [0.0222, 0.222],
        [0.0248, 0.2325],
      ],
      72,
    ),
    new Vector2(0.0256, 0.2355),
    new Vector2(0.0254, 0.2368),
    new Vector2(0.0244, 0.2374),
    new Vector2(0.0232, 0.237),
  ]
  const inside = spline(
    [
      [0.0224, 0.2358],
      [0.0196, 0.222],
      [0.0187, 0.208],
      [0.0204, 0.194],
      [0.0264, 0.172],
      [0.0361, 0.142],
      [0.0454, 0.108],
      [0.0508, 0.075],
      [0.052, 0.052],
      [0.0498, 0.036],
      [0.0435, 0.0262],
      [0.03, 0.021],
      [0.014, 0.0192],
      [0, 0.0188],
    ],
    56,
  )
  const glass = lathe([...outside, ...inside], 72, 0, 80)
  // Glass is as dark as it is deep: the solid foot keeps more light than the wall.
  for (let i = 0; i < glass.vertexCount; i++) {
    const y = at(glass.positions, i * 3 + 1)
    glass.occlusion.push(1 - 0.3 * Math.exp(-((y / 0.02) ** 2)))
  }

  const ball = Array.from({ length: 33 }, (_, k) => {
    const angle = -Math.PI / 2 + (k / 32) * Math.PI
    return new Vector2(Math.cos(angle) * 0.0242, 0.2458 + Math.sin(angle) * 0.0242)
  })
  const stopper = lathe(ball, 56, 0.024)

  const wetted = [...inside].reverse().filter((p) => p.y < LEVEL - 0.001)
  const radius = (inside.find((p) => p.y < LEVEL)?.x ?? 0.03) - 0.0002
  const skin = [
    new Vector2(radius, LEVEL + 0.0014),
    new Vector2(radius - 0.0012, LEVEL + 0.0004),
    new Vector2(radius - 0.004, LEVEL),
    new Vector2(0, LEVEL),
  ]
  const body = lathe(
    [...wetted.map((p) => new Vector2(Math.max(0, p.x - 0.0002), p.y + 0.0002)), ...skin],
    72,
    0,
    60,
  )
  const contents = new Mesh().append(body)
  // Seen through the glass only backs are drawn: the surface has one of its own, to be seen from above.
  contents.append(
    insideOut(
      lathe(
        skin.map((p) => new Vector2(p.x, p.y - 0.0001)),
        72,
        0,
        60,
      ),
    ),
  )

  drawToSize([glass, stopper, contents], { width: 0.11, height: 0.27, depth: 0.11 })
  const looks = [
    blown('clear', 'Glass, clear', '#eef1ef'),
    blown('smoke', 'Glass, smoke', '#cdc5be'),
    blown('sea', 'Glass, sea green', '#c9e6da'),
  ]
  return {
    sku: 'carafe',
    parts: { glass, stopper, water: contents },
    looks: looks.map(({ name, wall, solid }) => ({
      name,
      surfaces: {
        glass: wall,
        stopper: name === 'clear' ? corkBall() : solid,
        water: { ...water, doubleSided: true },
      },
    })),
  }
}

function corkBall(): Surface {
  const { colour, normal } = cork()
  return {
    name: 'Cork',
    roughness: 0.85,
    base: { image: colour, tile: CORK_TILE },
    normal: { image: normal, tile: CORK_TILE },
  }
}

/** A wall of some millimetres and the solid ball of the same melt. */
function blown(look: string, name: string, tint: string): { name: string; wall: Surface; solid: Surface } {
  const colour = linear(tint)
  const wall: Surface = {
    name,
    colour,
    roughness: 0.02,
    ior: 1.5,
    transmission: { factor: 1, thickness: 0.004 },
    // Both sides, so that the far wall and the water show through the near one.
    doubleSided: true,
  }
  const solid: Surface = {
    ...wall,
    name: `${name}, solid`,
    transmission: { factor: 1, thickness: 0.03 },
    doubleSided: false,
  }
  return { name: look, wall, solid }
}
