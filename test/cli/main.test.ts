import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VERBS } from '../../src/cli/main'
import { Terminal } from './terminal'

// Real models through the real pipeline, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let terminal: Terminal
beforeEach(() => {
  terminal = new Terminal()
})
afterEach(() => terminal.close())

const within = (name: string) => join(terminal.folder, name)

describe('help', () => {
  it('shows every verb with an example, on standard output when asked for', async () => {
    const { exit, out, err } = await terminal.run(['help'])
    expect([exit, err]).toEqual([0, ''])
    for (const { name, examples } of VERBS) {
      expect(out).toContain(name)
      expect(out).toContain(examples[0])
    }
  })

  it('is shown as a fault when there is no verb', async () => {
    const { exit, out, err } = await terminal.run([])
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain('npx vitrine inspect')
  })

  it.each(VERBS.map(({ name }) => name))(
    'of %s names each of its switches and what comes next',
    async (name) => {
      for (const argv of [
        ['help', name],
        [name, '--help'],
      ]) {
        const { exit, out } = await terminal.run(argv)
        expect(exit).toBe(0)
        for (const flag of Object.keys(VERBS.find((verb) => verb.name === name)?.flags ?? {}))
          expect(out).toContain(`--${flag}`)
        expect(out).toContain('Next: ')
        // A key without a sentence would be shown as the key.
        expect(out).not.toMatch(/cli\.(verb|flag|help)/)
      }
    },
  )

  it('speaks the language of the terminal, and that of --lang before it', async () => {
    expect((await terminal.run(['help'], { env: { LANG: 'es_ES.UTF-8' } })).out).toContain('Verbos')
    expect((await terminal.run(['help', '--lang', 'zh'], { env: { LANG: 'es_ES.UTF-8' } })).out).toContain(
      '动词',
    )
    expect((await terminal.run(['help'], { env: { LC_ALL: 'ar_EG.UTF-8', LANG: 'es' } })).out).toContain(
      'الأفعال',
    )
  })
})

describe('a wrong call', () => {
  it.each([
    [['inspekt', 'a.glb'], 'Did you mean npx vitrine inspect?'],
    [['inspect'], 'needs at least one GLB'],
    [['inspect', '--jsn', 'a.glb'], 'Did you mean --json?'],
    [['usdz', '--on', 'flor', 'a.glb'], 'Did you mean floor?'],
    [['optimise', '--max-texture', 'big', 'a.glb'], 'a number from 16 to 8,192'],
    [['usdz', '--out'], '--out'],
    [['inspect', 'nothing-*.glb'], 'No file matches nothing-*.glb'],
    [['help', 'ussdz'], 'Did you mean npx vitrine usdz?'],
    [['inspect', '--lang', 'fr', 'a.glb'], 'en, zh, es, ar'],
  ])('%j is answered with a sentence and 2', async (argv, sentence) => {
    const { exit, out, err } = await terminal.run(argv)
    expect([exit, out]).toEqual([2, ''])
    expect(err.replace('8192', '8,192')).toContain(sentence)
    expect(err).toMatch(/npx vitrine help/)
  })
})

describe('files', () => {
  it('are told apart: missing with its neighbour, folder, and what is no model', async () => {
    terminal.put('vase')
    mkdirSync(within('folder'))
    writeFileSync(within('page.glb'), '<!doctype html><html></html>')
    const { exit, err } = await terminal.run(['inspect', 'vasse.glb', 'folder', 'page.glb'])
    expect(exit).toBe(1)
    expect(err).toContain('vasse.glb: There is no such file. Did you mean vase.glb?')
    expect(err).toContain('folder is a folder')
    expect(err).toMatch(/page\.glb: .*web page/i)
  })

  it('may be named by a pattern, each once', async () => {
    terminal.put('vase')
    mkdirSync(within('deep/er'), { recursive: true })
    terminal.put('vase', 'deep/er/two.glb')
    const files = async (...names: string[]) => {
      const { out } = await terminal.run(['inspect', '--json', ...names])
      return (JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file)
    }
    expect(await files('*.glb')).toEqual(['vase.glb'])
    expect(await files('**/*.glb', 'vase.glb')).toEqual(['deep/er/two.glb', 'vase.glb'])
    expect(await files('deep/*/{one,two}.glb')).toEqual(['deep/er/two.glb'])
  })
})

describe('inspect', () => {
  it('tells people the figures, aligned and without colour where there is no terminal', async () => {
    terminal.put('vase')
    const { exit, out, err } = await terminal.run(['inspect', 'vase.glb'])
    expect([exit, err]).toEqual([0, ''])
    expect(out).toMatch(/triangles {3}15,168\n/)
    expect(out).toMatch(/variants {4}speckle, iron, tide\n/)
    expect(out).not.toContain('\x1b')
    const coloured = await terminal.run(['inspect', 'vase.glb'], { tty: true })
    expect(coloured.out).toContain('\x1b[')
    expect(
      (await terminal.run(['inspect', 'vase.glb'], { tty: true, env: { NO_COLOR: '1' } })).out,
    ).not.toContain('\x1b')
  })

  it('tells programs everything, in one document', async () => {
    terminal.put('vase')
    writeFileSync(within('bad.glb'), 'bad')
    const { exit, out, err } = await terminal.run([
      'inspect',
      '--json',
      '--budget',
      'khronos',
      'vase.glb',
      'bad.glb',
    ])
    expect(exit).toBe(1)
    const told = JSON.parse(out)
    expect(told).toMatchObject({
      verb: 'inspect',
      files: [
        {
          file: 'vase.glb',
          ok: true,
          heldTo: ['khronos'],
          geometry: { triangles: 15168 },
          variants: ['speckle', 'iron', 'tide'],
        },
        { file: 'bad.glb', ok: false, fault: { code: 'not-glb' } },
      ],
    })
    expect(err).toContain('bad.glb: ')
  })

  it('exits with 1 when a budget is broken', async () => {
    terminal.put('rug')
    expect((await terminal.run(['inspect', 'rug.glb'])).exit).toBe(0)
    const { exit, out } = await terminal.run(['inspect', 'rug.glb', '--budget', 'wearable'])
    expect(exit).toBe(1)
    expect(out).toMatch(/✗ .*678,740/)
  })

  it('says as what a thing is worn, and does not want its origin on the floor', async () => {
    for (const name of ['vase', 'signet-ring']) terminal.put(name)
    const standing = await terminal.run(['inspect', 'vase.glb'])
    expect(standing.out).toContain('The origin')
    expect(standing.out).not.toContain('worn as')
    const worn = await terminal.run(['inspect', 'signet-ring.glb'])
    expect(worn.out).toMatch(/worn as +ring/)
    expect(worn.out).not.toContain('The origin')
  })
})

describe('results', () => {
  it('lie beside the input, a file a variant, and are not written over unless told to', async () => {
    const input = terminal.put('vase')
    const before = readFileSync(input)
    const { exit, out } = await terminal.run(['usdz', 'vase.glb'])
    expect(exit).toBe(0)
    expect(readdirSync(terminal.folder).sort()).toEqual([
      'vase-iron.usdz',
      'vase-speckle.usdz',
      'vase-tide.usdz',
      'vase.glb',
    ])
    for (const name of ['speckle', 'iron', 'tide']) expect(out).toContain(within(`vase-${name}.usdz`))
    expect(readFileSync(input).equals(before)).toBe(true)

    writeFileSync(within('vase-iron.usdz'), 'mine')
    const again = await terminal.run(['usdz', 'vase.glb', '--variant', 'iron'])
    expect(again.exit).toBe(1)
    expect(again.err).toContain('is there already')
    expect(readFileSync(within('vase-iron.usdz'), 'utf8')).toBe('mine')
    expect((await terminal.run(['usdz', 'vase.glb', '--variant', 'iron', '--force'])).exit).toBe(0)
    expect(readFileSync(within('vase-iron.usdz')).length).toBeGreaterThan(100_000)
  })

  it('never take the place of the input', async () => {
    const input = terminal.put('vase')
    const before = readFileSync(input)
    const { exit, err } = await terminal.run(['optimise', 'vase.glb', '--out', 'vase.glb'])
    expect(exit).toBe(1)
    expect(err).toContain('is there already')
    expect(readFileSync(input).equals(before)).toBe(true)
  })

  it('go to one file or to a folder; two may not share a name', async () => {
    terminal.put('vase')
    mkdirSync(within('other'))
    terminal.put('vase', 'other/vase.glb')
    expect((await terminal.run(['usdz', 'vase.glb', '-v', 'tide', '-o', 'ar.usdz'])).exit).toBe(0)
    expect((await terminal.run(['usdz', 'vase.glb', '-v', 'tide', '-o', 'new/folder'])).exit).toBe(0)
    expect(existsSync(within('ar.usdz'))).toBe(true)
    expect(existsSync(within('new/folder/vase-tide.usdz'))).toBe(true)
    const clash = await terminal.run(['usdz', 'vase.glb', 'other/vase.glb', '-v', 'tide', '-o', 'both/'])
    expect(clash.exit).toBe(1)
    expect(clash.err).toContain('Two results would have the name')
    expect(readdirSync(within('both'))).toEqual(['vase-tide.usdz'])
  })

  it('leave nothing half when stopped', async () => {
    terminal.put('vase')
    const stop = new AbortController()
    const running = terminal.run(['usdz', 'vase.glb'], { signal: stop.signal })
    setTimeout(() => stop.abort(), 100)
    const { exit, err } = await running
    expect(exit).toBe(130)
    expect(err).toContain('Stopped')
    expect(readdirSync(terminal.folder)).toEqual(['vase.glb'])
  })

  it('of optimise are told before and after', async () => {
    terminal.put('vase')
    const { exit, out } = await terminal.run(['optimise', 'vase.glb', '--json', '--lod', '0.5'])
    expect(exit).toBe(0)
    const [file] = (
      JSON.parse(out) as {
        files: { path: string; after: { bytes: number }; lods: { triangles: number }[] }[]
      }
    ).files
    expect(readFileSync(file?.path ?? '').length).toBe(file?.after.bytes)
    expect(file?.lods[0]?.triangles).toBeLessThan(15168 * 0.6)
    expect(readdirSync(terminal.folder).sort()).toEqual(['vase.glb', 'vase.lod1.glb', 'vase.optimised.glb'])
  }, 30_000)
})

describe('variants and browsers that are not there', () => {
  it('are named', async () => {
    terminal.put('vase')
    expect((await terminal.run(['usdz', 'vase.glb', '-v', 'blue'])).err).toContain(
      'There are: speckle, iron, tide.',
    )
    const poster = await terminal.run(['poster', 'vase.glb'])
    expect(poster.exit).toBe(1)
    expect(poster.err).toContain('CHROMIUM_PATH')
  })
})
