import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ByteBuffer } from 'flatbuffers'
import { describe, expect, it } from 'vitest'
import { coarsenWeights } from '../../../scripts/tracker-models/coarse-weights'
import { composeTrackerModels } from '../../../scripts/tracker-models/compose'
import { mergeParts } from '../../../scripts/tracker-models/face-landmarks'
import { FlatbufferPrefix } from '../../../scripts/tracker-models/flatbuffer-prefix'
import { unpackAssets } from '../../../scripts/tracker-models/packed-assets'
import { readMessage } from '../../../scripts/tracker-models/protobuf'
import { readRefinedPoints } from '../../../scripts/tracker-models/refined-points'
import { trackerFiles } from '../../../src/experiences/tryon/tracker/tracker-files'
import { ROOT } from '../../architecture/source-files'
import { readZip } from '../../pipeline/read-zip'

const packages = join(ROOT, 'node_modules', '@mediapipe')
const wasm = readFileSync(join(packages, 'face_mesh', 'face_mesh_solution_simd_wasm_bin.wasm'))

describe('the models that the build composes', () => {
  const files = new Map(composeTrackerModels(packages).map(({ name, bytes }) => [name, bytes]))
  const bundle = (name: string) => readZip(files.get(name) ?? new Uint8Array())

  it('are bundles with the names that MediaPipe Tasks looks for, stored in place', () => {
    const names = (name: string) => bundle(name).map((entry) => entry.name)
    expect(names('face_landmarker.task')).toEqual([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ])
    expect(names('hand_landmarker.task')).toEqual(['hand_detector.tflite', 'hand_landmarks_detector.tflite'])
    for (const entry of [...bundle('face_landmarker.task'), ...bundle('hand_landmarker.task')]) {
      expect(entry.method).toBe(0)
      expect(entry.start % 16).toBe(0)
    }
  })

  it.each([
    ['face_landmarker.task', 'face_landmarks_detector.tflite', 2],
    ['face_landmarker.task', 'face_detector.tflite', 2],
    ['hand_landmarker.task', 'hand_landmarks_detector.tflite', 4],
  ])('%s: %s gives %i tensors and describes itself', (file, part, outputs) => {
    const model = bundle(file).find(({ name }) => name === part)?.bytes ?? new Uint8Array()
    expect(new ByteBuffer(model).getBufferIdentifier()).toBe('TFL3')
    const reader = new FlatbufferPrefix(model)
    const [graph] = reader.tables(reader.follow(reader.root(), 2))
    expect(reader.integers(reader.follow(Number(graph), 2))).toHaveLength(outputs)
    expect(Buffer.from(model).includes('TFLITE_METADATA')).toBe(true)
    expect(Buffer.from(model).includes('M001')).toBe(true)
  })

  it("keep the face's weights byte for byte", () => {
    const assets = unpackAssets(join(packages, 'face_mesh'), 'face_mesh_solution_packed_assets')
    const original = assets.get('face_detection_short_range.tflite') ?? new Uint8Array()
    const part = bundle('face_landmarker.task').find(({ name }) => name === 'face_detector.tflite')
    expect(original.length).toBeGreaterThan(2e5)
    expect(Buffer.from(part?.bytes.subarray(-original.length) ?? []).equals(original)).toBe(true)
  })

  it("round the hand's weights so that a visit with a hand stays below 7 MB", () => {
    const original = readFileSync(join(packages, 'hands', 'hand_landmark_full.tflite'))
    const part = bundle('hand_landmarker.task').find(({ name }) => name === 'hand_landmarks_detector.tflite')
    const rounded = part?.bytes.subarray(-original.length) ?? new Uint8Array()
    expect(Buffer.from(rounded).equals(original)).toBe(false)
    expect(Buffer.from(rounded).equals(coarsenWeights(original, 16))).toBe(true)
    expect(gzipSync(files.get('hand_landmarker.task') ?? new Uint8Array()).length).toBeLessThan(3.06e6)
  }, 60_000)

  it('are as long as the tracker says, and so is the program', () => {
    const { models, wasm: program } = trackerFiles('/tracker')
    const lengthOf = (address: string) => {
      const name = address.split('/').at(-1) ?? ''
      const composed = files.get(name)
      return composed ? composed.length : statSync(join(packages, 'tasks-vision', 'wasm', name)).size
    }
    for (const file of [...Object.values(models), program])
      expect([file.address, file.bytes]).toEqual([file.address, lengthOf(file.address)])
  })
})

describe('merging the refined points', () => {
  const refined = readRefinedPoints(wasm)
  const { kept, irises, moved, refinements } = mergeParts(refined)
  const MESH = 468 * 3
  /** Shares of one of the 478 × 3 numbers in the mesh's numbers and, after them, in those that refine. */
  const row = (number: number) => {
    const shares = new Float32Array(MESH + refinements)
    if (number < MESH) shares[number] = kept[number] ?? 0
    else shares.set(irises.subarray((number - MESH) * MESH, (number - MESH + 1) * MESH))
    shares.set(moved.subarray(number * refinements, (number + 1) * refinements), MESH)
    return shares
  }

  it('finds lips and eyes in the program that knows them', () => {
    expect(refined.lips).toHaveLength(80)
    expect(refined.lips).toEqual(expect.arrayContaining([61, 291, 13, 14]))
    expect(refined.eyeAtLeft).toEqual(expect.arrayContaining([33, 133, 159, 145]))
    expect(refined.eyeAtRight).toEqual(expect.arrayContaining([263, 362, 386, 374]))
  })

  it('refuses a program without them', () => {
    expect(() => readRefinedPoints(new Uint8Array(1000))).toThrow('refined-points')
  })

  it('gives every number once: a mean of what the model says', () => {
    for (let number = 0; number < 478 * 3; number++)
      expect(row(number).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5)
  })

  it('takes a lip from the lips but its depth from the mesh', () => {
    const corner = refined.lips.indexOf(61)
    expect(row(61 * 3).indexOf(1)).toBe(MESH + corner * 2)
    expect(row(61 * 3 + 1).indexOf(1)).toBe(MESH + corner * 2 + 1)
    expect(row(61 * 3 + 2).indexOf(1)).toBe(61 * 3 + 2)
  })

  it('leaves skin as it is and ends with the irises', () => {
    expect(row(10 * 3).indexOf(1)).toBe(30)
    expect(row(468 * 3).indexOf(1)).toBe(MESH + refinements - 20)
    expect(row(473 * 3).indexOf(1)).toBe(MESH + refinements - 10)
  })
})

describe('readMessage', () => {
  it('reads numbers, floats and messages inside', () => {
    const bytes = new Uint8Array([0x08, 0x96, 0x01, 0x15, 0, 0, 0x80, 0x3f, 0x1a, 2, 0x08, 7])
    const [varint, float, inside] = readMessage(bytes)
    expect(varint).toEqual({ number: 1, kind: 'varint', value: 150 })
    expect(float).toEqual({ number: 2, kind: 'float', value: 1 })
    expect(inside?.kind === 'bytes' && readMessage(inside.value)).toEqual([
      { number: 1, kind: 'varint', value: 7 },
    ])
  })

  it.each([[[0x0a, 9, 1]], [[0x0b]], [[0x08, 255, 255, 255, 255, 255, 1]]])('refuses %j', (bytes) => {
    expect(() => readMessage(new Uint8Array(bytes))).toThrow('protobuf')
  })
})
