import type { RefinedPoints } from './refined-points.ts'
import { editTflite } from './tflite-edit.ts'
import { TO_UNIT, tfliteMetadata } from './tflite-metadata.ts'

const POINTS = 468
const IRIS = 5
const ALL = POINTS + 2 * IRIS
const MESH = POINTS * 3
/** The eye's contour, whose mean depth an iris takes: the first of the eye's list, as in MediaPipe's refinement graph. */
const CONTOUR = 16

/** BuiltinOperator, BuiltinOptions of TFLite's schema; padding VALID, strides and dilations of 1, no activation. */
const ADD = { code: 0, optionsType: 11, options: { 0: { i8: 0 } } }
const CONCATENATION = { code: 2, optionsType: 10, options: { 0: { i32: 3 } } }
const CONV_2D = {
  code: 3,
  optionsType: 1,
  options: { 0: { i8: 1 }, 1: { i32: 1 }, 2: { i32: 1 }, 3: { i8: 0 }, 4: { i32: 1 }, 5: { i32: 1 } },
}
const MUL = { code: 18, optionsType: 21, options: { 0: { i8: 0 } } }

/**
 * The attention model gives seven tensors (mesh, lips, eyes, irises, presence), which MediaPipe's old graph put together in code; Tasks wants 478 × 3 numbers
 * in one. So the model does it itself: the mesh with zeros where a refinement knows better, plus the refinements, each number sent to its place by a matrix of
 * zeros and ones. (GATHER would say it shorter, but not on a GPU; one matrix for all would be four times as large.)
 */
export function mergeFaceLandmarks(attention: Uint8Array, refined: RefinedPoints): Uint8Array {
  return editTflite(attention, {
    metadata: tfliteMetadata('face_landmarks_detector', TO_UNIT, 2),
    build(graph) {
      const [mesh, , , , , , presence] = graph.outputs
      if (graph.outputs.length !== 7 || mesh === undefined || presence === undefined)
        throw new Error('tracker-models/face-landmarks: not the attention model')
      const { kept, irises, moved, refinements } = mergeParts(refined)
      const row = (name: string, length: number) => graph.tensor(name, [1, 1, 1, length])
      const constant = (name: string, shape: readonly number[], values: Float32Array) =>
        graph.tensor(name, shape, graph.buffer(new Uint8Array(values.buffer)))
      const multiply = (name: string, input: number, matrix: Float32Array, columns: number) => {
        const rows = matrix.length / columns
        const weights = constant(`${name} weights`, [rows, 1, 1, columns], matrix)
        const bias = constant(`${name} bias`, [rows], new Float32Array(rows))
        const output = row(name, rows)
        graph.operate({ ...CONV_2D, inputs: [input, weights, bias], outputs: [output] })
        return output
      }
      const mask = constant('kept', [1, 1, 1, MESH], kept)
      const masked = row('masked mesh', MESH)
      graph.operate({ ...MUL, inputs: [mesh, mask], outputs: [masked] })
      const depths = multiply('irises', mesh, irises, MESH)
      const base = row('base', ALL * 3)
      graph.operate({ ...CONCATENATION, inputs: [masked, depths], outputs: [base] })
      const better = row('refinements', refinements)
      graph.operate({ ...CONCATENATION, inputs: graph.outputs.slice(1, 6), outputs: [better] })
      const placed = multiply('placed', better, moved, refinements)
      const landmarks = row('landmarks', ALL * 3)
      graph.operate({ ...ADD, inputs: [base, placed], outputs: [landmarks] })
      graph.setOutputs([landmarks, presence])
    },
  })
}

/** What the 478 × 3 numbers are made of. Matrices are row by row. */
export interface MergeParts {
  /** For each number of the mesh 1, or 0 when a refinement gives it. */
  readonly kept: Float32Array<ArrayBuffer>
  /** For each number of the irises, its share of each number of the mesh: their depth alone. */
  readonly irises: Float32Array<ArrayBuffer>
  /** For each of the 478 × 3 numbers, its share of each number that refines. */
  readonly moved: Float32Array<ArrayBuffer>
  /** How many numbers refine: lips, eyes, irises, (x, y) each. */
  readonly refinements: number
}

export function mergeParts({ lips, eyeAtLeft, eyeAtRight }: RefinedPoints): MergeParts {
  const irisAtLeft = Array.from({ length: IRIS }, (_, k) => POINTS + k)
  const irisAtRight = Array.from({ length: IRIS }, (_, k) => POINTS + IRIS + k)
  // In the order of the model's outputs. A point that two of them know is the later's.
  const points = [...lips, ...eyeAtLeft, ...eyeAtRight, ...irisAtLeft, ...irisAtRight]
  const refinements = points.length * 2
  const kept = new Float32Array(MESH).fill(1)
  const moved = new Float32Array(ALL * 3 * refinements)
  points.forEach((point, k) => {
    // In the picture alone: depth stays the mesh's.
    for (const axis of [0, 1]) {
      const number = point * 3 + axis
      if (number < MESH) kept[number] = 0
      moved.fill(0, number * refinements, (number + 1) * refinements)
      moved[number * refinements + k * 2 + axis] = 1
    }
  })
  const irises = new Float32Array(2 * IRIS * 3 * MESH)
  const deepen = (first: number, eye: readonly number[]) => {
    for (let k = 0; k < IRIS; k++)
      for (const point of eye.slice(0, CONTOUR))
        irises[((first + k) * 3 + 2) * MESH + point * 3 + 2] = 1 / CONTOUR
  }
  deepen(0, eyeAtLeft)
  deepen(IRIS, eyeAtRight)
  return { kept, irises, moved, refinements }
}
