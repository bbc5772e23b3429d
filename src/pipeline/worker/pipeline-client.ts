import type { InspectOptions, InspectResult } from '../inspect'
import type { OptimiseOptions, OptimiseResult } from '../optimise'
import type { Progress, VerbOptions } from '../verb-options'
import type { PipelineReply, PipelineRequest, WorkerVerb, WorkerVerbs } from './pipeline-messages'

/** The pipeline in a Worker: the same verbs with the same options and results as in Node, one Worker for all of them. */
export interface PipelineClient {
  inspect(bytes: Uint8Array, options?: Partial<InspectOptions>): Promise<InspectResult>
  /** Without KTX2: its encoder needs `eval`, which our policy refuses; the fault is `no-ktx2-encoder`. */
  optimise(bytes: Uint8Array, options?: Partial<OptimiseOptions>): Promise<OptimiseResult>
  /** Ends the Worker. What runs gives the fault `aborted`. */
  close(): void
}

interface Waiting {
  readonly onProgress: ((progress: Progress) => void) | undefined
  readonly resolve: (result: WorkerVerbs[WorkerVerb]['result']) => void
  readonly reject: (error: Error) => void
}

/** Starts the Worker. The bytes a verb is given are copied to it; what it made comes back without a copy. */
export function openPipelineClient(): PipelineClient {
  const worker = new Worker(new URL('./pipeline-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0

  worker.addEventListener('message', ({ data }: MessageEvent<PipelineReply>) => {
    const one = waiting.get(data.id)
    if (data.type === 'progress') {
      one?.onProgress?.(data.progress)
      return
    }
    waiting.delete(data.id)
    if (data.type === 'done') one?.resolve(data.result)
    else one?.reject(new Error(`pipeline-worker/failed: ${data.reason}`))
  })
  worker.addEventListener('error', ({ message }) => {
    const error = new Error(`pipeline-worker/broken: ${message}`)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })

  const send = (request: PipelineRequest) => worker.postMessage(request)
  const run = <Result>(
    ask: (id: number) => PipelineRequest,
    // Steps are texts on the way; each verb knows its own.
    { onProgress, signal }: VerbOptions<never>,
  ): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++last
      const abort = () => send({ type: 'abort', id })
      const settle = <Value>(then: (value: Value) => void) => {
        return (value: Value) => {
          signal?.removeEventListener('abort', abort)
          then(value)
        }
      }
      waiting.set(id, {
        onProgress: onProgress as Waiting['onProgress'],
        resolve: settle(resolve as Waiting['resolve']),
        reject: settle(reject),
      })
      send(ask(id))
      if (signal?.aborted) abort()
      else signal?.addEventListener('abort', abort)
    })

  return {
    inspect(bytes, { onProgress, signal, ...options } = {}) {
      const heard = { onProgress, signal } as VerbOptions<never>
      return run((id) => ({ type: 'run', id, verb: 'inspect', bytes, options }), heard)
    },
    optimise(bytes, { onProgress, signal, ...options } = {}) {
      const heard = { onProgress, signal } as VerbOptions<never>
      return run((id) => ({ type: 'run', id, verb: 'optimise', bytes, options }), heard)
    },
    close() {
      worker.terminate()
      for (const { resolve } of waiting.values()) resolve({ ok: false, fault: { code: 'aborted' } })
      waiting.clear()
    },
  }
}
