import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadedWith, packageOf, readBundle } from './bundle'
import { ROOT } from './source-files'

const bundle = readBundle()
const dist = join(ROOT, 'dist')
const EMULATOR = /node_modules\/(iwer|@iwer\/)|@pmndrs\/xr\/dist\/emulate/

function pages(): { name: string; html: string }[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, html: readFileSync(join(dist, name), 'utf8') }))
}

describe('the built bundle', () => {
  it.each(['three', 'react', 'react-dom', 'zustand', '@react-three/fiber'])(
    'holds one copy of %s',
    (name) => {
      const modules = bundle.flatMap((chunk) => chunk.modules)
      const folders = new Set(
        modules.map(packageOf).filter((folder) => folder?.endsWith(`node_modules/${name}`)),
      )
      expect(folders.size).toBe(1)
      const ours = modules.filter((module) => packageOf(module)?.endsWith(`node_modules/${name}`))
      expect(ours.length).toBe(new Set(ours).size)
    },
  )

  it('brings the emulator only when it is asked for', () => {
    // Whatever a page starts with, and whatever it may load later except the emulator's own entries.
    const scripts = pages().flatMap(({ html }) => [...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)])
    const names = new Set([
      ...scripts.map(([, file]) => file),
      ...bundle.flatMap((chunk) => chunk.dynamicImports),
    ])
    const starts = bundle.filter(({ file }) => names.has(file))
    const innocent = starts.filter(
      ({ facade }) => !/placement\/emulator\//.test(facade ?? '') && !EMULATOR.test(facade ?? ''),
    )
    const guilty = innocent.flatMap((start) =>
      loadedWith(bundle, start.file)
        .filter((chunk) => chunk.modules.some((module) => EMULATOR.test(module)))
        .map((chunk) => `${start.facade ?? start.file} brings ${chunk.file}`),
    )
    expect(guilty).toEqual([])
    expect(scripts.length).toBeGreaterThan(0)
    expect(starts.length).toBeGreaterThan(innocent.length)
  })

  it('names the emulator in no page', () => {
    const files = bundle
      .filter((chunk) => chunk.modules.some((module) => EMULATOR.test(module)))
      .map(({ file }) => file)
    const html = pages()
      .map((page) => page.html)
      .join('')
    expect(files.filter((file) => html.includes(file))).toEqual([])
  })

  it('carries no script or style inside a page, which the policy would refuse', () => {
    const inline = pages().flatMap(({ name, html }) =>
      [
        ...html.matchAll(
          /<script(?![^>]*(?:\bsrc=|application\/(?:ld\+)?json))[^>]*>|<style\b|\sstyle="|\son[a-z]+="/g,
        ),
      ].map(([match]) => `${name}: ${match}`),
    )
    expect(inline).toEqual([])
  })
})
