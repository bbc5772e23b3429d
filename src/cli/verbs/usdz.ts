import type { Stand } from '../../core/product'
import { usdz } from '../../pipeline/usdz'
import { formatBytes } from '../amounts'
import { faultOutcome, writeOutcome } from '../fault-text'
import { FlagReader } from '../flag-values'
import { loadNodeTools } from '../node-tools'
import { table } from '../table'
import type { CliVerb } from '../verb'
import { fileName } from '../file-name'

export const STANDS: readonly Stand[] = ['floor', 'wall', 'table', 'ceiling']

export const usdzVerb: CliVerb = {
  name: 'usdz',
  flags: {
    variant: { type: 'string', short: 'v', multiple: true, value: 'name' },
    on: { type: 'string', value: STANDS.join('|') },
    ground: { type: 'boolean' },
    'max-texture': { type: 'string', value: 'pixels' },
  },
  examples: ['npx vitrine usdz chair.glb', 'npx vitrine usdz frame.glb --on wall --variant oak --out ar/'],
  prepare(values, say) {
    const flags = new FlagReader(values, say)
    const on = flags.choice('on', STANDS, 'floor')
    if (!on.ok) return on
    const maxTexture = flags.number('max-texture', 16, 8192)
    if (!maxTexture.ok) return maxTexture
    const variants = flags.list('variant')
    return {
      ok: true,
      async work({ name, bytes }, { progress, output, language }) {
        const edge = maxTexture.value === undefined ? {} : { maxTexture: maxTexture.value }
        const options = { ...progress, ...edge, variants, stand: on.value, ground: flags.is('ground') }
        const made = await usdz(bytes, options, await loadNodeTools())
        if (!made.ok) return faultOutcome(made.fault, say)
        const results = made.files.map((file) => ({
          suffix: `${file.variant === undefined ? '' : `-${fileName(file.variant)}`}.usdz`,
          bytes: file.bytes,
        }))
        const written = await output.write(name, results, progress.signal)
        const failed = writeOutcome(written, say)
        if (failed) return failed
        const files = written.flatMap((file, i) =>
          file.ok ? [{ variant: made.files[i]?.variant ?? null, path: file.path, bytes: file.bytes }] : [],
        )
        const rows = files.map((file) => [file.path, formatBytes(file.bytes, language)])
        return { ok: true, json: { files }, text: table(rows, [1]) }
      },
    }
  },
}
