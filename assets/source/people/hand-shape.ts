import { baseMesh, type Quad } from './base-mesh'
import { catmullClark } from './catmull-clark'
import { jointAt, move, PosedRig, type Turn } from './hand-rig'
import type { Point } from './head-frame'
import type { Identity } from './identity'
import { morph } from './morph'
import { quadTriangles, vertexNormals } from './part'
import { regions } from './regions'
import { across, cross, dot, length, minus, plus, unit } from './vector'

/** How a hand is held, degrees. */
export interface HandPose {
  readonly name: string
  /** Bend of each finger's three joints; the thumb's first. */
  readonly curl: readonly (readonly [number, number, number])[]
  /** Sideways, towards the thumb. */
  readonly spread: readonly number[]
  /** Bend of the wrist: positive towards the palm. */
  readonly wrist: number
  /** Bend of the wrist sideways, towards the little finger; 0 unless told. */
  readonly sideways?: number
}

/** A posed right hand with its forearm in its own frame, metres: origin at the wrist's centre, Y to the middle finger's knuckle, the back facing +Z, hence the thumb at -X. */
export interface HandShape {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly quads: readonly { readonly quad: Quad; readonly part: 'hand' | 'arm' }[]
  /** The 21 points of MediaPipe's hand, in its order. */
  readonly joints: readonly Point[]
  /** Up the forearm, from the wrist: elbow's direction. */
  readonly elbow: Point
  /** Finger (0 the thumb) a vertex of the base moves with, or -1; by refined vertex. */
  readonly fingerOf: (vertex: number) => number
}

/** How much of the forearm is kept, metres from the wrist. */
const FOREARM = 0.235
/** How far from the arm's axis anything of it lies at most, decimetres. */
const ASIDE = 1.05

const SEGMENTS = [1, 2, 3] as const
const FINGERS = [1, 2, 3, 4, 5] as const

export function shapeHand(identity: Identity, size: number, pose: HandPose): HandShape {
  const rest = morph(identity)
  const base = baseMesh()
  const wrist = jointAt(rest, 'wrist.R____head')
  const elbow = jointAt(rest, 'lowerarm01.R____head')
  const knuckle = (finger: number) => jointAt(rest, `finger${finger}-1.R____head`)
  const along = unit(minus(knuckle(3), wrist))
  // Out of the back of the hand: from the little finger to the index across the way to the fingers.
  const dorsal = across(cross(along, minus(knuckle(2), knuckle(5))), along)
  const turns: Turn[] = [
    { bone: 'wrist.R', axis: unit(cross(dorsal, along)), degrees: pose.wrist },
    { bone: 'wrist.R', axis: dorsal, degrees: pose.sideways ?? 0 },
  ]
  for (const finger of FINGERS) {
    const tip = jointAt(rest, `finger${finger}-3.R____tail`)
    const direction = unit(minus(tip, knuckle(finger)))
    // The thumb bends across the palm, its back turned away from the fingers.
    const back =
      finger === 1 ? across(unit([dorsal[0], dorsal[1], dorsal[2]]), direction) : across(dorsal, direction)
    turns.push({ bone: `finger${finger}-1.R`, axis: back, degrees: pose.spread[finger - 1] ?? 0 })
    for (const segment of SEGMENTS)
      turns.push({
        bone: `finger${finger}-${segment}.R`,
        axis: unit(cross(back, direction)),
        degrees: pose.curl[finger - 1]?.[segment - 1] ?? 0,
      })
  }
  const rig = new PosedRig(rest, turns)
  const scale = 0.1 * size
  const upArm = unit(minus(elbow, wrist))
  const at = (positions: Float32Array, vertex: number): Point => [
    positions[vertex * 3] ?? 0,
    positions[vertex * 3 + 1] ?? 0,
    positions[vertex * 3 + 2] ?? 0,
  ]
  /** How far up the arm a vertex lies, and how far from its axis, decimetres. */
  const reach = (positions: Float32Array, vertex: number): readonly [number, number] => {
    const from = minus(at(positions, vertex), wrist)
    const up = dot(from, upArm)
    return [up, length(plus(from, upArm, -up))]
  }
  const end = FOREARM / scale
  const kept = regions().quads.filter(({ quad, region }) => {
    if (region !== 'torso') return false
    const reaches = quad.corners.map((corner) => reach(rest, corner))
    // Legs hang beside the arm.
    return reaches.some(([up]) => up < end) && reaches.every(([, aside]) => aside < ASIDE)
  })
  const used = new Set(kept.flatMap(({ quad }) => quad.corners))
  const posed = rig.skin(used)
  // A clean end: what reaches beyond it is drawn back onto its plane.
  for (const vertex of used) {
    const [up] = reach(posed, vertex)
    if (up > end) posed.set(plus(at(posed, vertex), upArm, end - up), vertex * 3)
  }
  const jointOf = (bone: string, end: 'head' | 'tail') =>
    move(rig.motionOf(bone), jointAt(rest, `${bone}____${end}`))

  const quads = kept.map(({ quad }) => quad)
  const refined = catmullClark(quads, base.vertexCount, base.uvs)
  const origin = wrist
  const middle = jointOf('finger3-1.R', 'head')
  const up = unit(minus(middle, origin))
  const out = across(cross(up, minus(jointOf('finger2-1.R', 'head'), jointOf('finger5-1.R', 'head'))), up)
  const side = cross(up, out)
  const into = (p: Point): Point => {
    const from = minus(p, origin)
    return [dot(from, side) * scale, dot(from, up) * scale, dot(from, out) * scale]
  }
  const dense = refined.refine(posed)
  const positions = new Float32Array(dense.length)
  for (let i = 0; i < dense.length; i += 3)
    positions.set(into([dense[i] ?? 0, dense[i + 1] ?? 0, dense[i + 2] ?? 0]), i)
  const joints: Point[] = [into(wrist)]
  for (const finger of FINGERS) {
    for (const segment of SEGMENTS) joints.push(into(jointOf(`finger${finger}-${segment}.R`, 'head')))
    joints.push(into(jointOf(`finger${finger}-3.R`, 'tail')))
  }
  // An island of its own holds the hand; the forearm lies on the body's.
  const handIsland = (uvs: readonly number[]) => (base.uvs[(uvs[0] ?? 0) * 2 + 1] ?? 0) < 0.21
  const finger = fingers(kept.flatMap(({ quad }) => quad.corners))
  const owner = new Map<number, number>()
  refined.quads.forEach(({ corners }, i) => {
    const source = quads[Math.floor(i / 4)]?.corners ?? []
    const found = source.map((corner) => finger.get(corner) ?? -1)
    for (const corner of corners) if (!owner.has(corner)) owner.set(corner, Math.max(...found))
  })
  return {
    positions,
    normals: vertexNormals(
      positions,
      refined.quads.flatMap(({ corners }) => quadTriangles(corners)),
    ),
    uvs: refined.uvs,
    quads: refined.quads.map((quad, i) => ({
      quad,
      part: handIsland(quads[Math.floor(i / 4)]?.uvs ?? []) ? 'hand' : 'arm',
    })),
    joints,
    elbow: unit(into(elbow)),
    fingerOf: (vertex) => owner.get(vertex) ?? -1,
  }
}

/** The finger each vertex of the base mostly moves with. */
function fingers(vertices: readonly number[]): Map<number, number> {
  const { bones, skinIndices, skinWeights, influences } = baseMesh()
  const out = new Map<number, number>()
  for (const vertex of vertices)
    for (let k = 0; k < influences; k++) {
      if ((skinWeights[vertex * influences + k] ?? 0) < 0.4) continue
      const match = /^finger(\d)-\d\.R/.exec(bones[skinIndices[vertex * influences + k] ?? 0]?.name ?? '')
      if (match) out.set(vertex, Number(match[1]) - 1)
    }
  return out
}
