// Run by node-import.test.ts in a process of its own: imports every module named on standard input, one a
// line, in plain Node, and prints those that fail with the reason.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const failures: string[] = []
for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  try {
    await import(pathToFileURL(path).href)
  } catch (error) {
    failures.push(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
process.stdout.write(`\nRESULT ${JSON.stringify(failures)}`)
// A module that starts a timer or a server would keep the process alive.
process.exit(0)
