// npm run bench [-- NAME] [--json FILE] [--runs N] [--save]: measures, prints a table, writes what was measured.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Bench, Report } from './bench'
import { writeFigures } from './figures'
import { commitName, machineSentence, machineSlug } from './machine'
import { textTable } from './table'

const USAGE = `npm run bench                              every benchmark
npm run bench -- NAME                      one of them
  --runs N       how often each case is measured (default 7)
  --json FILE    writes the result
  --save         keeps the result under test/bench/results and renews docs/figures.md`

const benches = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'bench.ts')),
)

const names: string[] = []
const options: Record<string, string> = {}
const args = process.argv.slice(2)
for (let i = 0; i < args.length; i++) {
  const arg = args[i] ?? ''
  if (arg === '--save' || arg === '--help') options[arg.slice(2)] = 'yes'
  else if (arg.startsWith('--')) options[arg.slice(2)] = args[++i] ?? ''
  else names.push(arg)
}
const unknown = names.find((name) => !benches.includes(name))
const runs = Number(options.runs ?? 7)
if (options.help || unknown || !Number.isInteger(runs) || runs < 1) {
  if (unknown) console.error(`There is no benchmark "${unknown}". There are: ${benches.join(', ')}.`)
  console.log(USAGE)
  process.exit(options.help ? 0 : 1)
}

const reports: Report[] = []
for (const name of names.length > 0 ? names : benches) {
  const { bench }: { bench: Bench } = await import(`./${name}/bench.ts`)
  const { rows, notes } = await bench.run({ runs, extra: options })
  const when = new Date().toISOString()
  const report: Report = { bench: name, when, machine: machineSentence(), commit: commitName(), notes, rows }
  reports.push(report)
  console.log(`\n${name}: ${report.machine}, commit ${report.commit}\n${textTable(rows)}\n`)
  for (const note of notes) console.log(`- ${note}`)
  if (options.save) write(join(import.meta.dirname, 'results', `${machineSlug()}-${name}.json`), report)
}
if (options.json) write(resolve(options.json), reports.length === 1 ? reports[0] : reports)
if (options.save) writeFigures()

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
  console.log(`Wrote ${path}`)
}
