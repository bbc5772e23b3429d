import type { InspectOptions, InspectResult } from '../inspect'
import type { OptimiseOptions, OptimiseResult } from '../optimise'
import type { Progress } from '../verb-options'

/** What travels of a verb's options: functions and signals do not. */
type Sent<Options> = Partial<Omit<Options, 'onProgress' | 'signal'>>

/** The verbs a Worker speaks, with what each takes and gives. */
export interface WorkerVerbs {
  readonly inspect: { readonly options: Sent<InspectOptions>; readonly result: InspectResult }
  readonly optimise: { readonly options: Sent<OptimiseOptions>; readonly result: OptimiseResult }
}

export type WorkerVerb = keyof WorkerVerbs

/** To the Worker. */
export type PipelineRequest =
  | {
      readonly [Verb in WorkerVerb]: {
        readonly type: 'run'
        readonly id: number
        readonly verb: Verb
        readonly bytes: Uint8Array
        readonly options: WorkerVerbs[Verb]['options']
      }
    }[WorkerVerb]
  | { readonly type: 'abort'; readonly id: number }

/** From the Worker. `failed` is a programmer's mistake, or a Worker that could not start: a file's faults are results. */
export type PipelineReply =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly result: WorkerVerbs[WorkerVerb]['result'] }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }
