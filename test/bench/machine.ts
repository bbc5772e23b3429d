import { execFileSync } from 'node:child_process'
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { ROOT } from '../architecture/source-files'

/** A sentence that names this machine in a result. */
export function machineSentence(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpuName()}, ${availableParallelism()} cores, ${memory} GB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}`
}

/** The same for a file name: `amd-epyc-2-cores`. */
export function machineSlug(): string {
  return `${cpuName()} ${availableParallelism()} cores`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function cpuName(): string {
  return (cpus()[0]?.model ?? 'unknown CPU')
    .replaceAll(/\((R|TM)\)|\bProcessor\b|@.*$/gi, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Commit that is measured, with `+changes` when the work tree differs from it. */
export function commitName(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '-uno') ? '+changes' : '')
  } catch {
    return 'unknown'
  }
}
