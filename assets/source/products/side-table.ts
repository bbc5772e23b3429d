import { Vector2 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { oak, walnut } from '../materials/timber'
import { boardTexture, lathe } from '../shape/lathe'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { TRAVERTINE_TILE, travertine } from '../texture/travertine'
import { turnedWood } from '../texture/turned-wood'
import { OAK, type Species, WALNUT } from '../texture/wood'

/** Radius the pedestal's texture is laid out for, metres. */
const GIRTH = 0.08

/** Side table, 0.50 × 0.52 × 0.50 m: one turned pedestal, a round top with a full bullnose. */
export default function sideTable(): ProductSource<'base' | 'top'> {
  const foot = outline(
    [
      { x: 0, y: 0.0 },
      { x: 0.155, y: 0.0, fillet: 0.004 },
      { x: 0.163, y: 0.016, fillet: 0.008 },
      { x: 0.15, y: 0.03 },
    ],
    false,
    5,
  )
  const body = spline(
    [
      [0.15, 0.03],
      [0.118, 0.052],
      [0.076, 0.098],
      [0.051, 0.162],
      [0.042, 0.218],
    ],
    18,
  )
  const collar = outline(
    [
      { x: 0.042, y: 0.218 },
      { x: 0.042, y: 0.2235, fillet: 0.0015 },
      { x: 0.0475, y: 0.2245, fillet: 0.002 },
      { x: 0.0475, y: 0.231, fillet: 0.002 },
      { x: 0.041, y: 0.2325 },
    ],
    false,
    3,
  )
  const bead = Array.from({ length: 17 }, (_, k) => {
    const angle = -1.2 + (k / 16) * 2.4
    return new Vector2(0.022 + Math.cos(angle) * 0.052, 0.2815 + Math.sin(angle) * 0.0525)
  })
  const flare = spline(
    [
      [0.041, 0.336],
      [0.0455, 0.376],
      [0.067, 0.427],
      [0.105, 0.466],
      [0.14, 0.488],
    ],
    16,
  )
  const profile = [
    ...foot,
    ...body.slice(1),
    ...collar.slice(1),
    ...bead,
    ...flare,
    new Vector2(0.142, 0.492),
    new Vector2(0, 0.492),
  ]
  const base = lathe(profile, 64, GIRTH, 40)

  const half = 0.014
  const edge = Array.from({ length: 11 }, (_, k) => {
    const angle = -Math.PI / 2 + (k / 10) * Math.PI
    return new Vector2(0.25 - half + Math.cos(angle) * half, 0.506 + Math.sin(angle) * half)
  })
  const rings = [0.08, 0.15, 0.2]
  const topProfile = [
    new Vector2(0, 0.492),
    ...rings.map((r) => new Vector2(r, 0.492)),
    ...edge,
    ...[...rings].reverse().map((r) => new Vector2(r, 0.52)),
    new Vector2(0, 0.52),
  ]
  const top = boardTexture(lathe(topProfile, 96), topProfile)

  bakeOcclusion([base, top], { reach: 0.2, rays: 48, strength: 0.85 })
  const stone = travertine()
  // The pores' relief stays the tile's; only the colour is sawn from the block.
  const turned = (surface: Surface, species: Species): Surface => {
    const { colour, tile } = turnedWood(species, profile, GIRTH)
    return { ...surface, name: `${surface.name}, turned`, base: { image: colour, tile } }
  }
  return {
    sku: 'side-table',
    parts: { base, top },
    looks: [
      { name: 'oak', surfaces: { base: turned(oak(), OAK), top: oak() } },
      {
        name: 'walnut-travertine',
        surfaces: {
          base: turned(walnut(), WALNUT),
          top: {
            name: 'Travertine, honed',
            roughness: 1,
            base: { image: stone.colour, tile: TRAVERTINE_TILE },
            normal: { image: stone.normal, tile: TRAVERTINE_TILE },
            packed: { image: stone.surface, tile: TRAVERTINE_TILE },
          },
        },
      },
    ],
  }
}
