import { FlatbufferPrefix } from './flatbuffer-prefix.ts'

/** `TensorType` of TFLite's schema. */
const FLOAT16 = 1
/** Fewer weights than this are left exact: biases and the like weigh nothing. */
const MANY = 1024
/** Tensors with fewer weights than this, and depthwise kernels, get steps that much finer: early layers, whose noise everything behind them sees, and which weigh little. */
const LARGE = 30_000
const FINER = 3
/** Of a half float: bits of its fraction, and the smallest that has an exponent of its own. */
const FRACTION = 10
const LEAST = 2 ** -14

/**
 * Rounds the half floats of a model's large tensors to whole multiples of a power of two, so that their low bits are zeros and compress. The file stays as long as it is, and its
 * structure the same; biases stay exact. The step is the power of two next to a tensor's own root mean square / `fineness`: one step for all of a tensor's weights
 * adds less noise a byte than as many bits for each weight, which spends them on weights near zero. A depthwise kernel's channels differ too much for that: each has a step of its own.
 *
 * @param model a TFLite file
 * @param fineness 16: noise of 1.4 to 1.9 % of the large tensors' weights; half of it: twice the noise and about a bit a weight less
 * @returns a copy
 */
export function coarsenWeights(model: Uint8Array, fineness: number): Uint8Array {
  const out = Uint8Array.from(model)
  const file = new FlatbufferPrefix(model)
  const [graph] = file.tables(file.follow(file.root(), 2))
  const buffers = file.tables(file.follow(file.root(), 4))
  const view = new DataView(out.buffer)
  for (const tensor of file.tables(file.follow(Number(graph), 0))) {
    const type = file.field(Number(tensor), 1)
    const buffer = file.field(Number(tensor), 2)
    if (!type || out[type] !== FLOAT16 || !buffer) continue
    const data = file.follow(Number(buffers[file.uint32(buffer)]), 0)
    if (!data) continue
    const shape = file.integers(file.follow(Number(tensor), 0))
    const count = file.uint32(data) / 2
    if (count < MANY || shape.length < 2) continue
    // Convolutions are (out, height, width, in), depthwise ones (1, height, width, channels).
    const channels = shape[0] === 1 ? (shape.at(-1) ?? 1) : 1
    const fine = channels > 1 || count < LARGE ? FINER * fineness : fineness
    for (let channel = 0; channel < channels; channel++)
      roundWeights(view, data + 4, count / channels, channel, channels, fine)
  }
  return out
}

/** Every `stride`-th half float from `first` on. */
function roundWeights(
  view: DataView,
  start: number,
  count: number,
  first: number,
  stride: number,
  fineness: number,
): void {
  const at = (i: number) => start + 2 * (first + i * stride)
  let squares = 0
  for (let i = 0; i < count; i++) squares += readHalf(view.getUint16(at(i), true)) ** 2
  if (squares === 0) return
  const step = 2 ** Math.round(Math.log2(Math.sqrt(squares / count) / fineness))
  for (let i = 0; i < count; i++) {
    const value = readHalf(view.getUint16(at(i), true))
    view.setUint16(at(i), writeHalf(Math.round(value / step) * step), true)
  }
}

/** A half float's value. */
export function readHalf(bits: number): number {
  return HALVES[bits] ?? 0
}

const HALVES = Float64Array.from({ length: 0x10000 }, (_, bits) => {
  const exponent = (bits >> FRACTION) & 31
  const fraction = (bits & 1023) / 1024
  const size = exponent === 0 ? fraction * LEAST : (1 + fraction) * 2 ** (exponent - 15)
  return bits & 0x8000 ? -size : size
})

const float = new Float32Array(1)
const floatBits = new Int32Array(float.buffer)

/** The half float nearest to a value that half floats reach. Zero has no sign. */
export function writeHalf(value: number): number {
  const size = Math.abs(value)
  if (size === 0) return 0
  const sign = value < 0 ? 0x8000 : 0
  if (size < LEAST) return sign | Math.round((size / LEAST) * 1024)
  float[0] = size
  // Rounded at the bit that goes; a carry into the exponent is right as it is.
  return sign | ((((floatBits[0] ?? 0) + 0x1000) >> 13) - ((127 - 15) << FRACTION))
}
