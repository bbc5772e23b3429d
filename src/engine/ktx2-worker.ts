// Transcodes KTX2 textures with Basis Universal, off the main thread. A classic worker from a real address, without
// imports: see docs/engine.md, "Decoders under a strict policy".
//
// three's KTX2Loader starts its worker from a blob:, which inherits the page's policy, and Basis' JavaScript builds
// its glue with `new Function`: under `script-src 'self' 'wasm-unsafe-eval'` the two cannot work. Here Basis comes
// by importScripts from our own folder, and `Function` is replaced by a constructor that makes the two kinds of glue
// Basis asks for as ordinary closures, so that no policy needs to allow eval anywhere.
{
  interface WireType {
    toWireType(destructors: unknown[] | null, value: unknown): unknown
    fromWireType(value: unknown): unknown
    readValueFromPointer(pointer: number): unknown
    readonly argPackAdvance: number
    readonly isVoid?: boolean
  }
  type Callable = (...args: unknown[]) => unknown

  /** embind's `createJsInvoker`: converts arguments, calls into wasm, converts the result, frees. */
  const createInvoker = (names: string[], body: string, values: unknown[]): Callable => {
    const given = new Map(names.map((name, i) => [name, values[i]]))
    const invoker = given.get('invoker') as Callable
    const target = given.get('fn')
    const runDestructors = given.get('runDestructors') as (list: unknown[]) => void
    const returnType = given.get('retType') as WireType
    const classType = given.get('classParam') as WireType
    const types: WireType[] = []
    for (let i = 0; given.has(`argType${i}`); i++) types.push(given.get(`argType${i}`) as WireType)
    const isMethod = body.includes('var thisWired')
    const needsStack = body.includes('var destructors')
    const returns = body.includes("retType['fromWireType']")
    return function (this: unknown, ...args: unknown[]): unknown {
      if (args.length !== types.length)
        throw new TypeError(`expected ${types.length} arguments, got ${args.length}`)
      const stack: unknown[] | null = needsStack ? [] : null
      const wired: unknown[] = []
      const self = isMethod ? classType.toWireType(stack, this) : undefined
      if (isMethod) wired.push(self)
      for (const [i, type] of types.entries()) wired.push(type.toWireType(stack, args[i]))
      const result = invoker(target, ...wired)
      if (stack) runDestructors(stack)
      else {
        ;(given.get('thisWired_dtor') as Callable | undefined)?.(self)
        for (const i of types.keys()) {
          ;(given.get(`arg${i}Wired_dtor`) as Callable | undefined)?.(wired[isMethod ? i + 1 : i])
        }
      }
      return returns ? returnType.fromWireType(result) : undefined
    }
  }

  /** embind's `emval_get_method_caller`: reads packed arguments and calls or constructs a JavaScript function. */
  const createMethodCaller = (names: string[], body: string, values: unknown[]): Callable => {
    const given = new Map(names.map((name, i) => [name, values[i]]))
    const returnType = given.get('retType') as WireType
    const returnValue = given.get('emval_returnValue') as Callable
    const types: WireType[] = []
    for (let i = 0; given.has(`argType${i}`); i++) types.push(given.get(`argType${i}`) as WireType)
    const constructs = body.includes('new func(')
    const bindsThis = body.includes('func.call(obj')
    return (object, func, destructors, pointer) => {
      let at = pointer as number
      const args = types.map((type) => {
        const value = type.readValueFromPointer(at)
        at += type.argPackAdvance
        return value
      })
      const call = func as Callable & (new (...args: unknown[]) => unknown)
      // Without an object, embind's `func.call(a, b)` gives the first argument as `this`.
      const result = constructs
        ? new call(...args)
        : bindsThis
          ? call.call(object, ...args)
          : call.call(args[0], ...args.slice(1))
      return returnType.isVoid ? undefined : returnValue(returnType, destructors, result)
    }
  }

  /** Stands in for `Function` in this worker alone. */
  function ClosureFactory(...parts: string[]): Callable {
    const names = parts.slice(0, -1)
    const body = parts.at(-1) ?? ''
    if (names[0] === 'humanName') return (...values) => createInvoker(names, body, values)
    if (names[0] === 'retType') return (...values) => createMethodCaller(names, body, values)
    throw new EvalError('this worker makes no functions from text')
  }
  Object.defineProperty(ClosureFactory, Symbol.hasInstance, {
    value: (value: unknown) => typeof value === 'function',
  })

  interface Ktx2File {
    isValid(): boolean
    isUASTC(): boolean
    isETC1S(): boolean
    getWidth(): number
    getHeight(): number
    getLevels(): number
    getHasAlpha(): boolean
    getDFDFlags(): number
    startTranscoding(): boolean
    getImageLevelInfo(
      level: number,
      layer: number,
      face: number,
    ): { origWidth: number; origHeight: number; width: number; height: number }
    getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number
    transcodeImage(
      into: Uint8Array,
      level: number,
      layer: number,
      face: number,
      format: number,
      flags: number,
      channel0: number,
      channel1: number,
    ): boolean
    close(): void
    delete(): void
  }
  interface Basis {
    KTX2File: new (bytes: Uint8Array) => Ktx2File
    initializeBasis(): void
    onRuntimeInitialized?: () => void
    wasmBinary?: ArrayBuffer
  }

  /** What the GPU takes, best first: see `targetsFor` in ktx2.ts. */
  interface Target {
    readonly etc1s: boolean
    readonly uastc: boolean
    readonly powerOfTwo: boolean
    readonly transcode: readonly [opaque: number, alpha: number]
    readonly format: readonly [opaque: number, alpha: number]
  }

  const scope = globalThis as unknown as {
    importScripts?: (address: string) => void
    BASIS?: (module: Partial<Basis>) => unknown
    Function: unknown
    onmessage: ((event: MessageEvent) => void) | null
    postMessage(message: unknown, transfer?: Transferable[]): void
  }
  /** three.UnsignedByteType. */
  const UNSIGNED_BYTE = 1009
  const inWorker = typeof scope.importScripts === 'function'
  let targets: readonly Target[] = []
  let ready: Promise<Basis> | undefined

  const start = (script: string, wasmBinary: ArrayBuffer): Promise<Basis> =>
    new Promise((resolve, reject) => {
      try {
        scope.Function = ClosureFactory
        scope.importScripts?.(script)
        const module: Partial<Basis> = { wasmBinary }
        module.onRuntimeInitialized = () => {
          const basis = module as Basis
          basis.initializeBasis()
          resolve(basis)
        }
        scope.BASIS?.(module)
      } catch (error) {
        reject(error)
      }
    })

  const isPowerOfTwo = (n: number) => (n & (n - 1)) === 0

  const transcode = (basis: Basis, buffer: ArrayBuffer) => {
    const file = new basis.KTX2File(new Uint8Array(buffer))
    try {
      if (!file.isValid()) throw new Error('not a KTX2 texture')
      const width = file.getWidth()
      const height = file.getHeight()
      const levels = file.getLevels()
      const alpha = file.getHasAlpha() ? 1 : 0
      const uastc = file.isUASTC()
      if (!uastc && !file.isETC1S()) throw new Error('neither ETC1S nor UASTC')
      const target = targets.find(
        (each) =>
          (uastc ? each.uastc : each.etc1s) &&
          (!each.powerOfTwo || (isPowerOfTwo(width) && isPowerOfTwo(height))),
      )
      if (!target || !file.startTranscoding()) throw new Error('cannot be transcoded')
      const mipmaps: { data: Uint8Array; width: number; height: number }[] = []
      for (let level = 0; level < levels; level++) {
        const info = file.getImageLevelInfo(level, 0, 0)
        const data = new Uint8Array(file.getImageTranscodedSizeInBytes(level, 0, 0, target.transcode[alpha]))
        if (!file.transcodeImage(data, level, 0, 0, target.transcode[alpha], 0, -1, -1))
          throw new Error('damaged')
        // A texture of one level may have any size: what the GPU gets is whole blocks.
        mipmaps.push({
          data,
          width: levels > 1 ? info.origWidth : info.width,
          height: levels > 1 ? info.origHeight : info.height,
        })
      }
      return { mipmaps, width, height, format: target.format[alpha], dfdFlags: file.getDFDFlags() }
    } finally {
      file.close()
      file.delete()
    }
  }

  if (inWorker) {
    scope.onmessage = async ({ data: message }) => {
      if (message.type === 'init') {
        targets = message.targets
        ready = start(message.script, message.wasm)
        ready.catch(() => {})
        return
      }
      try {
        const basis = await ready
        if (!basis) throw new Error('not started')
        const { mipmaps, width, height, format, dfdFlags } = transcode(basis, message.buffer)
        // The shape three's KTX2Loader expects of its own worker.
        const face = { mipmaps, width, height, format, type: UNSIGNED_BYTE }
        scope.postMessage(
          {
            type: 'transcode',
            id: message.id,
            data: { faces: [face], width, height, format, type: face.type, dfdFlags },
          },
          mipmaps.map(({ data }) => data.buffer),
        )
      } catch (error) {
        scope.postMessage({ type: 'error', id: message.id, error: String(error), data: {} })
      }
    }
  }
}
