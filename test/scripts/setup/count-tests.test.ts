import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countTests } from '../../../scripts/setup/count-tests.mjs'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-'))
const path = join(folder, 'report.json')
afterAll(() => rmSync(folder, { recursive: true }))

const count = (report: object, exitCode: number) => {
  writeFileSync(path, JSON.stringify(report))
  return countTests(path, exitCode)
}

describe('a run is counted distrustfully', () => {
  it('counts tests', () => {
    expect(count({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 0)).toEqual({
      passed: 3,
      failed: 0,
    })
    const failed = { status: 'failed', name: 'a', assertionResults: [{ status: 'failed' }] }
    expect(count({ numPassedTests: 3, numFailedTests: 1, testResults: [failed] }, 1)).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  it('a file that does not load is a failure, though every test that ran is green', () => {
    const broken = { status: 'failed', name: 'a.test.ts', assertionResults: [] }
    expect(count({ numPassedTests: 3, numFailedTests: 0, testResults: [broken] }, 1)).toMatchObject({
      failed: 1,
    })
  })

  it('so are no tests, no report, half a report, and an error outside the tests', () => {
    expect(count({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toMatchObject({ failed: 1 })
    expect(count({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toMatchObject({
      passed: 3,
      failed: 1,
    })
    writeFileSync(path, '{"num')
    expect(countTests(path, 0)).toMatchObject({ failed: 1 })
    expect(countTests(join(folder, 'none.json'), 0)).toMatchObject({ failed: 1 })
  })
})
