import { Builder, type Offset } from 'flatbuffers'

/** How a picture's 0..255 becomes a model's input: (value - mean) / std. */
export interface Normalization {
  readonly mean: readonly number[]
  readonly std: readonly number[]
}

/** 0..1 */
export const TO_UNIT: Normalization = { mean: [0, 0, 0], std: [255, 255, 255] }
/** -1..1 */
export const TO_SIGNED_UNIT: Normalization = { mean: [127.5, 127.5, 127.5], std: [127.5, 127.5, 127.5] }

/**
 * The `ModelMetadata` that MediaPipe Tasks reads from a model: one RGB picture in, `outputs` tensors out.
 * Field numbers: tensorflow/lite/schema/metadata_schema.fbs of tflite-support.
 */
export function tfliteMetadata(name: string, { mean, std }: Normalization, outputs: number): Uint8Array {
  const builder = new Builder(1024)
  const floats = (values: readonly number[]) => {
    builder.startVector(4, values.length, 4)
    for (const value of [...values].reverse()) builder.addFloat32(value)
    return builder.endVector()
  }
  const offsets = (values: readonly Offset[]) => {
    builder.startVector(4, values.length, 4)
    for (const value of [...values].reverse()) builder.addOffset(value)
    return builder.endVector()
  }
  /** A table of references and, as `bytes`, of unions' types and enumerations. */
  const table = (
    references: Readonly<Record<number, Offset>>,
    bytes: Readonly<Record<number, number>> = {},
  ) => {
    const numbers = [...Object.keys(references), ...Object.keys(bytes)].map(Number)
    builder.startObject(Math.max(...numbers) + 1)
    for (const [field, offset] of Object.entries(references)) builder.addFieldOffset(Number(field), offset, 0)
    for (const [field, byte] of Object.entries(bytes)) builder.addFieldInt8(Number(field), byte, 0)
    return builder.endObject()
  }
  const normalization = table({ 0: floats(mean), 1: floats(std) })
  const NORMALIZATION_OPTIONS = 1
  const process = table({ 1: normalization }, { 0: NORMALIZATION_OPTIONS })
  const RGB = 1
  const image = table({}, { 0: RGB })
  const IMAGE_PROPERTIES = 2
  const content = table({ 1: image }, { 0: IMAGE_PROPERTIES })
  const least = mean.map((value) => (value === 0 ? 0 : -1))
  const range = table({ 0: floats(least.map(() => 1)), 1: floats(least) })
  const input = table({ 0: builder.createString('image'), 3: content, 4: offsets([process]), 5: range })
  const results = Array.from({ length: outputs }, (_, i) => table({ 0: builder.createString(`output ${i}`) }))
  const graph = table({ 2: offsets([input]), 3: offsets(results) })
  const root = table({ 0: builder.createString(name), 3: offsets([graph]) })
  builder.finish(root, 'M001')
  return builder.asUint8Array()
}
