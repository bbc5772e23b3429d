import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `src/experiences/tryon/fit/head-model.ts` holds; lengths in metres. */
export interface HeadModel {
  /** 478 × (x, y, z). */
  readonly positions: readonly number[]
  /** 478: the landmark on the other side. */
  readonly mirror: readonly number[]
  /** Landmarks that hold still on a skull. */
  readonly rigid: readonly number[]
  /** How far each is trusted, 1 for the mean. */
  readonly weights: readonly number[]
  /** For each rigid landmark how the tracker lets it slide: (x, y, z) for each of {@link DRIFT_TERMS}. */
  readonly drift: readonly number[]
  /** How people differ, one standard deviation of each of {@link MODES} independent ways: for each way (x, y, z) of each rigid landmark. */
  readonly modes: readonly number[]
}

/** Terms by which a landmark slides over the face; yaw and pitch in radians. */
export const DRIFT_TERMS = 5
/** Ways in which people differ. */
export const MODES = 14

const FOLDER = join(import.meta.dirname, '../../../src/experiences/tryon/fit')
/** Hundredths of a millimetre: finer than any of it is known. */
const UNIT = 1e5

const whole = (values: readonly number[], scale: number) =>
  `[${values.map((value) => Math.round(value * scale) + 0).join(', ')}]`

/** Writes the model as two modules: numbers that every shopper needs, so not one more request. */
export function writeHeadModel(model: HeadModel, origin: string): void {
  const note = `// Written by assets/source/try-on/write-head-model.ts: learn it anew there (learn-head-model.py). ${origin}`
  write(
    'head-model.ts',
    `${note}

/** 478 × (x, y, z), hundredths of a millimetre in the head's frame: where the tracker puts its landmarks on an average head seen from the front. */
export const POSITIONS: readonly number[] = ${whole(model.positions, UNIT)}

/** For each landmark the one on the other side of the face. */
export const MIRROR: readonly number[] = ${whole(model.mirror, 1)}

/** Landmarks that hold still on a skull. */
export const RIGID: readonly number[] = ${whole(model.rigid, 1)}

/** For each of them how far it is trusted, in hundredths. */
export const TRUST: readonly number[] = ${whole(model.weights, 100)}

/** For each of them how the tracker lets it slide over the face as the head turns: ${DRIFT_TERMS} × (x, y, z), hundredths of a millimetre (head-shape.ts has the terms). */
export const DRIFT: readonly number[] = ${whole(model.drift, UNIT)}
`,
  )
  write(
    'head-modes.ts',
    `${note}

/** How people's heads differ from the average: ${MODES} independent ways, one standard deviation of each, for each rigid landmark (x, y, z), hundredths of a millimetre. */
export const MODES: readonly number[] = ${whole(model.modes, UNIT)}
`,
  )
}

function write(name: string, text: string): void {
  const file = join(FOLDER, name)
  writeFileSync(file, text)
  execFileSync('npx', ['biome', 'format', '--write', file], { stdio: 'ignore' })
}
