import { Vector2, Vector3 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { enamel } from '../materials/enamel'
import { satinBrass, satinSteel } from '../materials/steel'
import { blackOak, oak, walnut } from '../materials/timber'
import { bar, path, round } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { insideOut } from '../shape/inside-out'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { place } from '../shape/place'
import { outline, spline } from '../shape/profile'
import { turned } from '../shape/turned'

const ACROSS = new Vector3(0, 0, 1)

/** Kettle, 0.285 × 0.205 × 0.155 m: a spun cone, a drawn gooseneck brazed to it, a sawn and shaped grip on a steel strap. */
export default function kettle(): ProductSource<'body' | 'grip' | 'trim'> {
  const body = new Mesh()
  const grip = new Mesh()
  const trim = new Mesh()

  const foot = outline(
    [
      { x: 0, y: 0.004 },
      { x: 0.07, y: 0.004, fillet: 0.001 },
      { x: 0.0725, y: 0.0022, fillet: 0.001 },
      { x: 0.0775, y: 0.0035, fillet: 0.0022 },
      { x: 0.0772, y: 0.012 },
    ],
    false,
    4,
  )
  const wall = spline(
    [
      [0.0772, 0.012],
      [0.0748, 0.04],
      [0.0705, 0.08],
      [0.0655, 0.112],
      [0.0618, 0.1255],
      [0.056, 0.1325],
      [0.0495, 0.1352],
    ],
    34,
  )
  const rim = outline(
    [
      { x: 0.0495, y: 0.1352 },
      { x: 0.0478, y: 0.1356, fillet: 0.0008 },
      { x: 0.047, y: 0.132, fillet: 0.0008 },
      { x: 0.03, y: 0.131 },
      { x: 0, y: 0.131 },
    ],
    false,
    3,
  )
  body.append(lathe([...foot, ...wall.slice(1), ...rim.slice(1)], 96, 0.07, 50))
  // A sheet of felt-black silicone would hide below; a steel base plate is what one sees from beneath.
  trim.append(
    turned(
      [
        [0, 0.0012],
        [0.058, 0.0012, 0.0006],
        [0.0602, 0, 0.0006],
        [0.066, 0, 0.0008],
        [0.068, 0.0045],
      ],
      64,
    ),
  )

  const lid = spline(
    [
      [0.0462, 0.1368],
      [0.0456, 0.1386],
      [0.04, 0.1425],
      [0.026, 0.1468],
      [0.011, 0.1488],
      [0, 0.149],
    ],
    20,
  )
  body.append(
    lathe(
      [new Vector2(0.044, 0.1325), new Vector2(0.0464, 0.134), new Vector2(0.0466, 0.1352), ...lid],
      80,
      0.04,
    ),
  )
  trim.append(
    turned(
      [
        [0.0125, 0.1478],
        [0.0125, 0.1505, 0.0006],
        [0.0085, 0.1512, 0.0006],
        [0.007, 0.157, 0.001],
        [0.007, 0.164],
      ],
      40,
    ),
  )
  grip.append(
    lathe(
      [
        ...outline(
          [
            { x: 0, y: 0.161 },
            { x: 0.0105, y: 0.161, fillet: 0.0012 },
            { x: 0.0128, y: 0.169 },
          ],
          false,
          4,
        ),
        ...spline(
          [
            [0.0128, 0.169],
            [0.0166, 0.182],
            [0.0172, 0.192],
            [0.0148, 0.1995],
            [0.008, 0.2028],
            [0, 0.2035],
          ],
          22,
        ).slice(1),
      ],
      48,
      0.016,
    ).mapTexture((p) => [p.x + 0.05, p.y + p.z * 0.3]),
  )

  const neck = path(
    [0.06, 0.034, 0],
    [0.083, 0.035, 0],
    [0.107, 0.046, 0],
    [0.1165, 0.075, 0],
    [0.1115, 0.11, 0],
    [0.1095, 0.137, 0],
    [0.119, 0.158, 0],
    [0.1365, 0.1655, 0],
  )
  const bore = (t: number) => 0.0098 + 0.0105 * (1 - t) ** 1.4 + 0.01 * Math.exp(-((t * 8) ** 2))
  const tube = { up: ACROSS, rings: 64, corner: 7, ends: 0, endRings: 0, caps: false }
  body.append(bar(neck, { ...tube, section: (t) => round(bore(t)) }))
  body.append(insideOut(bar(neck, { ...tube, section: (t) => round(bore(t) - 0.0016) })))
  const tip = neck.getPointAt(1)
  const way = neck.getTangentAt(1)
  body.append(
    ring(0.00445, 0.00055),
    place([tip.x, tip.y, 0], [0, 0, (Math.atan2(way.y, way.x) * 180) / Math.PI - 90]),
  )

  // The strap is riveted to the shoulder, rises and runs down inside the grip.
  trim.append(
    bar(
      path([-0.05, 0.1318, 0], [-0.064, 0.1365, 0], [-0.08, 0.1478, 0], [-0.1, 0.1585, 0], [-0.112, 0.16, 0]),
      {
        section: (t) => ({ width: 0.0034, height: 0.02 - 0.004 * t, radius: 0.0012 }),
        up: ACROSS,
        rings: 24,
        corner: 2,
        ends: 0.001,
      },
    ),
  )
  for (const z of [-0.0052, 0.0052]) {
    const rivet = turned(
      [
        [0.0026, -0.001],
        [0.0025, 0.0006, 0.0006],
        [0.0014, 0.0014, 0.001],
        [0, 0.0016],
      ],
      20,
    )
    trim.append(rivet, place([-0.0605, 0.1362, z], [0, 0, 32]))
  }
  const handle = path(
    [-0.097, 0.1588, 0],
    [-0.114, 0.1608, 0],
    [-0.1285, 0.153, 0],
    [-0.1345, 0.134, 0],
    [-0.133, 0.108, 0],
    [-0.128, 0.08, 0],
    [-0.1235, 0.058, 0],
  )
  grip.append(
    bar(handle, {
      section: (t) => ({
        width: 0.0165 + 0.002 * Math.sin(Math.PI * t) + 0.0035 * t ** 3,
        height: 0.0215 + 0.003 * Math.sin(Math.PI * t),
        radius: 0.0074,
      }),
      up: ACROSS,
      rings: 44,
      corner: 5,
      ends: 0.004,
      endRings: 4,
    }),
  )
  trim.append(
    turned(
      [
        [0.0034, -0.002],
        [0.0034, 0.0002, 0.0004],
        [0.0022, 0.0008, 0.0004],
        [0.002, 0.0004],
        [0, 0.0004],
      ],
      24,
    ),
    place([-0.1162, 0.1684, 0], [0, 0, 8]),
  )

  const all = [body, grip, trim]
  drawToSize(all, { width: 0.285, height: 0.205, depth: 0.155 })
  bakeOcclusion(all, { reach: 0.09, rays: 40, strength: 0.85 })
  return {
    sku: 'kettle',
    parts: { body, grip, trim },
    looks: [
      { name: 'steel', surfaces: { body: satinSteel(), grip: walnut(), trim: satinSteel() } },
      {
        name: 'cream',
        surfaces: { body: enamel('Enamel, cream', '#e4dccb'), grip: oak(), trim: satinSteel() },
      },
      {
        name: 'black',
        surfaces: {
          body: enamel('Enamel, black', '#242425', { roughness: 0.5, coat: 0.25 }),
          grip: blackOak(),
          trim: satinBrass(),
        },
      },
    ],
  }
}

/** A round lip of `radius`, its wire `thick` in radius. */
function ring(radius: number, thick: number): Mesh {
  const profile = Array.from({ length: 13 }, (_, k) => {
    const angle = -(k / 12) * Math.PI * 2
    return new Vector2(radius + Math.cos(angle) * thick, -Math.sin(angle) * thick)
  })
  return lathe(profile, 32, 0, 180)
}
