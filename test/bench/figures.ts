import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../architecture/source-files'
import type { Report } from './bench'
import { markdownTable, meets } from './table'

/** Makes docs/figures.md from the results that were kept. */
export function writeFigures(): void {
  const folder = join(import.meta.dirname, 'results')
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): Report => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  writeFileSync(join(ROOT, 'docs', 'figures.md'), figures(reports))
}

/** The page of measured figures. Pure: the same results make the same page. */
export function figures(reports: readonly Report[]): string {
  const sections = reports.map(({ bench, when, machine, commit, notes, rows }) => {
    const aimed = rows.filter((row) => row.target !== undefined)
    const met = aimed.filter(meets).length
    return `## ${bench}

${machine}. Measured ${when.slice(0, 10)} at commit ${commit.replace('+changes', ' (with changes)')}. Targets met: ${met} of ${aimed.length}.

${markdownTable(rows)}

${notes.map((note) => `- ${note}`).join('\n')}
`
  })
  return `# Measured figures

Made from \`test/bench/results\` by \`npm run bench -- --save\`; do not edit. A value is the median of its runs. A ratio
is the median of ours / theirs, paired run by run, fresh browser each, order shuffled: below 1 is better than the peer.

${sections.join('\n')}`
}
