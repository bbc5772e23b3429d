import type { RefinedPoints } from './refined-points.ts'
import { editTflite } from './tflite-edit.ts'
import { TO_UNIT, tfliteMetadata } from './tflite-metadata.ts'

const POINTS = 468
const IRIS = 5
const ALL = POINTS + 2 * IRIS
/** The eye's contour, whose mean depth an iris takes: the first of the eye's list, as in MediaPipe's refinement graph. */
const CONTOUR = 16

/** BuiltinOperator, BuiltinOptions of TFLite's schema. */
const CONCATENATION = { code: 2, optionsType: 10 }
const CONV_2D = { code: 3, optionsType: 1 }

/**
 * The attention model gives seven tensors (mesh, lips, eyes, irises, presence), which MediaPipe's old graph put together in code; Tasks wants 478 × 3 numbers
 * in one. So the model does it itself: everything in a row, times a matrix of zeros and ones. (GATHER would say it shorter, but not on a GPU.)
 */
export function mergeFaceLandmarks(attention: Uint8Array, refined: RefinedPoints): Uint8Array {
  return editTflite(attention, {
    metadata: tfliteMetadata('face_landmarks_detector', TO_UNIT, 2),
    build(graph) {
      const presence = graph.outputs[6]
      if (graph.outputs.length !== 7 || presence === undefined)
        throw new Error('tracker-models/face-landmarks: not the attention model')
      const { matrix, columns } = mergeMatrix(refined)
      const row = graph.tensor('merged', [1, 1, 1, columns])
      graph.operate({
        ...CONCATENATION,
        options: { 0: { i32: 3 } },
        inputs: graph.outputs.slice(0, 6),
        outputs: [row],
      })
      const rows = ALL * 3
      const weights = graph.tensor('merge', [rows, 1, 1, columns], graph.buffer(bytesOf(matrix)))
      const bias = graph.tensor('zero', [rows], graph.buffer(bytesOf(new Float32Array(rows))))
      const landmarks = graph.tensor('landmarks', [1, 1, 1, rows])
      graph.operate({
        ...CONV_2D,
        // Padding VALID; strides and dilations of 1.
        options: { 0: { i8: 1 }, 1: { i32: 1 }, 2: { i32: 1 }, 3: { i8: 0 }, 4: { i32: 1 }, 5: { i32: 1 } },
        inputs: [row, weights, bias],
        outputs: [landmarks],
      })
      graph.setOutputs([landmarks, presence])
    },
  })
}

/** For each of the 478 × 3 numbers, its share of each number that the model gives; row by row. */
export function mergeMatrix({ lips, eyeAtLeft, eyeAtRight }: RefinedPoints) {
  const lipsFrom = POINTS * 3
  const leftFrom = lipsFrom + lips.length * 2
  const rightFrom = leftFrom + eyeAtLeft.length * 2
  const leftIrisFrom = rightFrom + eyeAtRight.length * 2
  const rightIrisFrom = leftIrisFrom + IRIS * 2
  const columns = rightIrisFrom + IRIS * 2
  const matrix = new Float32Array(ALL * 3 * columns)
  const take = (row: number, column: number) => {
    matrix.fill(0, row * columns, (row + 1) * columns)
    matrix[row * columns + column] = 1
  }
  for (let i = 0; i < POINTS * 3; i++) take(i, i)
  // A refinement moves a point in the picture and leaves its depth.
  const refine = (points: readonly number[], from: number) => {
    points.forEach((point, k) => {
      take(3 * point, from + 2 * k)
      take(3 * point + 1, from + 2 * k + 1)
    })
  }
  refine(lips, lipsFrom)
  refine(eyeAtLeft, leftFrom)
  refine(eyeAtRight, rightFrom)
  const iris = (first: number, from: number, eye: readonly number[]) => {
    for (let k = 0; k < IRIS; k++) {
      const row = 3 * (first + k)
      take(row, from + 2 * k)
      take(row + 1, from + 2 * k + 1)
      for (const point of eye.slice(0, CONTOUR)) matrix[(row + 2) * columns + 3 * point + 2] = 1 / CONTOUR
    }
  }
  iris(POINTS, leftIrisFrom, eyeAtLeft)
  iris(POINTS + IRIS, rightIrisFrom, eyeAtRight)
  return { matrix, columns }
}

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer)
