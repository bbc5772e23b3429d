import { Euler, Matrix4, Quaternion, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { whiteGold, yellowGold } from '../materials/precious-metal'
import { bar, path } from '../shape/bar'
import { drawToSize } from '../shape/draw-to-size'
import { lathe } from '../shape/lathe'
import { Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { pearlLustre } from '../texture/pearl'

/** Radius of the pearl, and how far its middle stands in front of the ear, metres. */
const PEARL = 0.004
const STAND = 0.0047
const APART = 0.022
/** Each turns away from the other, as lobes do. */
const TURN = 0.42

/** Pearl studs, 8 mm: a round cultured pearl on a cup and peg, a notched post, a butterfly that grips it. */
export default function pearlStuds(): ProductSource<'metalLeft' | 'metalRight' | 'pearlLeft' | 'pearlRight'> {
  const mount = metalwork()
  const bead = pearl()
  const place = (side: number) =>
    new Matrix4().compose(
      new Vector3((side * APART) / 2, 0, 0),
      new Quaternion().setFromEuler(new Euler(0, side * TURN, 0)),
      new Vector3(1, 1, 1),
    )
  const parts = {
    metalLeft: new Mesh().append(mount, place(1)),
    metalRight: new Mesh().append(mount, place(-1)),
    pearlLeft: new Mesh().append(bead, place(1)),
    pearlRight: new Mesh().append(bead, place(-1)),
  }
  drawToSize(Object.values(parts), { width: 0.0338, height: 0.008, depth: 0.01763 }, 'anchor')
  bakeOcclusion(
    [parts.metalLeft, parts.metalRight],
    { reach: 0.004, rays: 40, strength: 0.6, lift: 5e-5 },
    Object.values(parts),
  )

  const lustre = pearlLustre()
  const nacre = (name: string, colour: readonly [number, number, number], film: number): Surface => ({
    name,
    colour,
    roughness: 1,
    base: { image: lustre.colour, tile: lustre.tile },
    packed: { image: lustre.surface, tile: lustre.tile },
    ior: 1.6,
    sheen: { colour: [0.12, 0.1, 0.1], roughness: 0.5 },
    iridescence: { factor: 0.55, ior: 1.35, thickness: film },
    clearcoat: { factor: 1, roughness: 0.05 },
  })
  const look = (name: string, metal: Surface, shell: Surface) => ({
    name,
    surfaces: { metalLeft: metal, metalRight: metal, pearlLeft: shell, pearlRight: shell },
  })
  const hook = (side: number): [number, number, number] => [(side * APART) / 2, 0, 0]
  return {
    sku: 'pearl-studs',
    parts,
    looks: [
      look('white', yellowGold(), nacre('Pearl, white rose', [0.8, 0.74, 0.68], 430)),
      look('golden', yellowGold(), nacre('Pearl, golden', [0.8, 0.6, 0.34], 400)),
      look('peacock', whiteGold(), nacre('Pearl, peacock grey', [0.13, 0.135, 0.14], 470)),
    ],
    nodes: {
      'earring-left': { parts: ['metalLeft', 'pearlLeft'], pivot: hook(1) },
      'earring-right': { parts: ['metalRight', 'pearlRight'], pivot: hook(-1) },
    },
    wear: {
      kind: 'earring',
      sides: { left: 'earring-left', right: 'earring-right' },
      hooks: { left: hook(1), right: hook(-1) },
      swing: null,
    },
  }
}

/** A round pearl in front of the origin, its texture laid once round it. */
function pearl(): Mesh {
  const profile = Array.from({ length: 33 }, (_, k) => {
    const angle = -Math.PI / 2 + (k / 32) * Math.PI
    return new Vector2(k === 0 || k === 32 ? 0 : Math.cos(angle) * PEARL, Math.sin(angle) * PEARL)
  })
  return new Mesh().append(lathe(profile, 64, PEARL, 180), new Matrix4().makeTranslation(0, 0, STAND))
}

/** Cup, post and butterfly along -Z; the ear is pierced at the origin. */
function metalwork(): Mesh {
  const along = new Matrix4().makeRotationX(Math.PI / 2)
  const cup = 1.02 * PEARL
  const mesh = new Mesh()
  // Turned in one: a post with a rounded tip and a notch for the butterfly, a foot, a cup that holds a third of the pearl.
  const profile = outline(
    [
      { x: 0, y: -0.0102 },
      { x: 0.00032, y: -0.0101, fillet: 0.0002 },
      { x: 0.0004, y: -0.0094, fillet: 0.0002 },
      { x: 0.0004, y: -0.0082 },
      { x: 0.0003, y: -0.0079 },
      { x: 0.0004, y: -0.0076 },
      { x: 0.0004, y: -0.0004, fillet: 0.0003 },
      { x: 0.0009, y: -0.0001, fillet: 0.0002 },
      { x: 0.0011, y: 0.0004 },
    ],
    false,
    3,
  )
  for (let k = 0; k <= 10; k++) {
    const angle = 0.3 + (k / 10) * 0.5
    profile.push(new Vector2(Math.sin(angle) * cup, STAND - Math.cos(angle) * cup))
  }
  profile.push(new Vector2(Math.sin(0.82) * PEARL * 1.005, STAND - Math.cos(0.82) * PEARL * 1.005))
  profile.push(new Vector2(Math.sin(0.78) * PEARL * 0.985, STAND - Math.cos(0.78) * PEARL * 0.985))
  mesh.append(lathe(profile, 32, 0, 50), along)
  mesh.append(butterfly())
  return mesh
}

/** The clutch: a strip with a hole for the post, both ends rolled inwards until they touch it. */
function butterfly(): Mesh {
  const mesh = new Mesh()
  const z = -0.0064
  const thin = 0.00028
  const half = 0.0021
  // The strip's face, seen from the front: a little plate with rounded ends.
  mesh.append(
    bar(path([-half, 0, z], [half, 0, z]), {
      section: (t) => ({
        width: thin,
        height: 0.003 - 0.001 * Math.abs(2 * t - 1) ** 2.2,
        radius: 0.0001,
      }),
      up: new Vector3(0, 1, 0),
      rings: 14,
      corner: 1,
      ends: 0.0001,
      endRings: 1,
    }),
  )
  for (const side of [-1, 1]) {
    const turns = Array.from({ length: 22 }, (_, k): [number, number, number] => {
      const angle = (k / 21) * Math.PI * 2.1
      const radius = 0.0011 - 0.0005 * (k / 21)
      return [
        side * (half - 0.0001 + Math.cos(Math.PI / 2 - angle) * radius),
        0,
        z - 0.0011 + Math.sin(Math.PI / 2 - angle) * radius,
      ]
    })
    mesh.append(
      bar(path(...turns), {
        section: (t) => ({ width: thin, height: 0.0022 - 0.0003 * t, radius: 0.0001 }),
        up: new Vector3(0, 1, 0),
        rings: 40,
        corner: 1,
        ends: 0.0001,
        endRings: 1,
      }),
    )
  }
  // The dimpled collar round the hole.
  mesh.append(
    lathe(
      outline(
        [
          { x: 0.0004, y: z + 0.0004 },
          { x: 0.0009, y: z + 0.0001, fillet: 0.0002 },
          { x: 0.001, y: z + 0.00035, fillet: 0.0001 },
          { x: 0.00042, y: z + 0.0004 },
        ],
        false,
        3,
      ),
      20,
    ),
    new Matrix4().makeRotationX(Math.PI / 2),
  )
  return mesh
}
