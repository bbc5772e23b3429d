import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBundle } from './bundle'
import { ROOT } from './source-files'

/** Addresses of others that may stand in our code, each with the reason why none is ever fetched. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/www\.w3\.org\//, 'names of XML namespaces'],
  [/^https:\/\/react\.dev\/errors\//, "text of React's errors"],
  [/^https:\/\/(github\.com|threejs\.org|developer\.mozilla\.org)\//, 'text of warnings'],
  [/^https:\/\/(opencollective\.com\/react-three-fiber|docs\.pmnd\.rs\/)/, 'text of warnings'],
  [/^https:\/\/www\.unpkg\.com\/@iwer\/sem@/, 'a default of the emulator; ours brings its rooms along'],
  [/^https:\/\/schema\.org/, 'the vocabulary of structured data'],
  [/^https:\/\/(www\.)?khronos\.org\//, 'text of warnings'],
  [/^https:\/\/arvr\.google\.com\/scene-viewer/, 'the app a shopper opens by a tap'],
  [
    /^https:\/\/cdn\.jsdelivr\.net\/npm\/@webxr-input-profiles\//,
    'a default we replace: profiles are our own files',
  ],
  [/^https?:\/\/(localhost|127\.0\.0\.1|example\.(com|org))\b/, 'examples'],
]

/** Addresses in a script that no reason covers. */
function foreign(code: string): string[] {
  const addresses = code.match(/(?:https?|wss?):\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`\\<>)]*/gi) ?? []
  return [...new Set(addresses)].filter((address) => !KNOWN.some(([pattern]) => pattern.test(address)))
}

describe('addresses of others in the bundle', () => {
  it('are none that could be fetched', () => {
    // Workers are bundled by themselves and stand in no report.
    const workers = readdirSync(join(ROOT, 'dist', 'assets'))
      .filter((name) => /worker.*\.js$/.test(name))
      .map((name) => `assets/${name}`)
    const files = [...readBundle().map(({ file }) => file), ...workers]
    expect(workers.length).toBeGreaterThan(0)
    const found = files.flatMap((file) =>
      foreign(readFileSync(join(ROOT, 'dist', file), 'utf8')).map((address) => `${file}: ${address}`),
    )
    expect(files.length).toBeGreaterThan(5)
    expect(found).toEqual([])
  })

  it('and one would be seen', () => {
    expect(foreign('fetch("https://fonts.gstatic.com/x.woff2")')).toEqual([
      'https://fonts.gstatic.com/x.woff2',
    ])
  })
})
