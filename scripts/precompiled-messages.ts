import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

/** `assets/messages/<language>/<room>.json`. */
const MESSAGE_FILE = /\/assets\/messages\/[a-z]+\/[\w-]+\.json$/

/** What ICU MessageFormat gives a meaning; a text without it is its own result. */
const SYNTAX = /[{}'<#]/

/**
 * Parses the messages when the app is built and leaves the parser (7 KB gzip) out of it. Messages without arguments
 * stay texts. In development and in tests the texts are parsed as they are used.
 */
export function precompiledMessages(): Plugin {
  return {
    name: 'vitrine-precompiled-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer, options) {
      if (id !== '@formatjs/icu-messageformat-parser' || !importer?.includes('/intl-messageformat/'))
        return undefined
      return this.resolve('@formatjs/icu-messageformat-parser/no-parser.js', importer, options)
    },
    transform(code, id) {
      return MESSAGE_FILE.test(id) ? { code: precompile(code), map: null } : undefined
    },
  }
}

/** A message file's text with every message that needs it parsed. */
export function precompile(json: string): string {
  const messages: Record<string, string> = JSON.parse(json)
  const compiled = Object.entries(messages).map(([key, text]) => {
    return [key, SYNTAX.test(text) ? parse(text, { captureLocation: false }) : text] as const
  })
  return JSON.stringify(Object.fromEntries(compiled))
}
