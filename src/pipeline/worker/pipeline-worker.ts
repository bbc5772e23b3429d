// The pipeline's verbs off the main thread. A module Worker, started by pipeline-client.ts; everything it needs
// is bundled or a file of our own.
import webpWasm from '@jsquash/webp/codec/enc/webp_enc_simd.wasm?url'
import * as validator from 'gltf-validator'
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import { inspect } from '../inspect'
import { optimise } from '../optimise'
import type { VerbOptions } from '../verb-options'
import { createBrowserCodec } from './browser-codec'
import type { PipelineReply, PipelineRequest } from './pipeline-messages'

const deps = {
  codec: createBrowserCodec(webpWasm),
  validator,
  meshoptDecoder: MeshoptDecoder,
  meshoptEncoder: MeshoptEncoder,
  meshoptSimplifier: MeshoptSimplifier,
}
const running = new Map<number, AbortController>()
const reply = (message: PipelineReply, transfer: Transferable[] = []) => postMessage(message, { transfer })

addEventListener('message', ({ data }: MessageEvent<PipelineRequest>) => {
  if (data.type === 'abort') running.get(data.id)?.abort()
  else run(data)
})

async function run(request: Extract<PipelineRequest, { type: 'run' }>): Promise<void> {
  const { id } = request
  const stop = new AbortController()
  running.set(id, stop)
  const heard: VerbOptions = {
    signal: stop.signal,
    onProgress: (progress) => reply({ type: 'progress', id, progress }),
  }
  try {
    const result =
      request.verb === 'inspect'
        ? await inspect(request.bytes, { ...request.options, ...heard }, deps)
        : await optimise(request.bytes, { ...request.options, ...heard }, deps)
    const made = result.ok && 'lods' in result ? [result.bytes, ...result.lods.map(({ bytes }) => bytes)] : []
    reply(
      { type: 'done', id, result },
      made.map(({ buffer }) => buffer),
    )
  } catch (cause) {
    reply({ type: 'failed', id, reason: cause instanceof Error ? cause.message : String(cause) })
  } finally {
    running.delete(id)
  }
}
