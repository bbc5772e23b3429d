import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../pipeline/read-zip'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'src/cli/vitrine.mjs')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'))
  copyFileSync(join(root, 'assets/models/vase/vase.glb'), join(folder, 'vase.glb'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const vitrine = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', LC_ALL: '' },
  })

describe('npx vitrine', () => {
  it('is what npx finds in this project', () => {
    const npx = spawnSync('npx', ['--offline', 'vitrine', '--version'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(npx.stdout.trim()).toBe(version)
  })

  it('photographs a model from the sides asked for, transparent, within its budget', async () => {
    const { status, stdout, stderr } = vitrine(
      'poster',
      'vase.glb',
      '-v',
      'tide',
      '--view',
      'first,top',
      '--edge',
      '400',
      '--max-bytes',
      '12000',
      '--json',
    )
    expect([status, stderr]).toEqual([0, ''])
    const [told] = (
      JSON.parse(stdout) as { files: { files: { path: string; view: string; bytes: number }[] }[] }
    ).files
    expect(told?.files.map(({ view }) => view)).toEqual(['first', 'top'])
    const pictures = await Promise.all(
      (told?.files ?? []).map(async ({ path, bytes }) => {
        expect(bytes).toBeLessThanOrEqual(12_000)
        const { data, info } = await sharp(readFileSync(path)).raw().toBuffer({ resolveWithObject: true })
        expect([info.width, info.height, info.channels]).toEqual([400, 400, 4])
        // Nothing in the corners, the vase in the middle.
        expect(data[3]).toBe(0)
        expect(data[(200 * 400 + 200) * 4 + 3]).toBeGreaterThan(200)
        return data
      }),
    )
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false)
  })

  it('leaves nothing half made when it is interrupted', async () => {
    const child = spawn(process.execPath, [script, 'usdz', 'vase.glb', '-o', 'later/'], { cwd: folder })
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
    })
    setTimeout(() => child.kill('SIGINT'), 1500)
    const code = await new Promise((resolve) => child.on('exit', resolve))
    // A quick machine may have been done by then.
    if (code === 0) return
    expect([code, said]).toEqual([130, expect.stringContaining('Stopped')])
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([])
    // What was finished by then is whole.
    for (const name of left.filter((path) => path.endsWith('.usdz'))) {
      expect(readZip(readFileSync(join(folder, name))).length, name).toBeGreaterThan(0)
    }
  })
})
