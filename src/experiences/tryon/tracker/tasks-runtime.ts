import createModule from '@mediapipe/tasks-vision/vision_wasm_module_internal.js'
import type { Downloads } from './download'
import type { TrackerFile } from './tracker-files'

/** What tasks-vision and Emscripten's glue tell each other through the global scope. */
interface GlueScope {
  ModuleFactory?: typeof createModule | undefined
  Module?: object | undefined
  /** Where MediaPipe's own log goes; the glue makes it the console's. */
  custom_dbg?: (line: string) => void
}

/** Lines that the program printed last; they tell more than what it throws. */
const LINES_KEPT = 8

/** The compiled program of MediaPipe Tasks, of which each task makes an instance of its own. */
export class TasksRuntime {
  readonly #program: WebAssembly.Module
  readonly #lines: string[] = []

  private constructor(program: WebAssembly.Module) {
    this.#program = program
  }

  /** @throws DownloadFault, or WebAssembly's own error when the file is no program */
  static async load(wasm: TrackerFile, downloads: Downloads): Promise<TasksRuntime> {
    return new TasksRuntime(await downloads.program(wasm))
  }

  /**
   * Makes a task. Left to itself, tasks-vision would import the glue from an address and fetch and compile the program for each task; and as the glue is an
   * ES module, which runs but once, a second task would find none.
   *
   * @param create given a fileset that needs no loading
   */
  async make<Task>(create: (fileset: Fileset) => Promise<Task>): Promise<Task> {
    const scope = globalThis as unknown as GlueScope
    let failed: (reason: unknown) => void = () => {}
    const failure = new Promise<never>((_, reject) => {
      failed = reject
    })
    scope.ModuleFactory = createModule
    scope.custom_dbg = this.#keep
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
