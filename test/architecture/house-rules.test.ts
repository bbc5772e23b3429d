import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, sourceFiles } from './source-files'

const CODE = ['.ts', '.tsx', '.mjs', '.css']
const files = sourceFiles(['src', 'scripts', 'demos', 'test', 'assets/source'], CODE)
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

describe('house rules', () => {
  it('no file is longer than 400 lines', () => {
    const long = files
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines} lines`)
    expect(long).toEqual([])
  })

  it('no file or folder has a name that says nothing', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common)([./-]|$)/
    expect(files.filter((path) => vague.test(path))).toEqual([])
  })

  it('names are kebab-case', () => {
    expect(files.filter((path) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(path)))).toEqual([])
  })

  it('the compiler is nowhere silenced', () => {
    const silencer = new RegExp(`@ts-(${['ignore', 'nocheck', 'expect-error'].join('|')})`)
    expect(files.filter((path) => silencer.test(read(path)))).toEqual([])
  })

  it('nothing is left to the console in src', () => {
    const talking = files.filter(
      (path) => path.startsWith('src/') && /\bconsole\.(log|debug)\(/.test(read(path)),
    )
    expect(talking).toEqual([])
  })

  it('no weights and no programs of others are kept here: the build composes them from packages', () => {
    const kinds = ['.task', '.tflite', '.onnx', '.wasm', '.binarypb']
    expect(sourceFiles(['src', 'scripts', 'demos', 'test', 'assets'], kinds)).toEqual([])
  })
})
