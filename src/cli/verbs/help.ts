import type { Messages } from '../../core/messages'
import type { Style } from '../style'
import { table } from '../table'
import type { CliVerb, Flag } from '../verb'

/** Switches every verb understands. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: { type: 'boolean' },
  lang: { type: 'string', value: 'en|zh|es|ar' },
  help: { type: 'boolean', short: 'h' },
}

/** Switches of the verbs that write files. */
export const OUTPUT_FLAGS: Readonly<Record<string, Flag>> = {
  out: { type: 'string', short: 'o', value: 'file|folder' },
  force: { type: 'boolean', short: 'f' },
}

/** What there is, with an example each, and in which order it is used. */
export function overview(verbs: readonly CliVerb[], say: Messages, style: Style): string {
  const rows = verbs.map(({ name }) => [`  ${style.bold(name)}`, say(`cli.verb.${name}.what`)])
  const examples = verbs.map(({ examples: [example = ''] }) => `  ${example}`)
  return [
    say('cli.help.promise'),
    `${style.bold(say('cli.help.usage'))}\n  npx vitrine <${say('cli.help.verb')}> <${say('cli.help.files')}> [--${say('cli.help.switches')}]`,
    `${style.bold(say('cli.help.verbs'))}\n${table([...rows, [`  ${style.bold('help')}`, say('cli.verb.help.what')]])}`,
    `${style.bold(say('cli.help.way'))}\n${examples.join('\n')}`,
    `${style.bold(say('cli.help.exits'))}\n${table([
      ['  0', say('cli.help.exit.fine')],
      ['  1', say('cli.help.exit.fault')],
      ['  2', say('cli.help.exit.usage')],
    ])}`,
  ].join('\n\n')
}

/** One verb: what it does, its switches, examples, and what comes next. */
export function helpOf(
  verb: CliVerb,
  flags: Readonly<Record<string, Flag>>,
  say: Messages,
  style: Style,
): string {
  const rows = Object.entries(flags).map(([name, { short, value, type }]) => [
    `  ${short ? `-${short}, ` : '    '}--${name}${type === 'string' ? ` <${value ?? ''}>` : ''}`,
    say(`cli.flag.${name}`),
  ])
  return [
    `${style.bold(verb.name)}  ${say(`cli.verb.${verb.name}.what`)}`,
    say(`cli.verb.${verb.name}.more`),
    `${style.bold(say('cli.help.switches-title'))}\n${table(rows)}`,
    `${style.bold(say('cli.help.examples'))}\n${verb.examples.map((example) => `  ${example}`).join('\n')}`,
    `${style.bold(say('cli.help.next'))}\n  ${say(`cli.verb.${verb.name}.next`)}`,
  ].join('\n\n')
}
