import type { Messages } from '../core/messages'

/** What an operating system refuses, and the message that says so and what to do. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'cli.file.not-found',
  ENOTDIR: 'cli.file.not-found',
  EACCES: 'cli.file.denied',
  EPERM: 'cli.file.denied',
  EROFS: 'cli.file.denied',
  EISDIR: 'cli.file.folder',
  ENOSPC: 'cli.file.disk-full',
  EDQUOT: 'cli.file.disk-full',
}

/** A file that could not be read or written, as a sentence. */
export function fileFaultText(error: unknown, path: string, say: Messages): string {
  const code = codeOf(error)
  const key = code ? SENTENCES[code] : undefined
  const reason = error instanceof Error ? error.message : String(error)
  return say(key ?? 'cli.file.other', { path, reason })
}

/** The system's code of an error, `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
