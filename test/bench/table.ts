import type { Row } from './bench'

/** A number as people read it: three or four significant figures. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Number.isInteger(value)) return String(value)
  const size = Math.abs(value)
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

const HEAD = ['case', 'metric', 'value', 'min - max', 'ours / theirs', 'min - max', 'target'] as const

/** Cells of a row, in the order of the head. */
export function cells(row: Row): string[] {
  const bound = row.atLeast ? '>=' : '<='
  const target = row.target === undefined ? '' : `${bound} ${row.target} ${meets(row) ? 'met' : 'MISSED'}`
  const ratio = row.ratio === undefined ? '' : row.ratio.toFixed(2)
  const range =
    row.ratioMin === undefined || row.ratioMax === undefined
      ? ''
      : `${row.ratioMin.toFixed(2)} - ${row.ratioMax.toFixed(2)}`
  return [
    row.case,
    row.metric,
    `${readable(row.value)} ${row.unit}`.trim(),
    `${readable(row.min)} - ${readable(row.max)}`,
    ratio,
    range,
    target,
  ]
}

/** Whether a row is where we want it. */
export function meets({ target, atLeast, ratio, value }: Row): boolean {
  if (target === undefined) return true
  const figure = ratio ?? value
  return atLeast ? figure >= target - 0.005 : figure <= target + 0.005
}

/** Rows as aligned text for a terminal. */
export function textTable(rows: readonly Row[]): string {
  const lines = [[...HEAD], ...rows.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Rows as a Markdown table. */
export function markdownTable(rows: readonly Row[]): string {
  const line = (columns: readonly string[]) => `| ${columns.join(' | ')} |`
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n')
}
