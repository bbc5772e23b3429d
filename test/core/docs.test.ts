import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseCatalogueText } from '../../src/core/parse-catalogue'
import { decodeRoom, encodeRoom } from '../../src/core/room-code'

const text = readFileSync(new URL('../../docs/core.md', import.meta.url), 'utf8')

it('shows a catalogue that is one', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? []
  expect(parseCatalogueText(json)).toMatchObject({ ok: true })
})

it('shows a room code that is canonical', () => {
  const [, code = ''] = /\/room#(\S+)/.exec(text) ?? []
  const decoded = decodeRoom(code)
  if (!decoded.ok) throw new Error(decoded.fault.code)
  expect(encodeRoom(decoded.room)).toBe(code)
})
