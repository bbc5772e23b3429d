// npx tsx assets/source/try-on/canonical-face.ts: writes assets/try-on/canonical-face.json, the face that MediaPipe's landmarks are numbered on.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unpackAssets } from '../../../scripts/tracker-models/packed-assets'
import { type ProtoField, readMessage } from '../../../scripts/tracker-models/protobuf'

const root = join(import.meta.dirname, '..', '..', '..')
const target = join(root, 'assets', 'try-on', 'canonical-face.json')

/** x, y, z (centimetres), u, v: `VertexType.VERTEX_PT` of MediaPipe's mesh_3d.proto. */
const VERTEX = 5
const METRES = 0.01

const packed = unpackAssets(
  join(root, 'node_modules', '@mediapipe', 'face_mesh'),
  'face_mesh_solution_packed_assets',
)
const metadata = packed.get('geometry_pipeline_metadata_landmarks.binarypb')
if (!metadata) throw new Error('canonical-face: the package has no geometry')

// GeometryPipelineMetadata.canonical_mesh = 1; Mesh3d.vertex_buffer = 3, index_buffer = 4.
const [mesh] = readMessage(metadata).filter(({ number }) => number === 1)
if (mesh?.kind !== 'bytes') throw new Error('canonical-face: the geometry has no mesh')
const fields = readMessage(mesh.value)
const vertices = numbers(fields, 3)
const triangles = numbers(fields, 4)

const rows = Array.from({ length: vertices.length / VERTEX }, (_, i) =>
  vertices.slice(i * VERTEX, (i + 1) * VERTEX),
)
const short = (value: number) => Number(value.toPrecision(5))
const face = {
  positions: rows.flatMap(([x = 0, y = 0, z = 0]) => [x, y, z].map((v) => short(v * METRES))),
  // v grows downwards in the file, as in glTF: the forehead is at 0.1, the chin at 0.95.
  uvs: rows.flatMap(([, , , u = 0, v = 0]) => [short(u), short(v)]),
  triangles,
}
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, `${JSON.stringify(face)}\n`)
console.log(`${rows.length} points, ${triangles.length / 3} triangles`)

/** A repeated number, packed or not. */
function numbers(all: readonly ProtoField[], number: number): number[] {
  return all
    .filter((field) => field.number === number)
    .flatMap((field) => {
      if (field.kind !== 'bytes') return [field.value]
      const view = new DataView(field.value.buffer, field.value.byteOffset, field.value.byteLength)
      return Array.from({ length: field.value.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true))
    })
}
