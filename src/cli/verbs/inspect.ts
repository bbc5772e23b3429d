import { formatDimensions, formatLength } from '../../core/length'
import type { ReadWear } from '../../core/wear'
import { BUDGETS, type BudgetName, type Verdict } from '../../pipeline/budgets'
import { type Inspection, inspect } from '../../pipeline/inspect'
import { type Issue, issueText } from '../../pipeline/validation'
import { formatBytes, formatCount } from '../amounts'
import { faultOutcome } from '../fault-text'
import { FlagReader } from '../flag-values'
import { loadNodeTools } from '../node-tools'
import { table } from '../table'
import type { CliVerb, VerbContext } from '../verb'

const NAMES = Object.keys(BUDGETS) as BudgetName[]

export const inspectVerb: CliVerb = {
  name: 'inspect',
  flags: { budget: { type: 'string', short: 'b', multiple: true, value: NAMES.join('|') } },
  examples: [
    'npx vitrine inspect chair.glb',
    'npx vitrine inspect "models/**/*.glb" --budget khronos,quickLook --json',
  ],
  prepare(values, say) {
    const budgets = new FlagReader(values, say).choices('budget', NAMES)
    if (!budgets.ok) return budgets
    return {
      ok: true,
      async work({ bytes }, context) {
        const tools = await loadNodeTools()
        const result = await inspect(bytes, { ...context.progress, budgets: NAMES }, tools)
        if (!result.ok) {
          const json = result.validation ? { validation: result.validation } : {}
          return { ...faultOutcome(result.fault, say), json }
        }
        const { inspection } = result
        // A thing that is worn is held to what is kept for things worn, unless the caller knows better.
        const worn = inspection.wear.ok && inspection.wear.wear !== undefined
        const held = budgets.value ?? [worn ? 'wearable' : 'house']
        const verdicts = inspection.verdicts.filter(({ budget }) => held.includes(budget))
        const broken =
          (inspection.validation?.errors ?? 0) > 0 ||
          !inspection.wear.ok ||
          verdicts.some(({ verdict }) => verdict === 'over')
        return {
          ok: true,
          broken,
          json: { ...inspection, verdicts, heldTo: held },
          text: report(inspection, verdicts, context),
        }
      },
    }
  },
}

/** What an inspection says to people. */
function report(found: Inspection, verdicts: readonly Verdict[], context: VerbContext): string {
  const { say, language, style } = context
  const count = (value: number) => formatCount(value, language)
  const size = (value: number) => formatBytes(value, language)
  const judged = (figure: Verdict['figure'], text: string) => {
    const own = verdicts.filter((verdict) => verdict.figure === figure)
    if (own.some(({ verdict }) => verdict === 'over')) return style.bad(text)
    return own.some(({ verdict }) => verdict === 'tolerated') ? style.careful(text) : text
  }
  const { dimensions, geometry, textures, wear } = found
  const largest = textures.reduce((edge, { width, height }) => Math.max(edge, width, height), 0)
  const facts: [string, string][] = [
    ['bytes', judged('bytes', size(found.bytes))],
    ['size', dimensions ? formatDimensions(dimensions, language) : '–'],
    ['triangles', judged('triangles', count(geometry.triangles))],
    ['vertices', count(geometry.vertices)],
    ['draws', judged('draws', count(geometry.draws))],
    ['materials', count(found.materials.length)],
    ['variants', found.variants.join(', ') || '–'],
    ['textures', judged('textureEdge', say('cli.inspect.textures', { count: textures.length, largest }))],
    [
      'gpu',
      say('cli.inspect.gpu', { textures: size(found.textureGpuBytes), geometry: size(geometry.gpuBytes) }),
    ],
  ]
  if (found.animations.length > 0 || found.skins > 0)
    facts.push([
      'moving',
      say('cli.inspect.moving', { animations: found.animations.length, skins: found.skins }),
    ])
  if (wear.ok && wear.wear) facts.push(['wear', wear.wear.kind])
  const rows = facts.map(([fact, value]) => [style.faint(say(`cli.inspect.fact.${fact}`)), value])

  const remarks = [
    ...verdicts
      .filter(({ verdict }) => verdict !== 'within')
      .map((verdict) => {
        const sentence = say('budget.over', {
          ...verdict,
          budget: say('budget.name', { budget: verdict.budget }),
        })
        return verdict.verdict === 'over' ? style.bad(`✗ ${sentence}`) : style.careful(`! ${sentence}`)
      }),
    ...(found.validation?.issues ?? []).map((issue) => issueLine(issue, context)),
    ...(found.validation ? [] : [style.careful(`! ${say('cli.inspect.not-validated')}`)]),
    ...(wear.ok
      ? []
      : wear.faults.map(({ path }) => style.bad(`✗ ${say('cli.inspect.wear-fault', { path })}`))),
    ...found.unitHints
      .slice(0, 2)
      .map(({ unit, scale, dimensions: mended }) =>
        style.careful(
          `! ${say('units.hint', { unit, scale, dimensions: formatDimensions(mended, language) })}`,
        ),
      ),
    ...(found.origin && !isOnBody(wear)
      ? [
          style.faint(
            `· ${say('origin.at', { at: found.origin.at, distance: formatLength(found.origin.distance, language) })}`,
          ),
        ]
      : []),
  ]
  const pictures = textures.map((texture) => [
    `  ${texture.name || '–'}`,
    texture.slots.map((slot) => slot.replace(/Texture$/, '')).join(', '),
    texture.format,
    `${texture.width} × ${texture.height}`,
    size(texture.bytes),
    say('cli.inspect.on-gpu', { size: size(texture.gpuBytes) }),
  ])
  const blocks = [table(rows), ...(pictures.length > 0 ? [table(pictures, [4, 5])] : []), remarks.join('\n')]
  return blocks.filter(Boolean).join('\n\n')
}

/** Whether a body holds it: then its origin lies inside it, and stands on nothing. */
function isOnBody(wear: ReadWear): boolean {
  return wear.ok && wear.wear !== undefined && wear.wear.kind !== 'makeup'
}

function issueLine(issue: Issue, { say, style }: VerbContext): string {
  const text = issueText(issue, say)
  switch (issue.severity) {
    case 'error':
      return style.bad(`✗ ${text}`)
    case 'warning':
      return style.careful(`! ${text}`)
    default:
      return style.faint(`· ${text}`)
  }
}
