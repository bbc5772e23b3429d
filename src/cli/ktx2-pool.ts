import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Pixels } from '../pipeline/image-codec'
import type { Ktx2Encoder, Ktx2Options } from '../pipeline/ktx2-encoder'

interface Job {
  readonly id: number
  readonly pixels: Pixels
  readonly options: Ktx2Options
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly reject: (error: Error) => void
}

type Reply = { readonly id: number; readonly bytes?: Uint8Array<ArrayBuffer>; readonly error?: string }

/** A {@link Ktx2Encoder} that packs as many pictures at once as there are cores. Threads start with the first picture. */
export interface Ktx2Pool extends Ktx2Encoder {
  /** Ends the threads; what they were packing is rejected. */
  close(): Promise<void>
}

/** Opens a pool. An open one keeps Node from ending only while it packs. */
export function createKtx2Pool(threads = availableParallelism()): Ktx2Pool {
  const idle: Worker[] = []
  const all = new Map<Worker, Job | undefined>()
  const queue: Job[] = []
  let last = 0

  const start = (): Worker => {
    // Plain JavaScript needs no loader of TypeScript.
    const worker = new Worker(new URL('./ktx2-thread.mjs', import.meta.url), { execArgv: [] })
    worker.unref()
    worker.on('message', ({ bytes, error }: Reply) => {
      const job = all.get(worker)
      all.set(worker, undefined)
      worker.unref()
      idle.push(worker)
      if (bytes) job?.resolve(bytes)
      else job?.reject(new Error(`ktx2/encode-failed: ${error}`))
      next()
    })
    worker.on('error', (error) => {
      all.get(worker)?.reject(error)
      all.delete(worker)
      next()
    })
    all.set(worker, undefined)
    return worker
  }
  const next = () => {
    const worker = idle.pop() ?? (all.size < threads ? start() : undefined)
    if (!worker) return
    const job = queue.shift()
    if (!job) {
      idle.push(worker)
      return
    }
    all.set(worker, job)
    worker.ref()
    worker.postMessage({ id: job.id, pixels: job.pixels, options: job.options })
    if (queue.length > 0) next()
  }

  return {
    atOnce: threads,
    encode(pixels, options) {
      return new Promise((resolve, reject) => {
        queue.push({ id: ++last, pixels, options, resolve, reject })
        next()
      })
    },
    async close() {
      const closed = new Error('ktx2/closed')
      for (const job of [...queue.splice(0), ...all.values()]) job?.reject(closed)
      const workers = [...all.keys()]
      all.clear()
      idle.length = 0
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
