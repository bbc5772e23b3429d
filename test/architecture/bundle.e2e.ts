import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadedWith, packageOf, readBundle } from './bundle'
import { ROOT } from './source-files'

const bundle = readBundle()
const dist = join(ROOT, 'dist')
const EMULATOR = /node_modules\/(iwer|@iwer\/)|@pmndrs\/xr\/dist\/emulate/

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
    // Whatever a page starts with, and whatever it may load later except the emulator's own entry.
    const starts = bundle.filter(
      (chunk) => chunk.isEntry || bundle.some((one) => one.dynamicImports.includes(chunk.file)),
    )
    const innocent = starts.filter(
      (chunk) => !/placement\/emulator\//.test(chunk.facade ?? '') && !EMULATOR.test(chunk.facade ?? ''),
    )
    const guilty = innocent.flatMap((start) =>
      loadedWith(bundle, start.file)
        .filter((chunk) => chunk.modules.some((module) => EMULATOR.test(module)))
        .map((chunk) => `${start.facade ?? start.file} brings ${chunk.file}`),
    )
    expect(guilty).toEqual([])
    expect(innocent.length).toBeGreaterThan(0)
  })

  it('names the emulator in no page', () => {
    const files = bundle
      .filter((chunk) => chunk.modules.some((module) => EMULATOR.test(module)))
      .map(({ file }) => file)
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    )
    const html = pages.map((page) => readFileSync(join(dist, page), 'utf8')).join('')
    expect(files.filter((file) => html.includes(file))).toEqual([])
  })

  it('carries no script or style inside a page, which the policy would refuse', () => {
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    )
    const inline = pages.flatMap((page) =>
      [
        ...readFileSync(join(dist, page), 'utf8').matchAll(
          /<script(?![^>]*(?:\bsrc=|application\/(?:ld\+)?json))[^>]*>|<style\b|\sstyle="|\son[a-z]+="/g,
        ),
      ].map(([match]) => `${page}: ${match}`),
    )
    expect(inline).toEqual([])
  })
})
