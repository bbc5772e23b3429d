import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, expect, it } from 'vitest'
import { precompile, precompiledMessages } from '../../scripts/precompiled-messages'
import { createMessages } from '../../src/core/messages'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'vitrine-messages-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('leaves texts alone and parses the rest', () => {
  const compiled = JSON.parse(precompile('{ "a": "Open", "b": "{n, number} left" }'))
  expect(compiled.a).toBe('Open')
  expect(createMessages('en', compiled)('b', { n: 1200 })).toBe('1,200 left')
})

it('builds an app that speaks without the parser', async () => {
  const entry = join(folder, 'entry.js')
  writeFileSync(
    entry,
    `import { createMessages } from ${JSON.stringify(join(root, 'src/core/messages.ts'))}
import dictionary from ${JSON.stringify(join(root, 'assets/messages/en/core.json'))}
export const messages = createMessages('en', dictionary, { onFault: (fault) => { throw fault } })`,
  )
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [precompiledMessages()],
    build: {
      outDir: join(folder, 'dist'),
      emptyOutDir: true,
      lib: { entry, formats: ['es'], fileName: 'app' },
    },
  })
  const file = join(folder, 'dist/app.js')
  // A name from inside the parser's grammar.
  expect(readFileSync(file, 'utf8')).not.toContain('EXPECT_ARGUMENT_CLOSING_BRACE')
  const { messages } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  expect(messages('room.missing', { count: 2 })).toBe('2 products of this room are no longer sold here.')
  expect(messages('dimensions.spoken', { width: '1', height: '2', depth: '3' })).toBe(
    '1 wide, 2 high, 3 deep',
  )
})
