// Runs MediaPipe Tasks away from the page. A module worker: tasks-vision and its glue are ES modules.
import { DownloadFault, Downloads } from './download'
import { buffersOf } from './observation-buffers'
import { ownOriginOnly } from './own-origin'
import { softwareRenderer } from './software-renderer'
import { TasksEngine } from './tasks-engine'
import type { EngineOptions, FromWorker, ToWorker } from './tasks-protocol'
import type { TrackerFault } from './tracker-fault'

/** What of a worker's global scope we use. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
  postMessage(message: FromWorker, transfer?: Transferable[]): void
  fetch: typeof fetch
  readonly location: { readonly origin: string }
}

/** Serves the page for as long as the worker lives. */
function serve(scope: WorkerScope): void {
  const fetchAny = scope.fetch.bind(scope)
  scope.fetch = ownOriginOnly(fetchAny, scope.location.origin)
  let engine: TasksEngine | undefined

  const start = async (options: EngineOptions) => {
    const downloads = new Downloads(fetchAny, (loaded, total) => {
      scope.postMessage({ kind: 'progress', progress: { loaded, total, step: 'download' } })
    })
    try {
      engine = await TasksEngine.create(options, downloads, () => {
        const { loaded } = downloads
        scope.postMessage({ kind: 'progress', progress: { loaded, total: loaded, step: 'prepare' } })
      })
      scope.postMessage({ kind: 'started', software: softwareRenderer() })
    } catch (error) {
      scope.postMessage({ kind: 'fault', fault: faultOf(error) })
    }
  }

  const tellSearch = (loaded: number, total: number) => {
    scope.postMessage({ kind: 'progress', progress: { loaded, total, step: 'search' } })
  }

  scope.onmessage = ({ data }) => {
    if (data.kind === 'start') start(data.options)
    else if (data.kind === 'reset') engine?.reset()
    else {
      const { frame, time, spent, thorough } = data
      try {
        if (!engine) throw new Error('a frame came before the models')
        engine.reuse(spent)
        const observation = engine.observe(frame, time, thorough ? tellSearch : undefined)
        scope.postMessage({ kind: 'observed', frame, observation }, [frame, ...buffersOf(observation)])
      } catch (error) {
        scope.postMessage({ kind: 'fault', fault: faultOf(error), frame }, [frame])
      }
    }
  }
}

function faultOf(error: unknown): TrackerFault {
  if (error instanceof DownloadFault) return { code: 'tracker-unreachable', file: error.file }
  return { code: 'tracker-broken', message: error instanceof Error ? error.message : String(error) }
}

// Imported anywhere else, it is only a module.
if ('WorkerGlobalScope' in globalThis) serve(globalThis as unknown as WorkerScope)
