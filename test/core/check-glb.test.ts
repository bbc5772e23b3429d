import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkGlb } from '../../src/core/check-glb'
import { LIMITS } from '../../src/core/check-gltf'
import { createMessages, type MessageFault } from '../../src/core/messages'
import type { ModelFaultCode } from '../../src/core/model-fault'
import { frameGlb, writeGlb } from '../engine/write-glb'

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer

/** The least document that holds a triangle, to be spoilt. */
function triangle(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' }],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    buffers: [{ byteLength: 36 }],
    ...change,
  }
}
const bin = new Uint8Array(36)
const valid = await writeGlb()

const cases: [string, ArrayBuffer, ModelFaultCode | 'ok'][] = [
  ['valid', valid, 'ok'],
  ['the least triangle', frameGlb(triangle(), bin), 'ok'],
  ['an empty file', new ArrayBuffer(0), 'empty-file'],
  ['three bytes', new ArrayBuffer(3), 'not-glb'],
  ['the magic alone', valid.slice(0, 6), 'truncated'],
  ['cut in the header', valid.slice(0, 11), 'truncated'],
  ['cut in the middle', valid.slice(0, valid.byteLength >> 1), 'truncated'],
  ['one byte short', valid.slice(0, -1), 'truncated'],
  ['wrong magic', bytesOf(`JUNK${'x'.repeat(100)}`), 'not-glb'],
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]).buffer, 'not-glb'],
  ['a web page', bytesOf('\n<!DOCTYPE html><html><body>Not here</body></html>'), 'web-page'],
  [
    'a .gltf with other files',
    bytesOf(JSON.stringify(triangle({ buffers: [{ uri: 'a.bin' }] }))),
    'gltf-json',
  ],
  ['some other JSON', bytesOf('{"name":"package"}'), 'not-glb'],
  ['glTF 1.0', frameGlb(triangle(), bin, 1), 'old-version'],
  ['a GLB 2 that says asset 1.0', frameGlb(triangle({ asset: { version: '1.0' } }), bin), 'old-version'],
  ['JSON garbage', frameGlb('{"asset":{"version":', bin), 'bad-json'],
  ['a list for a document', frameGlb([], bin), 'bad-json'],
  ['no asset', frameGlb({}, bin), 'bad-structure'],
  ['no binary chunk', frameGlb(triangle()), 'missing-buffer'],
  ['a short binary chunk', frameGlb(triangle(), new Uint8Array(8)), 'missing-buffer'],
  [
    'a view past its buffer',
    frameGlb(triangle({ bufferViews: [{ buffer: 0, byteLength: 4000 }] }), bin),
    'missing-buffer',
  ],
  [
    'an accessor past its view',
    frameGlb(
      triangle({ accessors: [{ bufferView: 0, componentType: 5126, count: 300, type: 'VEC3' }] }),
      bin,
    ),
    'missing-buffer',
  ],
  [
    'an accessor of no type',
    frameGlb(triangle({ accessors: [{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC9' }] }), bin),
    'missing-buffer',
  ],
  [
    'a buffer elsewhere',
    frameGlb(triangle({ buffers: [{ byteLength: 36, uri: 'shape.bin' }] }), bin),
    'external-file',
  ],
  [
    'a picture elsewhere',
    frameGlb(triangle({ images: [{ uri: 'https://example.com/a.png' }] }), bin),
    'external-file',
  ],
  [
    'an unknown required extension',
    frameGlb(triangle({ extensionsRequired: ['EXT_teapots'] }), bin),
    'unsupported-extension',
  ],
  ['a node that does not exist', frameGlb(triangle({ scenes: [{ nodes: [7] }] }), bin), 'bad-structure'],
  ['a node inside itself', frameGlb(triangle({ nodes: [{ mesh: 0, children: [0] }] }), bin), 'bad-structure'],
  ['a string for a list', frameGlb(triangle({ scenes: 'none' }), bin), 'bad-structure'],
  ['null for a node', frameGlb(triangle({ nodes: [null] }), bin), 'bad-structure'],
  [
    'zeros that would fill the memory',
    frameGlb(
      triangle({
        accessors: [
          { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' },
          { componentType: 5126, count: LIMITS.vertices + 1, type: 'MAT4' },
        ],
      }),
      bin,
    ),
    'too-complex',
  ],
  ['an empty scene', frameGlb(triangle({ scenes: [{ nodes: [] }] }), bin), 'empty-scene'],
  ['nodes without shapes', frameGlb(triangle({ nodes: [{}] }), bin), 'empty-scene'],
  [
    'far too many nodes',
    frameGlb(triangle({ nodes: Array.from({ length: LIMITS.nodes + 1 }, () => ({})) }), bin),
    'too-complex',
  ],
]

test.each(cases)('%s', (_, bytes, expected) => {
  const result = checkGlb(bytes)
  expect(result.ok ? 'ok' : result.fault.code).toBe(expected)
})

test('any cut and any flipped byte gives an answer, never an exception', () => {
  const seed = 20261123
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  for (let i = 0; i < 2000; i++) {
    const copy = valid.slice(0, random(valid.byteLength + 1))
    if (copy.byteLength > 0) new Uint8Array(copy)[random(copy.byteLength)] = random(256)
    expect(() => checkGlb(copy), `seed ${seed}, round ${i}`).not.toThrow()
  }
})

test('every fault and note has a sentence in every language, which takes the same values', () => {
  const read = (language: string): Record<string, string> =>
    JSON.parse(readFileSync(join('assets', 'messages', language, 'engine.json'), 'utf8'))
  const english = read('en')
  for (const [, , code] of cases) if (code !== 'ok') expect(english).toHaveProperty([`fault.${code}`])
  const values = {
    version: '1.0',
    have: 1,
    want: 2,
    name: 'a.bin',
    extension: 'EXT_x',
    count: 3,
    what: 'nodes',
  }
  const more = { draws: 4, triangles: 5, megabytes: 6, side: 'front', height: 'above' }
  const all = { ...values, ...more }
  for (const language of ['en', 'zh', 'es', 'ar'] as const) {
    const dictionary = read(language)
    expect(Object.keys(dictionary)).toEqual(Object.keys(english))
    const onFault = (fault: MessageFault) => {
      throw new Error(`${language} ${fault.key}: ${fault.code}`)
    }
    const messages = createMessages(language, dictionary, { onFault })
    for (const [key, text] of Object.entries(english)) {
      expect(messages(key, all).length, `${language} ${key}`).toBeGreaterThan(3)
      for (const name of Object.keys(all)) {
        const takes = (sentence = '') => new RegExp(`\\{${name}[,}]`).test(sentence)
        expect(takes(dictionary[key]), `${language} ${key} {${name}}`).toBe(takes(text))
      }
    }
  }
})
