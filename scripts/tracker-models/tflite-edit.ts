import { FlatbufferPrefix, type Item, type Target } from './flatbuffer-prefix.ts'

/** `TensorType`, `BuiltinOperator` and `BuiltinOptions` of TFLite's schema, as far as we add them. */
const FLOAT32 = 0
const IDENTIFIER = 'TFL3'

/** What an edit may add to a model's only subgraph. */
export interface TfliteGraph {
  /** Tensors that the model gives. */
  readonly outputs: readonly number[]
  /** Adds constant bytes; gives the number of their buffer. */
  buffer(bytes: Uint8Array): number
  /** Adds a tensor of 32-bit floats; gives its number. */
  tensor(name: string, shape: readonly number[], buffer?: number): number
  /** Adds an operation at the end. `options` are the fields of its options' table. */
  operate(operation: Operation): void
  setOutputs(outputs: readonly number[]): void
}

export interface Operation {
  /** `BuiltinOperator`, and `BuiltinOptions` with its fields. */
  readonly code: number
  readonly optionsType: number
  readonly options: Readonly<Record<number, { readonly i8: number } | { readonly i32: number }>>
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
}

export interface TfliteEdit {
  /** Serialized `ModelMetadata`, which MediaPipe Tasks wants to find in a model. */
  readonly metadata: Uint8Array
  readonly build?: (graph: TfliteGraph) => void
}

/**
 * A TFLite model with metadata and, if asked, more operations at its end.
 * Field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs.
 */
export function editTflite(model: Uint8Array, { metadata, build }: TfliteEdit): Uint8Array {
  const file = new FlatbufferPrefix(model)
  const root = file.root()
  const [subgraph] = file.tables(file.follow(root, 2))
  if (typeof subgraph !== 'number') throw new Error('tracker-models/tflite: a model without a graph')
  const codes = file.tables(file.follow(root, 1))
  const buffers = file.tables(file.follow(root, 4))
  const entries = file.tables(file.follow(root, 6))
  const tensors = file.tables(file.follow(subgraph, 0))
  const operators = file.tables(file.follow(subgraph, 3))
  let outputs = file.integers(file.follow(subgraph, 2))

  const add = (list: Target[], item: Item) => list.push(item) - 1
  const buffer = (bytes: Uint8Array) => add(buffers, file.table({ 0: { to: file.byteVector(bytes) } }))
  const operatorCode = (code: number) =>
    // Twice: old readers know only codes below 128, in a byte of their own.
    add(codes, file.table({ 0: { i8: code }, 2: { i32: 1 }, 3: { i32: code } }))
  build?.({
    outputs,
    buffer,
    tensor: (name, shape, constant = 0) =>
      add(
        tensors,
        file.table({
          0: { to: file.integerVector(shape) },
          1: { i8: FLOAT32 },
          2: { i32: constant },
          3: { to: file.string(name) },
        }),
      ),
    operate: ({ code, optionsType, options, inputs, outputs: results }) => {
      operators.push(
        file.table({
          0: { i32: operatorCode(code) },
          1: { to: file.integerVector(inputs) },
          2: { to: file.integerVector(results) },
          3: { i8: optionsType },
          4: { to: file.table(options) },
        }),
      )
    },
    setOutputs: (chosen) => {
      outputs = [...chosen]
    },
  })

  entries.push(file.table({ 0: { to: file.string('TFLITE_METADATA') }, 1: { i32: buffer(metadata) } }))
  const graph = file.table({
    0: { to: file.tableVector(tensors) },
    1: { to: file.follow(subgraph, 1) },
    2: { to: file.integerVector(outputs) },
    3: { to: file.tableVector(operators) },
  })
  const description = file.follow(root, 3)
  // Signatures name the outputs as they were, so they go when those change.
  const signatures = build ? 0 : file.follow(root, 7)
  const top = file.table({
    0: { i32: file.uint32(file.field(root, 0)) },
    1: { to: file.tableVector(codes) },
    2: { to: file.tableVector([graph]) },
    ...(description ? { 3: { to: description } } : {}),
    4: { to: file.tableVector(buffers) },
    6: { to: file.tableVector(entries) },
    ...(signatures ? { 7: { to: signatures } } : {}),
  })
  return file.finish(top, IDENTIFIER)
}
