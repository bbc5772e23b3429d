/** Which of the 468 points each refinement of the attention model moves, in the order in which it gives them. */
export interface RefinedPoints {
  readonly lips: readonly number[]
  /** Of the eye at image left, the wearer's right. */
  readonly eyeAtLeft: readonly number[]
  readonly eyeAtRight: readonly number[]
}

const LIPS = 80
const EYE = 71
const POINTS = 468
/** `LandmarksRefinementCalculatorOptions.Refinement.indexes_mapping`: field 1, not packed, so that each number follows this byte. */
const TAG = 0x08
/** Corners of the eyes, where each eye's list begins. */
const OUTER_CORNER = { atLeft: 33, atRight: 263 }

/**
 * Reads the lists out of the graph that is compiled into face_mesh's WebAssembly: runs of numbers below 468, each after the field's tag, as long as a refinement.
 *
 * @throws when the program holds no such runs
 */
export function readRefinedPoints(program: Uint8Array): RefinedPoints {
  const runs: number[][] = []
  for (let at = 0; at < program.length; at++) {
    if (program[at] !== TAG) continue
    const { values, end } = run(program, at)
    const wanted = values.length === LIPS || values.length === EYE
    if (wanted && new Set(values).size === values.length) runs.push(values)
    if (values.length >= EYE) at = end - 1
  }
  const lips = runs.find((values) => values.length === LIPS)
  const eye = (corner: number) => runs.find((values) => values.length === EYE && values[0] === corner)
  const eyeAtLeft = eye(OUTER_CORNER.atLeft)
  const eyeAtRight = eye(OUTER_CORNER.atRight)
  if (!lips || !eyeAtLeft || !eyeAtRight) throw new Error('tracker-models/refined-points: not found')
  return { lips, eyeAtLeft, eyeAtRight }
}

/** Numbers below 468 (one or two bytes, little end first), each after its tag. */
function run(program: Uint8Array, start: number): { values: number[]; end: number } {
  const values: number[] = []
  let at = start
  while (program[at] === TAG) {
    const low = program[at + 1] ?? 0
    const high = low & 128 ? (program[at + 2] ?? 255) : 0
    if (high & 128) break
    const value = (low & 127) | (high << 7)
    if (value >= POINTS) break
    values.push(value)
    at += low & 128 ? 3 : 2
  }
  return { values, end: at }
}
