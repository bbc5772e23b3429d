import type { Downloads } from './download'
import { DownloadFault } from './download'
import type { TrackerFiles } from './tracker-files'

type ModuleFactory = (options: object) => Promise<object>

/** What tasks-vision and Emscripten's glue tell each other through the global scope. */
interface GlueScope {
  ModuleFactory?: ModuleFactory | undefined
  Module?: object | undefined
}

/** Lines that the program printed last; they tell more than what it throws. */
const LINES_KEPT = 8

/** The compiled program of MediaPipe Tasks, of which each task makes an instance of its own. */
export class TasksRuntime {
  readonly #factory: ModuleFactory
  readonly #program: WebAssembly.Module
  readonly #lines: string[] = []

  private constructor(factory: ModuleFactory, program: WebAssembly.Module) {
    this.#factory = factory
    this.#program = program
  }

  /** Loads glue and program at once. @throws DownloadFault */
  static async load({ loader, wasm }: TrackerFiles, downloads: Downloads): Promise<TasksRuntime> {
    const glue = import(/* @vite-ignore */ loader.address).then(
      (module: { default: ModuleFactory }) => {
        downloads.note(loader.bytes)
        return module.default
      },
      (error: unknown): never => {
        throw new DownloadFault(loader.address, String(error))
      },
    )
    const [factory, program] = await Promise.all([glue, downloads.program(wasm)])
    return new TasksRuntime(factory, program)
  }

  /**
   * Makes a task. Left to itself, tasks-vision would fetch and compile the program for each; and its glue, an ES module, runs but once, so that a second
   * task would find none.
   *
   * @param create given a fileset that needs no loading
   */
  async make<Task>(create: (fileset: Fileset) => Promise<Task>): Promise<Task> {
    const scope = globalThis as unknown as GlueScope
    let failed: (reason: unknown) => void = () => {}
    const failure = new Promise<never>((_, reject) => {
      failed = reject
    })
    scope.ModuleFactory = this.#factory
    scope.Module = {
      print: this.#keep,
      printErr: this.#keep,
      instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
        WebAssembly.instantiate(this.#program, imports).then(done, failed)
        return {}
      },
    }
    try {
      return await Promise.race([create(NOTHING_TO_LOAD), failure])
    } catch (error) {
      const said = this.#lines.length ? `\n${this.#lines.join('\n')}` : ''
      throw new Error(`${error instanceof Error ? error.message : String(error)}${said}`)
    }
  }

  readonly #keep = (line: string): void => {
    this.#lines.push(line)
    if (this.#lines.length > LINES_KEPT) this.#lines.shift()
  }
}

/** A `WasmFileset` whose files are in place already. */
interface Fileset {
  readonly wasmLoaderPath: string
  readonly wasmBinaryPath: string
}

const NOTHING_TO_LOAD: Fileset = { wasmLoaderPath: '', wasmBinaryPath: '' }
