import type { Language } from '../core/languages'
import type { Messages } from '../core/messages'
import type { PhotoBooth, PhotoBoothFault } from '../pipeline/photo-booth'
import type { VerbOptions } from '../pipeline/verb-options'
import type { OutputFiles } from './output-files'
import type { Style } from './style'

/** A switch of a verb, as `node:util` parses it. Its description is `cli.flag.<name>`. */
export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What its value looks like in the help: `folder`, `webp|ktx2`. */
  readonly value?: string
}

/** What the switches were given. */
export type FlagValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>

/** What a verb works with. */
export interface VerbContext {
  readonly say: Messages
  readonly language: Language
  readonly style: Style
  readonly output: OutputFiles
  /** Progress and Ctrl-C, to be handed on to the pipeline. */
  readonly progress: VerbOptions
  /** The booth that takes pictures, opened at first use and kept for all files. */
  booth(): Promise<
    | { readonly ok: true; readonly booth: PhotoBooth }
    | { readonly ok: false; readonly fault: PhotoBoothFault }
  >
}

/** An input. */
export interface InputFile {
  /** As the caller named it. */
  readonly name: string
  readonly path: string
  readonly bytes: Uint8Array
}

/** What came of one file. */
export type Outcome =
  | {
      readonly ok: true
      /** Nothing went wrong, and yet the file is not as it should be: exit code 1. */
      readonly broken?: boolean
      /** For programs. */
      readonly json: Readonly<Record<string, unknown>>
      /** For people. */
      readonly text: string
    }
  | {
      readonly ok: false
      readonly code: string
      readonly sentence: string
      readonly json?: Readonly<Record<string, unknown>>
    }

export type Prepared =
  | { readonly ok: true; work(file: InputFile, context: VerbContext): Promise<Outcome> }
  | { readonly ok: false; readonly sentence: string }

/** A verb of the command line. Its sentences are `cli.verb.<name>.what` and `.next`. */
export interface CliVerb {
  readonly name: string
  readonly flags: Readonly<Record<string, Flag>>
  /** Whole commands, the simplest first. */
  readonly examples: readonly string[]
  /** Reads the switches before any file is touched. */
  prepare(values: FlagValues, say: Messages): Prepared
}
