// One optimisation in a process of its own, so that its memory is its own: `tsx run-verb.ts IN OUT PROFILE`. Prints JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import * as validator from 'gltf-validator'
import { MeshoptDecoder, MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import { createKtx2Pool } from '../../../src/cli/ktx2-pool'
import { createSharpCodec } from '../../../src/cli/sharp-codec'
import { inspect } from '../../../src/pipeline/inspect'
import { type OPTIMISE_PROFILES, optimise } from '../../../src/pipeline/optimise'

const [from = '', to = '', profile = 'webp'] = process.argv.slice(2)
const meshopt = {
  meshoptDecoder: MeshoptDecoder,
  meshoptEncoder: MeshoptEncoder,
  meshoptSimplifier: MeshoptSimplifier,
}
const pool = createKtx2Pool()
const started = performance.now()
const before = process.cpuUsage()
const result = await optimise(
  new Uint8Array(readFileSync(from)),
  { profile: profile as keyof typeof OPTIMISE_PROFILES },
  { ...meshopt, codec: createSharpCodec(), ktx2: pool },
)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(before)
// Told before anything else runs here. Kilobytes.
const peak = process.resourceUsage().maxRSS
await pool.close()
if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.detail)}`)
writeFileSync(to, result.bytes)
const checked = await inspect(result.bytes, { budgets: [] }, { ...meshopt, validator })
console.log(
  JSON.stringify({
    bytes: result.after.bytes,
    gpu_bytes: result.after.textureGpuBytes,
    seconds,
    cpu_seconds: (user + system) / 1e6,
    peak_mb: peak / 1024,
    validator_errors: checked.ok ? (checked.inspection.validation?.errors ?? -1) : -1,
    draws: result.after.draws,
  }),
)
