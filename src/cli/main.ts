import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isLanguage } from '../core/languages'
import type { Messages } from '../core/messages'
import { nearest } from '../core/nearest'
import type { OpenBooth } from '../pipeline/photo-booth'
import { codeOf, fileFaultText } from './file-fault'
import { FlagReader } from './flag-values'
import { inputFiles, similarFile } from './input-files'
import { OutputFiles } from './output-files'
import { ProgressBar } from './progress-bar'
import { languageOf, loadSentences } from './sentences'
import { styleOf } from './style'
import type { CliVerb, Flag, FlagValues, InputFile, Outcome, Prepared, VerbContext } from './verb'
import { COMMON_FLAGS, helpOf, OUTPUT_FLAGS, overview } from './verbs/help'
import { inspectVerb } from './verbs/inspect'
import { optimiseVerb } from './verbs/optimise'
import { posterVerb } from './verbs/poster'
import { usdzVerb } from './verbs/usdz'
import { EXIT, type ExitCode, type World } from './world'

/** In the order in which a file is taken through them. */
export const VERBS: readonly CliVerb[] = [inspectVerb, optimiseVerb, usdzVerb, posterVerb]

/** Edge of a poster in pixels, unless told. */
const POSTER_EDGE = 800

/** Runs one command. Results go to `stdout`, everything else to `stderr`. @param argv without node and the script */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  const { stdout, stderr, env } = world
  const asked = askedLanguage(argv)
  const say = loadSentences(world.root, languageOf(asked, env))
  const [given, ...rest] = argv[0] === '--help' || argv[0] === '-h' ? ['help', ...argv.slice(1)] : argv
  if (given === '--version') {
    const { version } = JSON.parse(readFileSync(join(world.root, 'package.json'), 'utf8')) as {
      version: string
    }
    stdout.write(`${version}\n`)
    return EXIT.fine
  }
  const wrong = (sentence: string, hint: string): ExitCode => {
    stderr.write(`${sentence}\n${hint}\n`)
    return EXIT.usage
  }
  if (asked !== undefined && !isLanguage(asked)) {
    return wrong(
      say('cli.usage.choice', { flag: 'lang', given: asked, known: 'en, zh, es, ar' }),
      say('cli.usage.see-help'),
    )
  }
  if (given === undefined || given.startsWith('-'))
    return wrong(overview(VERBS, say, styleOf(stderr, env)), '')
  if (given === 'help') {
    const topic = rest.find((word) => !word.startsWith('-') && word !== asked)
    if (topic === undefined) {
      stdout.write(`${overview(VERBS, say, styleOf(stdout, env))}\n`)
      return EXIT.fine
    }
    const verb = VERBS.find(({ name }) => name === topic)
    if (!verb) return wrong(...unknownVerb(topic, say))
    stdout.write(`${helpOf(verb, flagsOf(verb), say, styleOf(stdout, env))}\n`)
    return EXIT.fine
  }
  const verb = VERBS.find(({ name }) => name === given)
  if (!verb) return wrong(...unknownVerb(given, say))
  const flags = flagsOf(verb)
  const seeHelp = say('cli.usage.see-verb-help', { verb: verb.name })

  const parsed = parse(rest, flags, say)
  if (!parsed.ok) return wrong(parsed.sentence, seeHelp)
  const { values, names } = parsed
  if (values.help === true) {
    stdout.write(`${helpOf(verb, flags, say, styleOf(stdout, env))}\n`)
    return EXIT.fine
  }
  const prepared = verb.prepare(values, say)
  if (!prepared.ok) return wrong(prepared.sentence, seeHelp)
  if (names.length === 0) return wrong(say('cli.usage.no-file', { verb: verb.name }), seeHelp)
  const { files, empty } = await inputFiles(names, world.cwd)
  const [nothing] = empty
  if (nothing !== undefined) return wrong(say('cli.usage.no-match', { pattern: nothing }), seeHelp)
  return run(verb, prepared.work, files, values, say, asked, world)
}

/** Takes the files through the verb, one after another. One that fails does not keep the others from it. */
async function run(
  verb: CliVerb,
  work: (Prepared & { ok: true })['work'],
  files: readonly string[],
  values: FlagValues,
  say: Messages,
  asked: string | undefined,
  world: World,
): Promise<ExitCode> {
  const { stdout, stderr, env, cwd, signal } = world
  const json = values.json === true
  const style = styleOf(stdout, env)
  const problem = styleOf(stderr, env)
  const flags = new FlagReader(values, say)
  const output = new OutputFiles({ cwd, out: flags.text('out'), force: flags.is('force') })
  let opening: ReturnType<OpenBooth> | undefined
  const booth = () => {
    opening ??= world.openBooth({ edge: Number(flags.text('edge') ?? POSTER_EDGE), density: 2 })
    return opening
  }
  const told: Record<string, unknown>[] = []
  let exit: ExitCode = EXIT.fine
  try {
    for (const name of files) {
      if (signal.aborted) break
      const bar = new ProgressBar(stderr, basename(name))
      const context: VerbContext = {
        say,
        language: languageOf(asked, env),
        style,
        output,
        progress: { onProgress: ({ step, share }) => bar.update(share, say('step', { step })), signal },
        booth,
      }
      const outcome = await attempt(name, cwd, say, (file) => work(file, context))
      bar.clear()
      if (!outcome.ok || outcome.broken) exit = EXIT.fault
      if (json) {
        told.push(
          outcome.ok
            ? { file: name, ok: true, ...(outcome.broken ? { broken: true } : {}), ...outcome.json }
            : {
                file: name,
                ok: false,
                fault: { code: outcome.code, sentence: outcome.sentence },
                ...outcome.json,
              },
        )
      } else if (outcome.ok) {
        const heading = files.length > 1 || verb.name === 'inspect' ? `${style.bold(name)}\n` : ''
        stdout.write(`${heading}${outcome.text}\n${files.length > 1 ? '\n' : ''}`)
      }
      if (!outcome.ok && !signal.aborted) stderr.write(`${problem.bad(name)}: ${outcome.sentence}\n`)
    }
  } finally {
    const opened = await opening
    if (opened?.ok) await opened.booth.close()
  }
  if (json) stdout.write(`${JSON.stringify({ verb: verb.name, files: told }, null, 2)}\n`)
  if (signal.aborted) {
    stderr.write(`${say('cli.stopped')}\n`)
    return EXIT.stopped
  }
  if (exit === EXIT.fine && !json && stderr.isTTY)
    stderr.write(`${problem.faint(say(`cli.verb.${verb.name}.next`))}\n`)
  return exit
}

async function attempt(
  name: string,
  cwd: string,
  say: Messages,
  work: (file: InputFile) => Promise<Outcome>,
): Promise<Outcome> {
  const path = resolve(cwd, name)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const near = codeOf(error) === 'ENOENT' ? await similarFile(name, cwd) : undefined
    const sentence = fileFaultText(error, name, say)
    const hint = near === undefined ? '' : ` ${say('cli.usage.did-you-mean', { near })}`
    return { ok: false, code: codeOf(error) ?? 'not-read', sentence: sentence + hint }
  }
  return work({ name, path, bytes })
}

function flagsOf(verb: CliVerb): Readonly<Record<string, Flag>> {
  return { ...verb.flags, ...(verb.name === 'inspect' ? {} : OUTPUT_FLAGS), ...COMMON_FLAGS }
}

function parse(args: readonly string[], flags: Readonly<Record<string, Flag>>, say: Messages) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short ? { short } : {}) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { ok: true, values: values as FlagValues, names: positionals } as const
  } catch (error) {
    const flag = /'(?:-\w, )?(--?[^' <]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    const code = codeOf(error)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      return { ok: false, sentence: say('cli.usage.value', { flag }) } as const
    }
    const near = nearest(flag.replace(/^-+/, ''), Object.keys(flags))
    const hint = near === undefined ? '' : ` ${say('cli.usage.did-you-mean', { near: `--${near}` })}`
    return { ok: false, sentence: say('cli.usage.unknown-flag', { flag }) + hint } as const
  }
}

function unknownVerb(word: string, say: Messages): readonly [string, string] {
  const near = nearest(word, [...VERBS.map(({ name }) => name), 'help'])
  const hint = near === undefined ? '' : ` ${say('cli.usage.did-you-mean', { near: `npx vitrine ${near}` })}`
  return [say('cli.usage.unknown-verb', { word }) + hint, say('cli.usage.see-help')]
}

/** `--lang xx` or `--lang=xx`, wherever it stands: what is wrong with the rest is to be said in it. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang')
  return at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)
}
