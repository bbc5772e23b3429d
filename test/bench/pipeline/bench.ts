import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../architecture/source-files'
import { type Bench, type Row, spread } from '../bench'
import { type MerchantFile, merchantFiles } from './merchant-files'
import { openPhotographer, psnr } from './photograph'

const UNITS = {
  bytes: 'B',
  gpu_bytes: 'B',
  draws: '',
  validator_errors: '',
  seconds: 's',
  cpu_seconds: 's',
  peak_mb: 'MB',
} as const
type Metric = keyof typeof UNITS
type Sample = Readonly<Record<Metric, number>>

const PROFILES = ['webp', 'ktx2'] as const
/** The same input gives the same bytes, so only time and memory vary; three runs tell them. */
const MOST_RUNS = 3
/** Decibels, at least. */
const LEAST_PSNR = 30
const run = promisify(execFile)

/**
 * What optimising does to files as merchants have them: size, memory, time, and how much of the look is left.
 *
 * Extra switch: `--only NAME`, the files whose name holds it.
 */
export const bench: Bench = {
  name: 'pipeline',
  async run({ runs, extra }) {
    const folder = join(ROOT, '.cache', 'bench', 'pipeline')
    mkdirSync(folder, { recursive: true })
    const photographer = await openPhotographer()
    const rows: Row[] = []
    try {
      for (const file of await merchantFiles()) {
        if (!file.name.includes(extra.only ?? '')) continue
        const slug = file.name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()
        const from = join(folder, `${slug}.glb`)
        writeFileSync(from, file.bytes)
        rows.push(exact(`${file.name}, as it came`, 'bytes', 'B', file.bytes.length))
        const before = await photographer.photograph(file.bytes)
        for (const profile of PROFILES) {
          const to = join(folder, `${slug}-${profile}.glb`)
          const samples: Sample[] = []
          for (let i = 0; i < Math.min(runs, MOST_RUNS); i++) samples.push(await measured(from, to, profile))
          rows.push(...rowsOf(file, profile, samples))
          const after = await photographer.photograph(readFileSync(to))
          rows.push(exact(`${file.name}, ${profile}`, 'psnr_db', 'dB', psnr(before, after)))
          console.log(`${file.name}, ${profile}: done`)
        }
      }
    } finally {
      await photographer.close()
    }
    return { rows, notes: NOTES }
  },
}

const NOTES = [
  'Each optimisation runs in a Node process of its own; peak_mb is that process at its largest, Node and sharp included. seconds are wall time, so other work on the machine counts; cpu_seconds are not.',
  'gpu_bytes are the textures with mipmaps: RGBA8 for WebP, ETC2 for KTX2 (half a byte a pixel).',
  `psnr_db compares four views before and after, 512 x 512, drawn by the engine, over the pixels the product covers. Wanted: ${LEAST_PSNR} or more.`,
  'worst case: 800 pieces in a tree 16 deep, unshared points, ten materials that are two, textures of 4096 and 2048 pixels.',
  'Mixer: Khronos 3D Commerce Certification models, CC BY 4.0; not part of this project.',
]

async function measured(from: string, to: string, profile: string): Promise<Sample> {
  const script = join(import.meta.dirname, 'run-verb.ts')
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, from, to, profile], {
    cwd: ROOT,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function rowsOf(file: MerchantFile, profile: (typeof PROFILES)[number], samples: readonly Sample[]): Row[] {
  const targets: Partial<Record<Metric, number>> = {
    ...file.targets?.[profile],
    validator_errors: 0,
    ...(profile === 'webp' ? { seconds: 20 } : {}),
  }
  return (Object.keys(UNITS) as Metric[]).map((metric) => ({
    case: `${file.name}, ${profile}`,
    metric,
    unit: UNITS[metric],
    ...spread(samples.map((sample) => sample[metric])),
    runs: samples.length,
    ...(targets[metric] === undefined ? {} : { target: targets[metric] }),
  }))
}

function exact(name: string, metric: string, unit: string, value: number): Row {
  return { case: name, metric, unit, value, min: value, max: value, runs: 1 }
}
