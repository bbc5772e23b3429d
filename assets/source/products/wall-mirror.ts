import { type Curve, LineCurve, Path, Vector2, Vector3 } from 'three'
import type { ProductSource, Surface } from '../gltf/product-source'
import { brass } from '../materials/brushed-metal'
import { oak, walnut } from '../materials/timber'
import { drawToSize } from '../shape/draw-to-size'
import { at, Mesh } from '../shape/mesh'
import { bakeOcclusion } from '../shape/occlusion'
import { outline } from '../shape/profile'
import { smoothNormals } from '../shape/smooth-normals'
import { linear } from '../texture/image'

const WIDTH = 0.6
const HEIGHT = 0.9
const DEPTH = 0.03
/** Width of the moulding seen from the front. */
const FACE = 0.017
/** Where the glass begins under the frame's lip, the width of its bevel, and how far the bevel falls; metres. */
const GLASS = { inset: 0.012, bevel: 0.022, front: 0.0205, fall: 0.0026 }

/**
 * Wall mirror, 0.60 × 0.90 × 0.03 m, back on the wall (z = 0): an arch bent from one lamination, mitred to a straight rail below, round
 * a silvered plate with a 22 mm bevel.
 */
export default function wallMirror(): ProductSource<'frame' | 'silver' | 'backing'> {
  const frame = new Mesh()
  frame.append(moulding(railAt, 14))
  frame.append(moulding(archAt, 84), undefined, [0.09, 0.31])

  const silver = new Mesh()
  const rim = around(120)
  const rings = [
    { inset: GLASS.inset, z: GLASS.front - GLASS.fall },
    { inset: GLASS.inset + GLASS.bevel, z: GLASS.front },
  ]
  silver.append(smoothNormals(band(rim, rings), 4))
  silver.append(
    smoothNormals(
      new Mesh().grid(rim.length, 1, (i, j) => {
        const point = rim[i % rim.length]?.(GLASS.inset + GLASS.bevel) ?? new Vector2()
        return { x: point.x * (1 - j), y: point.y * (1 - j), z: GLASS.front, u: point.x, v: point.y }
      }),
    ),
  )
  bulge(silver)
  const backing = new Mesh().grid(rim.length, 1, (i, j) => {
    const point = rim[i % rim.length]?.(0.008) ?? new Vector2()
    return { x: point.x * j, y: point.y * j, z: 0.003, u: point.x, v: point.y }
  })
  smoothNormals(backing)

  drawToSize([frame, silver, backing], { width: WIDTH, height: HEIGHT, depth: DEPTH }, 'back')
  bakeOcclusion([frame, backing], { reach: 0.04, rays: 40, strength: 0.7 }, [frame, silver])

  const look = (name: string, body: Surface, tint: string) => ({
    name,
    surfaces: {
      frame: body,
      silver: { name: `Silvered glass, ${name}`, colour: linear(tint), metallic: 1, roughness: 0.02 },
      backing: { name: 'Backing board', colour: linear('#4b4038'), roughness: 0.95 },
    },
  })
  // Drawn along the moulding rather than turned: no lathe scratches, a satin polish.
  const { packed: _scratches, normal: _relief, ...satin } = brass()
  return {
    sku: 'wall-mirror',
    parts: { frame, silver, backing },
    looks: [
      look('oak', oak(), '#e6ebe8'),
      look('walnut', walnut(), '#e6ebe8'),
      look(
        'brass',
        { ...satin, name: 'Brass, satin', colour: linear('#e0c48e'), roughness: 0.26 },
        '#e9e6df',
      ),
    ],
  }
}

/**
 * Tilts the normals aside and up by a few degrees, as if the plate were faintly domed: it then mirrors a wider piece of the room than the
 * one patch a flat plate shows from afar, and reads as a mirror rather than as grey. Never down, where a studio is black.
 */
function bulge({ positions, normals }: Mesh): void {
  const normal = new Vector3()
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y] = [at(positions, i), at(positions, i + 1)]
    normal.fromArray(normals, i)
    normal.x += (x / WIDTH) * 0.2
    normal.y += (y / HEIGHT + 0.5) * 0.21
    normal.normalize().toArray(normals, i)
  }
}

/** A point of the outline, moved inwards by an inset in metres. */
type Edge = (inset: number) => Vector2

/** The straight rail, from the left mitre to the right, t = 0..1. */
function railAt(t: number): Edge {
  return (inset) => new Vector2((2 * t - 1) * (WIDTH / 2 - inset), -HEIGHT / 2 + inset)
}

/** The bent piece: up the right side, over, down the left, t = 0..1 evenly along it. */
function archAt(t: number): Edge {
  return (inset) => {
    const radius = WIDTH / 2 - inset
    const springing = HEIGHT / 2 - WIDTH / 2
    const curve = new Path()
    curve.moveTo(radius, -HEIGHT / 2 + inset)
    curve.lineTo(radius, springing)
    curve.absarc(0, springing, radius, 0, Math.PI, false)
    curve.lineTo(-radius, -HEIGHT / 2 + inset)
    return onPiece(curve.curves, t)
  }
}

/** The same share of each piece whatever its inset, so that sections stay square to the run. */
function onPiece(pieces: readonly Curve<Vector2>[], t: number): Vector2 {
  const shares = [0.28, 0.72, 1]
  const [side, arc, other] = pieces
  if (t <= 0.28) return (side ?? new LineCurve()).getPoint(t / 0.28)
  if (t <= 0.72) return (arc ?? new LineCurve()).getPoint((t - 0.28) / ((shares[1] ?? 1) - 0.28))
  return (other ?? new LineCurve()).getPoint((t - 0.72) / 0.28)
}

/** The whole outline, counter-clockwise from the lower left. */
function around(count: number): Edge[] {
  const rail = 12
  const arch = count - rail
  return [
    ...Array.from({ length: rail }, (_, k) => railAt(k / rail)),
    ...Array.from({ length: arch }, (_, k) => archAt(k / arch)),
  ]
}

/** Rings round the outline, from the outermost to the innermost; the outside faces the front. */
function band(rim: readonly Edge[], rings: readonly { inset: number; z: number }[]): Mesh {
  return new Mesh().grid(rim.length, rings.length - 1, (i, j) => {
    const { inset, z } = rings[j] ?? { inset: 0, z: 0 }
    const point = rim[i % rim.length]?.(inset) ?? new Vector2()
    return { x: point.x, y: point.y, z, u: point.x, v: point.y }
  })
}

/** One length of moulding: u across the section, v along the run, so the grain follows it and turns at the mitres. */
function moulding(edgeAt: (t: number) => Edge, columns: number): Mesh {
  // x = inwards from the outer edge, y = out from the wall; walked so that the outside is on the right.
  const section = outline(
    [
      { x: FACE - 0.006, y: 0.003 },
      { x: FACE - 0.006, y: 0, fillet: 0.0008 },
      { x: 0.0, y: 0, fillet: 0.0012 },
      { x: 0, y: DEPTH, fillet: 0.0042 },
      { x: FACE, y: DEPTH - 0.0016, fillet: 0.0026 },
      { x: FACE, y: GLASS.front - 0.0024 },
    ],
    false,
    5,
  )
  const across = [0]
  section.forEach((point, j) => {
    const before = section[j - 1]
    if (before) across.push((across[j - 1] ?? 0) + point.distanceTo(before))
  })
  const along = [0]
  for (let i = 1; i <= columns; i++) {
    const step = edgeAt(i / columns)(FACE / 2).distanceTo(edgeAt((i - 1) / columns)(FACE / 2))
    along.push((along[i - 1] ?? 0) + step)
  }
  return smoothNormals(
    new Mesh().grid(columns, section.length - 1, (i, j) => {
      const profile = section[j] ?? new Vector2()
      const point = edgeAt(i / columns)(profile.x)
      return { x: point.x, y: point.y, z: profile.y, u: across[j] ?? 0, v: along[i] ?? 0 }
    }),
    40,
  )
}
