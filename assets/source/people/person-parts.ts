import type { BaseMesh, Quad } from './base-mesh'
import { eyeballs } from './eyeball'
import { garment } from './garment'
import { intoFrame } from './head-frame'
import { gatherPart, type Part, quadTriangles, vertexNormals } from './part'
import type { PersonShape, Pose } from './person-shape'
import { fitProxy, proxyMesh } from './proxy'
import type { Region } from './regions'
import { skinUv } from './skin-atlas'
import type { HeadTruth } from './truth'

/** The bundled parts somebody wears; paths below `public/data/proxies`. */
export interface Fittings {
  readonly hair: string | undefined
  readonly brows: string
  readonly lashes: string
  readonly teeth: string
  readonly tongue: string
}

const plain = (uvs: Float32Array) => (index: number) =>
  [uvs[index * 2] ?? 0, 1 - (uvs[index * 2 + 1] ?? 0)] as const

/** All parts of a person, in the head's frame. */
export function personParts(shape: PersonShape, truth: HeadTruth, fittings: Fittings): Part[] {
  const { positions, normals, uvs, quads } = shape
  const morphs = {
    'mouth-open': { positions: positions['mouth-open'], normals: normals['mouth-open'] },
    blink: { positions: positions.blink, normals: normals.blink },
  }
  const skinPart = (name: string, among: readonly Region[]) => {
    const neckUvs = uvs.length / 2
    const vertices: number[] = []
    const corners: number[] = []
    for (const { quad, region } of quads) {
      if (!among.includes(region)) continue
      vertices.push(...quadTriangles(quad.corners))
      // The neck has its own place on the texture: told apart by an index beyond all others.
      corners.push(...quadTriangles(quad.uvs).map((uv) => (region === 'neck' ? uv + neckUvs : uv)))
    }
    return gatherPart(
      name,
      { vertices, uvs: corners },
      (index) => (index >= neckUvs ? skinUv(uvs, index - neckUvs, true) : skinUv(uvs, index, false)),
      positions.rest,
      normals.rest,
      morphs,
    )
  }
  const fitted = (name: string, path: string, moves: readonly Exclude<Pose, 'rest'>[]) =>
    fittedPart(name, proxyMesh(path), shape, moves)
  const parts = [
    skinPart('skin', ['head', 'neck']),
    skinPart('lips', ['lips']),
    skinPart('mouth', ['mouth', 'sockets']),
    eyeballs(truth),
    fitted('lashes', fittings.lashes, ['blink']),
    fitted('brows', fittings.brows, ['blink']),
    fitted('teeth', fittings.teeth, ['mouth-open']),
    fitted('tongue', fittings.tongue, ['mouth-open']),
    garment(shape),
  ]
  return fittings.hair ? [...parts, fitted('hair', fittings.hair, [])] : parts
}

/** What must not show between closed lips. */
const INSIDE = new Set(['teeth', 'tongue'])

/** Makes what is in the mouth a little narrower and sets it back: lips that are pressed together would lie against it. */
function drawIn(positions: Float32Array): void {
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] = (positions[i] ?? 0) * 0.87
    positions[i + 2] = (positions[i + 2] ?? 0) - 0.0035
  }
}

/** A bundled part laid on the head, with the poses it follows. */
function fittedPart(
  name: string,
  mesh: BaseMesh,
  { base, frame }: PersonShape,
  moves: readonly Exclude<Pose, 'rest'>[],
): Part {
  const triangles = mesh.quads.flatMap(({ corners }: Quad) => quadTriangles(corners))
  const place = (pose: Pose) => {
    const positions = intoFrame(fitProxy(mesh, base[pose]), frame)
    if (INSIDE.has(name)) drawIn(positions)
    return { positions, normals: vertexNormals(positions, triangles) }
  }
  const rest = place('rest')
  return gatherPart(
    name,
    { vertices: triangles, uvs: mesh.quads.flatMap(({ uvs }: Quad) => quadTriangles(uvs)) },
    plain(mesh.uvs),
    rest.positions,
    rest.normals,
    Object.fromEntries(moves.map((pose) => [pose, place(pose)])),
  )
}
