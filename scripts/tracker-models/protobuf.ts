/**
 * A field of a serialized protocol buffer, as far as its bytes say.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export type ProtoField =
  | { readonly number: number; readonly kind: 'varint'; readonly value: number }
  | { readonly number: number; readonly kind: 'float'; readonly value: number }
  /** A string, a message inside or packed numbers. */
  | { readonly number: number; readonly kind: 'bytes'; readonly value: Uint8Array }

/**
 * Reads the fields of one message in order. Of fixed 64-bit numbers and groups MediaPipe's files hold none.
 *
 * @throws when the bytes are no such message
 */
export function readMessage(bytes: Uint8Array): ProtoField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fields: ProtoField[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = view.getUint8(at++)
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
    throw new Error('tracker-models/protobuf: a number without end')
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = tag >>> 3
    const wire = tag & 7
    if (wire === 0) fields.push({ number, kind: 'varint', value: varint() })
    else if (wire === 2) {
      const length = varint()
      if (number === 0 || at + length > bytes.length) throw new Error('tracker-models/protobuf: no message')
      fields.push({ number, kind: 'bytes', value: bytes.subarray(at, at + length) })
      at += length
    } else if (wire === 5) {
      fields.push({ number, kind: 'float', value: view.getFloat32(at, true) })
      at += 4
    } else throw new Error(`tracker-models/protobuf: wire type ${wire}`)
  }
  return fields
}
