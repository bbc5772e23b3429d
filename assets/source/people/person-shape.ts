import { baseMesh, type Quad } from './base-mesh'
import { catmullClark, type Refined } from './catmull-clark'
import { collarHeight } from './collar'
import { type HeadFrame, headFrame, intoFrame } from './head-frame'
import type { Identity } from './identity'
import { addTarget, morph } from './morph'
import { quadTriangles, vertexNormals } from './part'
import { type Region, regions } from './regions'

/** A body at the resolution people are drawn in: the base refined once, from the waist up, in the head's frame, metres. */
export interface PersonShape {
  readonly frame: HeadFrame
  /** The morphed base itself by pose, decimetres: what hair, brows and teeth hang on. */
  readonly base: Readonly<Record<Pose, Float32Array>>
  readonly positions: Readonly<Record<Pose, Float32Array>>
  readonly normals: Readonly<Record<Pose, Float32Array>>
  readonly uvs: Float32Array
  readonly quads: readonly { readonly quad: Quad; readonly region: Region }[]
}

/** At rest, and the poses that become morph targets. */
export type Pose = 'rest' | 'mouth-open' | 'blink'

/** How far skin goes on under the collar, metres. */
const HIDDEN = 0.025
/** How far down and out the body is kept, decimetres from the eyes. */
const DOWN = 6.2
const OUT = 3.4

let topology: { refined: Refined; regions: readonly Region[] } | undefined

function refinedBody(): { refined: Refined; regions: readonly Region[] } {
  if (topology) return topology
  const base = baseMesh()
  const eyes = 7.32
  const kept = regions().quads.filter(({ quad, region }) => {
    if (region !== 'torso') return true
    return quad.corners.every(
      (corner) =>
        (base.positions[corner * 3 + 1] ?? 0) > eyes - DOWN &&
        Math.abs(base.positions[corner * 3] ?? 0) < OUT,
    )
  })
  const refined = catmullClark(
    kept.map(({ quad }) => quad),
    base.vertexCount,
    base.uvs,
  )
  topology = { refined, regions: kept.flatMap(({ region }) => [region, region, region, region]) }
  return topology
}

/** The targets a pose adds, for each family of shapes. */
const POSES: Readonly<Record<Exclude<Pose, 'rest'>, readonly (readonly [string, number])[]>> = {
  'mouth-open': [['mouth-open', 1]],
  blink: [
    ['eye-left-closure', 1],
    ['eye-right-closure', 1],
  ],
}

/** How far each lip comes towards the other where they touch, decimetres: refining rounds them and would leave a gap. */
const CLOSE = 0.012

/** Presses the lips together, from where they touch inwards. */
function closeLips(positions: Float32Array): void {
  const { neighbours, loops } = regions()
  const touching = new Set(loops.inner)
  const inside = new Set([...loops.inner, ...loops.deep])
  for (const vertex of loops.inner) for (const other of neighbours.around(vertex)) inside.add(other)
  const corners = loops.inner.map((vertex) => Math.abs(positions[vertex * 3] ?? 0))
  const wide = Math.max(...corners)
  const middle =
    loops.inner.reduce((sum, vertex) => sum + (positions[vertex * 3 + 1] ?? 0), 0) / loops.inner.length
  for (const vertex of inside) {
    const y = positions[vertex * 3 + 1] ?? 0
    const taper = Math.max(0, 1 - (Math.abs(positions[vertex * 3] ?? 0) / wide) ** 4)
    const share = touching.has(vertex) || loops.deep.includes(vertex) ? 1 : 0.8
    positions[vertex * 3 + 1] = y + (y > middle ? -1 : 1) * CLOSE * share * taper
  }
}

/** Shapes somebody's head and shoulders. @param size how much larger than the data has it */
export function shapePerson(identity: Identity, size = 1): PersonShape {
  const rest = morph(identity)
  closeLips(rest)
  const frame = headFrame(rest, size)
  const { refined, regions: kinds } = refinedBody()
  const triangles = refined.quads.flatMap(({ corners }) => quadTriangles(corners))
  const posed = (pose: Exclude<Pose, 'rest'>): Float32Array => {
    const positions = Float32Array.from(rest)
    for (const [name, weight] of POSES[pose])
      for (const [race, share] of Object.entries(identity.ancestry))
        if (share > 0) addTarget(positions, `expression/units/${race}/${name}`, weight * share)
    return positions
  }
  const base = { rest, 'mouth-open': posed('mouth-open'), blink: posed('blink') }
  const positions = {
    rest: intoFrame(refined.refine(base.rest), frame),
    'mouth-open': intoFrame(refined.refine(base['mouth-open']), frame),
    blink: intoFrame(refined.refine(base.blink), frame),
  }
  return {
    frame,
    base,
    positions,
    normals: {
      rest: vertexNormals(positions.rest, triangles),
      'mouth-open': vertexNormals(positions['mouth-open'], triangles),
      blink: vertexNormals(positions.blink, triangles),
    },
    uvs: refined.uvs,
    quads: refined.quads.map((quad, i) => {
      const region = kinds[i] ?? 'torso'
      if (region !== 'torso') return { quad, region }
      const bare = quad.corners.every((corner) => collarHeight(positions.rest, corner) > -HIDDEN)
      return { quad, region: bare ? 'neck' : region }
    }),
  }
}
