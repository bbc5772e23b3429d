import { SHOTS, type ShotName } from '../../core/shot'
import { variantNames } from '../../pipeline/inspect'
import { unknownVariant } from '../../pipeline/pipeline-fault'
import { POSTER_DEFAULTS, type PosterOptions, poster } from '../../pipeline/poster'
import { readGlb } from '../../pipeline/read-glb'
import { formatBytes } from '../amounts'
import { faultOutcome, writeOutcome } from '../fault-text'
import { fileName } from '../file-name'
import { FlagReader } from '../flag-values'
import { loadNodeTools } from '../node-tools'
import { table } from '../table'
import type { CliVerb } from '../verb'
import { STANDS } from './usdz'

const VIEWS = Object.keys(SHOTS) as ShotName[]
const DEGREE = Math.PI / 180

export const posterVerb: CliVerb = {
  name: 'poster',
  flags: {
    view: { type: 'string', multiple: true, value: VIEWS.join('|') },
    yaw: { type: 'string', value: 'degrees' },
    pitch: { type: 'string', value: 'degrees' },
    variant: { type: 'string', short: 'v', multiple: true, value: 'name' },
    on: { type: 'string', value: STANDS.join('|') },
    edge: { type: 'string', value: 'pixels' },
    'max-bytes': { type: 'string', value: 'bytes' },
  },
  examples: ['npx vitrine poster chair.glb', 'npx vitrine poster chair.glb --view front,left,top --edge 1200 --max-bytes 90000', 'npx vitrine poster chair.glb --yaw 35 --pitch 20'],
  prepare(values, say) {
    const flags = new FlagReader(values, say)
    const views = flags.choices('view', VIEWS)
    if (!views.ok) return views
    const yaw = flags.number('yaw', -180, 180)
    if (!yaw.ok) return yaw
    const pitch = flags.number('pitch', -80, 89)
    if (!pitch.ok) return pitch
    const on = flags.choice('on', STANDS, 'floor')
    if (!on.ok) return on
    const mostBytes = flags.number('max-bytes', 1000, 1e8)
    if (!mostBytes.ok) return mostBytes
    // The edge is the booth's, which is opened once; it is only checked here.
    const edge = flags.number('edge', 64, 2048)
    if (!edge.ok) return edge
    const own =
      yaw.value === undefined && pitch.value === undefined
        ? []
        : [
            {
              name: `${yaw.value ?? 0},${pitch.value ?? 0}`,
              shot: { yaw: (yaw.value ?? 0) * DEGREE, pitch: (pitch.value ?? 0) * DEGREE },
            },
          ]
    const shots: PosterOptions['shots'] = views.value || own.length > 0 ? [...(views.value ?? []), ...own] : POSTER_DEFAULTS.shots
    const asked = flags.list('variant')
    return {
      ok: true,
      async work({ name, bytes }, context) {
        const { progress, output, language, style } = context
        const tools = await loadNodeTools()
        const read = await readGlb(bytes, tools)
        if (!read.ok) return faultOutcome(read.fault, say)
        const known = variantNames(read.document)
        const unknown = asked?.find((variant) => !known.includes(variant))
        if (unknown !== undefined) return faultOutcome(unknownVariant(unknown, known).fault, say)
        const variants = asked ?? (known.length > 0 ? known : undefined)
        const opened = await context.booth()
        if (!opened.ok) return faultOutcome(opened.fault, say)
        const budget = mostBytes.value ?? POSTER_DEFAULTS.mostBytes
        const options = { ...progress, shots, variants, on: on.value, mostBytes: budget }
        const made = await poster(bytes, options, { booth: opened.booth, images: tools.images })
        if (!made.ok) return faultOutcome(made.fault, say)
        const results = made.posters.map((one) => {
          const parts = [one.variant, one.shot === 'first' ? undefined : one.shot].filter((part) => part !== undefined)
          return { suffix: `${parts.map((part) => `-${fileName(part)}`).join('')}.webp`, bytes: one.bytes }
        })
        const written = await output.write(name, results, progress.signal)
        const failed = writeOutcome(written, say)
        if (failed) return failed
        const files = written.flatMap((file, i) => {
          const one = made.posters[i]
          if (!file.ok || !one) return []
          const { shot, variant = null, edge: pixels, withinBudget } = one
          return [{ view: shot, variant, path: file.path, bytes: file.bytes, edge: pixels, withinBudget }]
        })
        const rows = files.map((file) => {
          const size = formatBytes(file.bytes, language)
          return [file.path, file.withinBudget ? size : style.bad(size)]
        })
        const over = files.filter(({ withinBudget }) => !withinBudget).length
        const remark = over > 0 ? `\n${style.bad(say('cli.poster.over', { count: over, budget: formatBytes(budget, language) }))}` : ''
        return { ok: true, broken: over > 0, json: { files }, text: table(rows, [1]) + remark }
      },
    }
  },
}
