import { Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { blackenedSteel, brass } from '../materials/brushed-metal'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { europlug } from '../shape/europlug'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { shade } from '../shape/shade'
import { linear } from '../texture/image'
import { pleatedPaper } from '../texture/paper'

const SHADE = { lower: 0.21, upper: 0.135, from: 1.215, to: 1.505, pleats: 96, depth: 0.006 }

/** Floor lamp, 0.42 × 1.55 × 0.42 m: a weighted, domed base, a slim brushed stem, a pleated paper shade on a wire fitter, a glowing opal bulb. */
export default function floorLamp(): ProductSource<'metal' | 'shade' | 'bulb' | 'cable'> {
  const metal = new Mesh()
  metal.append(
    lathe(
      outline(
        [
          { x: 0, y: 0 },
          { x: 0.135, y: 0, fillet: 0.003 },
          { x: 0.14, y: 0.02, fillet: 0.006 },
          { x: 0.05, y: 0.03, fillet: 0.04 },
          { x: 0.014, y: 0.036, fillet: 0.01 },
          { x: 0.012, y: 0.075, fillet: 0.002 },
          { x: 0.0065, y: 0.077 },
        ],
        false,
        5,
      ),
      64,
    ),
  )
  metal.append(
    bar(path([0, 0.07, 0], [0, 1.3, 0]), {
      section: () => round(0.013),
      up: new Vector3(0, 0, 1),
      rings: 2,
      corner: 4,
    }),
  )
  // Socket and its collar.
  metal.append(
    lathe(
      outline([
        { x: 0.0065, y: 1.285 },
        { x: 0.019, y: 1.288, fillet: 0.004 },
        { x: 0.021, y: 1.34, fillet: 0.003 },
        { x: 0.016, y: 1.345 },
      ]),
      32,
    ),
  )
  // Fitter: three wires from the socket to the upper ring, and the rod that carries the finial.
  for (let k = 0; k < 3; k++) {
    const angle = (k / 3) * Math.PI * 2 + 0.5
    const [s, c] = [Math.sin(angle), Math.cos(angle)]
    metal.append(
      bar(
        path(
          [0, 1.5, 0],
          [s * 0.06, 1.499, c * 0.06],
          [s * (SHADE.upper - 0.004), 1.5, c * (SHADE.upper - 0.004)],
        ),
        {
          section: () => round(0.004),
          rings: 4,
          corner: 1,
          ends: 0.0005,
          endRings: 1,
        },
      ),
    )
  }
  for (const side of [-1, 1]) {
    metal.append(
      bar(
        path(
          [side * 0.018, 1.31, 0],
          [side * 0.06, 1.36, 0],
          [side * 0.062, 1.43, 0],
          [side * 0.006, 1.499, 0],
        ),
        {
          section: () => round(0.004),
          up: new Vector3(0, 0, 1),
          rings: 14,
          corner: 1,
          ends: 0.0005,
          endRings: 1,
        },
      ),
    )
  }
  metal.append(
    lathe(
      outline(
        [
          { x: 0, y: 1.494 },
          { x: 0.011, y: 1.494, fillet: 0.002 },
          { x: 0.011, y: 1.506, fillet: 0.002 },
          { x: 0.0045, y: 1.512, fillet: 0.002 },
          { x: 0.0045, y: 1.524, fillet: 0.002 },
          { x: 0.0125, y: 1.535, fillet: 0.006 },
          { x: 0.008, y: 1.55, fillet: 0.006 },
          { x: 0, y: 1.55 },
        ],
        false,
        4,
      ),
      24,
    ),
  )

  const bulb = lathe(
    [
      ...Array.from({ length: 17 }, (_, k) => {
        const angle = -Math.PI / 2 + 0.5 + (k / 16) * (Math.PI - 0.5)
        return new Vector2(Math.cos(angle) * 0.042, 1.385 + Math.sin(angle) * 0.042)
      }),
    ],
    32,
  )
  const cable = new Mesh()
  cable.append(
    bar(
      path(
        [0, 0.012, -0.13],
        [-0.012, 0.006, -0.155],
        [-0.05, 0.0034, -0.183],
        [-0.1, 0.0034, -0.176],
        [-0.14, 0.0034, -0.145],
        [-0.172, 0.0034, -0.1],
        [-0.19, 0.0034, -0.045],
        [-0.186, 0.0045, 0.01],
        [-0.178, 0.0085, 0.035],
      ),
      { section: () => round(0.0065), rings: 44, corner: 2, ends: 0.001, endRings: 1 },
    ),
  )
  cable.append(europlug([-0.178, 0.0085, 0.034], [-0.165, 0.0085, 0.072]))
  const shadeMesh = shade(SHADE)
  drawToSize([metal, bulb, cable, shadeMesh], { width: 0.42, height: 1.55, depth: 0.42 })
  bakeOcclusion([metal, cable, shadeMesh], { reach: 0.08, rays: 32, strength: 0.7 })
  // Lit paper has no corners in shade, but its folds keep their lines.
  bakeOcclusion([shadeMesh], { reach: 0.012, rays: 32, strength: 0.75 })

  const paper = pleatedPaper()
  const look = (name: string, body: ReturnType<typeof brass>, tint: string, glow: string) => ({
    name,
    surfaces: {
      metal: body,
      shade: {
        name: `Paper, ${name}`,
        colour: linear(tint),
        roughness: 0.9,
        base: { image: paper.colour, tile: paper.tile },
        normal: { image: paper.normal, tile: paper.tile },
        emissive: { colour: linear(glow), texture: { image: paper.glow, tile: paper.tile } },
      },
      bulb: {
        name: 'Opal glass, lit',
        colour: linear('#efe2cc'),
        roughness: 0.35,
        emissive: { colour: [1, 0.87, 0.66] as const },
      },
      cable: { name: 'Cable, textile', colour: linear('#2c2926'), roughness: 0.85 },
    },
  })
  return {
    sku: 'floor-lamp',
    parts: { metal, shade: shadeMesh, bulb, cable },
    looks: [
      look('brass', brass(), '#d6cbb6', '#dcc8a2'),
      look('black', blackenedSteel(), '#b4b4a2', '#cbb98c'),
    ],
  }
}
