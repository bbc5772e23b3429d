import type { Stream } from './world'

/** Colours of a terminal; plain text where there is none. */
export interface Style {
  bold(text: string): string
  faint(text: string): string
  good(text: string): string
  careful(text: string): string
  bad(text: string): string
}

/** Colour only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export function styleOf(stream: Stream, env: Readonly<Record<string, string | undefined>>): Style {
  const coloured = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const paint = (code: number) => (text: string) => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text)
  return { bold: paint(1), faint: paint(2), good: paint(32), careful: paint(33), bad: paint(31) }
}
