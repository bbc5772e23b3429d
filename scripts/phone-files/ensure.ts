import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import type { Product } from '../../src/core/product'
import { codeVersion, type PhoneFileJob, planPhoneFiles } from './plan'

/** How many products are made at a time; each takes a core. */
const AT_A_TIME = Math.min(2, availableParallelism())

export interface EnsureOptions {
  /** Only these products. */
  readonly skus?: readonly string[]
  /** Told after each product that had to be made. */
  readonly onMade?: (sku: string, done: number, of: number) => void
}

/** What lies where. */
export interface PhoneFiles {
  /** Folder whose paths are those of the catalogue: `<folder>/models/<sku>/<variant>.usdz`. */
  readonly folder: string
  /** Paths below it. */
  readonly files: readonly string[]
  /** Products that had to be made just now. */
  readonly made: number
}

/**
 * Makes the USDZ and the plain GLB that the catalogue names and nobody has made yet, into `.cache/phone-files`. A product is made again when its
 * master changed, or the code that makes it.
 *
 * @throws when a master is no model or the catalogue is none
 */
export async function ensurePhoneFiles(root: string, options: EnsureOptions = {}): Promise<PhoneFiles> {
  const folder = join(root, '.cache', 'phone-files')
  const products = readProducts(root)
  const code = codeVersion(root, join(import.meta.dirname, 'make.ts'))
  const jobs = products
    .filter(({ sku }) => options.skus?.includes(sku) ?? true)
    .map((product) => planPhoneFiles(root, product, code))
    .filter(({ files }) => files.length > 0)
  if (!options.skus) forget(folder, jobs)
  const stale = jobs.filter((job) => !isFresh(folder, job))
  let done = 0
  await shareOut(stale, folder, (job) => {
    writeFileSync(join(folder, 'models', `${job.sku}.key`), job.key)
    done += 1
    options.onMade?.(job.sku, done, stale.length)
  })
  return { folder, files: jobs.flatMap(pathsOf), made: stale.length }
}

function readProducts(root: string): readonly Product[] {
  const parsed = parseCatalogue(JSON.parse(readFileSync(join(root, 'assets', 'catalogue.json'), 'utf8')))
  if (!parsed.ok) throw new Error(`phone-files/catalogue: ${JSON.stringify(parsed.faults)}`)
  return parsed.catalogue.products
}

const pathsOf = ({ files }: PhoneFileJob) =>
  files.flatMap(({ usdz, glb }) => [usdz, glb].filter((path) => path !== undefined))

function isFresh(folder: string, job: PhoneFileJob): boolean {
  const key = join(folder, 'models', `${job.sku}.key`)
  return (
    existsSync(key) &&
    readFileSync(key, 'utf8') === job.key &&
    pathsOf(job).every((path) => existsSync(join(folder, path)))
  )
}

/** Removes what is kept of products that are sold no more. */
function forget(folder: string, jobs: readonly PhoneFileJob[]): void {
  const kept = new Set(jobs.map(({ sku }) => sku))
  const home = join(folder, 'models')
  mkdirSync(home, { recursive: true })
  for (const name of readdirSync(home)) {
    if (!kept.has(name.replace(/\.key$/, ''))) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** Gives jobs to processes, largest first, so that none works alone at the end. */
async function shareOut(
  jobs: readonly PhoneFileJob[],
  cache: string,
  onDone: (job: PhoneFileJob) => void,
): Promise<void> {
  const left = [...jobs].sort((a, b) => b.files.length - a.files.length)
  mkdirSync(join(cache, 'models'), { recursive: true })
  const workers = Array.from({ length: Math.min(AT_A_TIME, left.length) }, () =>
    fork(join(import.meta.dirname, 'worker.ts'), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let job = left.shift(); job; job = left.shift()) {
          const answer = await new Promise<{ ok: boolean; message?: string }>((resolve) => {
            const ended = (code: number | null) =>
              resolve({ ok: false, message: `phone-files/worker: ended with ${code}` })
            worker.once('exit', ended)
            worker.once('message', (message) => {
              worker.off('exit', ended)
              resolve(message as { ok: boolean; message?: string })
            })
            worker.send({ job, cache })
          })
          if (!answer.ok) throw new Error(answer.message)
          onDone(job)
        }
      }),
    )
  } finally {
    for (const worker of workers) worker.kill()
  }
}
