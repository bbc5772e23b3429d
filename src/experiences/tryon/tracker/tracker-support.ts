/** A function that returns a vector of 128 bits: valid only where WebAssembly has SIMD. Source: https://github.com/GoogleChromeLabs/wasm-feature-detect */
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
])

/** Whether this page can run the tracker: module workers, WebAssembly with SIMD, and a canvas off the screen for it to read pictures by. */
export function canTrack(scope: typeof globalThis = globalThis): boolean {
  const { WebAssembly, Worker, OffscreenCanvas } = scope
  return (
    typeof Worker === 'function' &&
    typeof OffscreenCanvas === 'function' &&
    typeof WebAssembly === 'object' &&
    typeof WebAssembly.compileStreaming === 'function' &&
    WebAssembly.validate(SIMD) &&
    takesModules(Worker)
  )
}

/** A browser that knows module workers reads `type`; asked with an address that is none, it starts nothing. */
function takesModules(WorkerType: typeof Worker): boolean {
  let asked = false
  const options = {
    get type(): WorkerType {
      asked = true
      return 'module'
    },
  }
  try {
    new WorkerType('blob://', options).terminate()
  } catch {
    // The address is refused, after the options were read.
  }
  return asked
}
