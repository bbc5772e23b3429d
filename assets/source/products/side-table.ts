import { Vector2 } from 'three'
import type { ProductSource } from '../gltf/product-source'
import { boardTexture, lathe } from '../shape/lathe'
import { bakeOcclusion } from '../shape/occlusion'
import { outline, spline } from '../shape/profile'
import { TRAVERTINE_TILE, travertine } from '../texture/travertine'
import { oak, walnut } from './house-materials'

/** Side table, 0.50 × 0.52 × 0.50 m: one turned pedestal, a round top with a full bullnose. */
export function sideTable(): ProductSource<'base' | 'top'> {
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
      [0.078, 0.098],
      [0.054, 0.165],
      [0.046, 0.225],
    ],
    18,
  )
  const bead = Array.from({ length: 13 }, (_, k) => {
    const angle = -1.18 + (k / 12) * 2.36
    return new Vector2(0.026 + Math.cos(angle) * 0.052, 0.275 + Math.sin(angle) * 0.052)
  })
  const flare = spline(
    [
      [0.046, 0.325],
      [0.05, 0.37],
      [0.07, 0.425],
      [0.105, 0.466],
      [0.14, 0.488],
    ],
    16,
  )
  const profile = [
    ...foot,
    ...body.slice(1),
    ...bead,
    ...flare,
    new Vector2(0.142, 0.492),
    new Vector2(0, 0.492),
  ]
  const base = lathe(profile, 64, 0.08, 40)

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
  return {
    sku: 'side-table',
    parts: { base, top },
    looks: [
      { name: 'oak', surfaces: { base: oak(), top: oak() } },
      {
        name: 'walnut-travertine',
        surfaces: {
          base: walnut(),
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
