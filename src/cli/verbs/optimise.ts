import { formatLength } from '../../core/length'
import { type Cost, OPTIMISE_PROFILES, type OptimiseProfile, optimise } from '../../pipeline/optimise'
import { formatBytes, formatCount, formatShare } from '../amounts'
import { faultOutcome, writeOutcome } from '../fault-text'
import { FlagReader } from '../flag-values'
import { createKtx2Pool } from '../ktx2-pool'
import { loadNodeTools } from '../node-tools'
import { table } from '../table'
import type { CliVerb, VerbContext } from '../verb'

const PROFILES = Object.keys(OPTIMISE_PROFILES) as (keyof typeof OPTIMISE_PROFILES)[]
/** How far a simpler file's surface may move unless told, metres: what nobody sees at arm's length. */
const LOD_ERROR = 0.002

export const optimiseVerb: CliVerb = {
  name: 'optimise',
  flags: {
    profile: { type: 'string', short: 'p', value: PROFILES.join('|') },
    'max-texture': { type: 'string', value: 'pixels' },
    lod: { type: 'string', multiple: true, value: 'share' },
    'lod-error': { type: 'string', value: 'metres' },
  },
  examples: [
    'npx vitrine optimise chair.glb',
    'npx vitrine optimise raw/*.glb --out models/ --profile ktx2 --lod 0.5,0.25',
  ],
  prepare(values, say) {
    const flags = new FlagReader(values, say)
    const name = flags.choice('profile', PROFILES, 'webp')
    if (!name.ok) return name
    const edge = flags.number('max-texture', 16, 8192)
    if (!edge.ok) return edge
    const error = flags.number('lod-error', 0, 1)
    if (!error.ok) return error
    const lods: { ratio: number; error: number }[] = []
    for (const lod of flags.list('lod') ?? []) {
      const ratio = new FlagReader({ lod }, say).number('lod', 0.01, 0.99)
      if (!ratio.ok) return ratio
      lods.push({ ratio: ratio.value ?? 1, error: error.value ?? LOD_ERROR })
    }
    const known: OptimiseProfile = OPTIMISE_PROFILES[name.value]
    const profile = {
      ...known,
      textures: { ...known.textures, mostEdge: edge.value ?? known.textures.mostEdge },
    }
    return {
      ok: true,
      async work({ name: input, bytes }, context) {
        const { progress, output } = context
        const pool = name.value === 'ktx2' ? createKtx2Pool() : undefined
        const tools = await loadNodeTools()
        try {
          const made = await optimise(
            bytes,
            { ...progress, profile, lods },
            { ...tools, ...(pool ? { ktx2: pool } : {}) },
          )
          if (!made.ok) return faultOutcome(made.fault, say)
          const results = [
            { suffix: '.optimised.glb', bytes: made.bytes },
            ...made.lods.map((lod, i) => ({ suffix: `.lod${i + 1}.glb`, bytes: lod.bytes })),
          ]
          const written = await output.write(input, results, progress.signal)
          const failed = writeOutcome(written, say)
          if (failed) return failed
          const paths = written.map(({ path }) => path)
          const simpler = made.lods.map(({ ratio, error: moved, triangles, bytes: lod }, i) => ({
            path: paths[i + 1],
            ratio,
            error: moved,
            triangles,
            bytes: lod.length,
          }))
          const lines = simpler.map((lod) => [
            lod.path ?? '',
            formatBytes(lod.bytes, context.language),
            say('cli.optimise.lod', {
              triangles: lod.triangles,
              moved: formatLength(lod.error, context.language),
            }),
          ])
          const text = [
            paths[0],
            comparison(made.before, made.after, context),
            ...(lines.length > 0 ? [table(lines, [1])] : []),
          ].join('\n')
          return {
            ok: true,
            json: { path: paths[0], before: made.before, after: made.after, lods: simpler },
            text,
          }
        } finally {
          await pool?.close()
        }
      },
    }
  },
}

/** What it cost before and after, a row a figure. */
function comparison(before: Cost, after: Cost, { say, language, style }: VerbContext): string {
  const row = (
    fact: string,
    was: number,
    is: number,
    write: (value: number, language: VerbContext['language']) => string,
  ) => {
    const change = was === 0 ? '' : formatShare(is / was - 1, language, true)
    return [
      style.faint(say(`cli.inspect.fact.${fact}`)),
      write(was, language),
      '→',
      write(is, language),
      is > was ? style.careful(change) : style.good(change),
    ]
  }
  const gpu = (cost: Cost) => cost.textureGpuBytes + cost.geometryGpuBytes
  return table(
    [
      row('bytes', before.bytes, after.bytes, formatBytes),
      row('triangles', before.triangles, after.triangles, formatCount),
      row('vertices', before.vertices, after.vertices, formatCount),
      row('draws', before.draws, after.draws, formatCount),
      row('gpu', gpu(before), gpu(after), formatBytes),
    ],
    [1, 3, 4],
  )
}
