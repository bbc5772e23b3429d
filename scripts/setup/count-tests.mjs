import { existsSync, readFileSync } from 'node:fs'

/**
 * Counts a vitest run from its JSON report, distrustfully: a run that wrote none, ran no test, or exited
 * badly with every test green (a file that does not load, an unhandled error) has failed at least once.
 *
 * @param {string} report path of the JSON file
 * @param {number} exitCode of the runner
 * @returns {{ passed: number, failed: number, note?: string }}
 */
export function countTests(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: 'the test runner ended without a report' }
  let results
  try {
    results = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, note: 'the report of the test runner cannot be read' }
  }
  const passed = results.numPassedTests ?? 0
  const brokenFiles = (results.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = (results.numFailedTests ?? 0) + brokenFiles.length
  if (passed + failed === 0) return { passed: 0, failed: 1, note: 'no test ran' }
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, note: 'an error outside any test' }
  const note = brokenFiles.map((file) => file.name).join(', ')
  return note ? { passed, failed, note: `did not load: ${note}` } : { passed, failed }
}
