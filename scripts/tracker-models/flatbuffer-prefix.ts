/** Where a reference leads: a place in the old file, or something new. */
export type Target = number | Item

/** A vector, table or string that is put in front of the old file. */
export interface Item {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly align: number
  /** How many of the item's first bytes come before the one that is aligned. */
  readonly before: number
  readonly references: { readonly at: number; readonly to: Target }[]
  readonly vtable?: Item
  /** Place in the finished file, once it is known. */
  start: number
}

/** The value of a table's field. */
export type Field = { readonly i8: number } | { readonly i32: number } | { readonly to: Target }

/**
 * Rewrites the top of a flatbuffer and keeps the rest byte for byte: weights are neither parsed nor copied one by one. What is new goes in front of the old
 * file, because a flatbuffer's references only lead forwards: new parents may hold old children. Make children first, parents after them.
 * Source: https://flatbuffers.dev/internals/
 */
export class FlatbufferPrefix {
  readonly #items: Item[] = []
  readonly #old: Uint8Array
  readonly #view: DataView

  constructor(old: Uint8Array) {
    this.#old = old
    this.#view = new DataView(old.buffer, old.byteOffset, old.byteLength)
  }

  /** Of the old file: place of its root table. */
  root(): number {
    return this.uint32(0)
  }

  uint32(at: number): number {
    return this.#view.getUint32(at, true)
  }

  /** Of the old file: where the value of a table's field lies; 0 when it has none. */
  field(table: number, field: number): number {
    const vtable = table - this.#view.getInt32(table, true)
    const slot = 4 + 2 * field
    const offset = slot < this.#view.getUint16(vtable, true) ? this.#view.getUint16(vtable + slot, true) : 0
    return offset ? table + offset : 0
  }

  /** Of the old file: the table, vector or string that a field leads to; 0 when it has none. */
  follow(table: number, field: number): number {
    const at = this.field(table, field)
    return at ? at + this.uint32(at) : 0
  }

  /** Of the old file: places of the tables in a vector. */
  tables(vector: number): Target[] {
    if (!vector) return []
    return Array.from({ length: this.uint32(vector) }, (_, i) => {
      const at = vector + 4 + 4 * i
      return at + this.uint32(at)
    })
  }

  /** Of the old file: a vector of int32. */
  integers(vector: number): number[] {
    if (!vector) return []
    return Array.from({ length: this.uint32(vector) }, (_, i) =>
      this.#view.getInt32(vector + 4 + 4 * i, true),
    )
  }

  table(fields: Readonly<Record<number, Field>>): Item {
    const numbers = Object.keys(fields).map(Number)
    const vtable = this.#item(4 + 2 * (Math.max(-1, ...numbers) + 1), 2)
    const table = this.#item(4 + 4 * numbers.length, 4, 0, vtable)
    vtable.view.setUint16(0, vtable.bytes.length, true)
    vtable.view.setUint16(2, table.bytes.length, true)
    numbers.forEach((number, slot) => {
      const field = fields[number]
      const at = 4 + 4 * slot
      vtable.view.setUint16(4 + 2 * number, at, true)
      if (!field) return
      if ('i8' in field) table.view.setInt8(at, field.i8)
      else if ('i32' in field) table.view.setInt32(at, field.i32, true)
      else table.references.push({ at, to: field.to })
    })
    return table
  }

  tableVector(targets: readonly Target[]): Item {
    const item = this.#item(4 + 4 * targets.length, 4)
    item.view.setUint32(0, targets.length, true)
    targets.forEach((to, i) => {
      item.references.push({ at: 4 + 4 * i, to })
    })
    return item
  }

  integerVector(values: readonly number[]): Item {
    const item = this.#item(4 + 4 * values.length, 4)
    item.view.setUint32(0, values.length, true)
    values.forEach((value, i) => {
      item.view.setInt32(4 + 4 * i, value, true)
    })
    return item
  }

  /** Bytes whose first is aligned to 16, as TFLite wants its buffers. */
  byteVector(bytes: Uint8Array): Item {
    const item = this.#item(4 + bytes.length, 16, 4)
    item.view.setUint32(0, bytes.length, true)
    item.bytes.set(bytes, 4)
    return item
  }

  string(text: string): Item {
    const bytes = new TextEncoder().encode(text)
    const item = this.#item(4 + bytes.length + 1, 4)
    item.view.setUint32(0, bytes.length, true)
    item.bytes.set(bytes, 4)
    return item
  }

  /** The whole file. @param identifier four letters */
  finish(root: Item, identifier: string): Uint8Array {
    const parentsFirst = [...this.#items].reverse()
    let end = 8
    for (const item of parentsFirst) {
      while ((end + item.before) % item.align) end += 1
      item.start = end
      end += item.bytes.length
    }
    // What was aligned in the old file stays so.
    const shift = Math.ceil(end / 16) * 16
    const out = new Uint8Array(shift + this.#old.length)
    const view = new DataView(out.buffer)
    view.setUint32(0, root.start, true)
    out.set(new TextEncoder().encode(identifier), 4)
    for (const item of parentsFirst) {
      if (item.vtable) item.view.setInt32(0, item.start - item.vtable.start, true)
      for (const { at, to } of item.references) {
        const distance = (typeof to === 'number' ? shift + to : to.start) - (item.start + at)
        if (distance <= 0) throw new Error('tracker-models/flatbuffer: a child was made after its parent')
        item.view.setUint32(at, distance, true)
      }
      out.set(item.bytes, item.start)
    }
    out.set(this.#old, shift)
    return out
  }

  #item(length: number, align: number, before = 0, vtable?: Item): Item {
    const bytes = new Uint8Array(length)
    const item: Item = {
      bytes,
      view: new DataView(bytes.buffer),
      align,
      before,
      references: [],
      start: 0,
      ...(vtable ? { vtable } : {}),
    }
    this.#items.push(item)
    return item
  }
}
