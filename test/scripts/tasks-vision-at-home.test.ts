import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atHome } from '../../scripts/tasks-vision-at-home'
import { ROOT } from '../architecture/source-files'

const folder = join(ROOT, 'node_modules', '@mediapipe', 'tasks-vision')
const changed = (name: string) => atHome(readFileSync(join(folder, name), 'utf8'), join(folder, name))

describe('MediaPipe Tasks in our bundles', () => {
  it('names no address of its makers', () => {
    expect(readFileSync(join(folder, 'vision_bundle.mjs'), 'utf8')).toContain('googleapis.com')
    expect(changed('vision_bundle.mjs')).not.toMatch(/https?:\/\/(?!(?:localhost|developer\.mozilla)\b)[a-z]/)
  })

  it('looks for no file that we do not serve', () => {
    expect(changed('wasm/vision_wasm_module_internal.js')).not.toContain('import.meta.url).href')
  })

  it('is looked at again when another version comes', () => {
    expect(() => atHome('', '/node_modules/@mediapipe/tasks-vision/vision_bundle.mjs')).toThrow('at-home')
  })

  it('is all that is changed', () => {
    expect(atHome('x', '/src/a.ts')).toBeUndefined()
  })
})
