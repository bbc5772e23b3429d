import type { Messages } from '../core/messages'
import type { PipelineFault } from '../pipeline/pipeline-fault'
import { fileFaultText } from './file-fault'
import type { Outcome } from './verb'
import type { Written } from './output-files'

/** What a verb of the pipeline refused, as an outcome. */
export function faultOutcome({ code, detail }: PipelineFault, say: Messages): Outcome & { ok: false } {
  return { ok: false, code, sentence: say(`fault.${code}`, detail) }
}

/** The first result that could not be written, as an outcome; undefined when all are there. */
export function writeOutcome(written: readonly Written[], say: Messages): (Outcome & { ok: false }) | undefined {
  const failed = written.find((one) => !one.ok)
  if (!failed || failed.ok) return undefined
  const { code, path, cause } = failed
  if (code === 'aborted') return { ok: false, code, sentence: say('fault.aborted') }
  const sentence = code === 'not-written' ? fileFaultText(cause, path, say) : say(`cli.file.${code}`, { path })
  return { ok: false, code, sentence }
}
