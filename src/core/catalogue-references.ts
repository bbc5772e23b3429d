import { type CatalogueFault, foundText } from './catalogue-fault'

/**
 * What a schema cannot say: ids are unique and a product's kind is one of the catalogue's. Looks at the raw file,
 * so that these faults are reported beside those of its shape.
 */
export function checkReferences(json: unknown): CatalogueFault[] {
  const faults: CatalogueFault[] = []
  const kinds = listIn(json, 'kinds')
  const products = listIn(json, 'products')

  repeated(kinds, 'id', 'kinds', faults)
  repeated(products, 'sku', 'products', faults)
  const known = kinds.map((kind) => valueIn(kind, 'id')).filter((id) => typeof id === 'string')
  for (const [index, product] of products.entries()) {
    const kind = valueIn(product, 'kind')
    if (typeof kind === 'string' && kind && !known.includes(kind)) {
      const path = `products[${index}].kind`
      faults.push({ code: 'kind', path, found: foundText(kind), detail: { kinds: known.join(', ') } })
    }
    repeated(listIn(product, 'variants'), 'id', `products[${index}].variants`, faults)
  }
  return faults
}

function repeated(list: readonly unknown[], key: string, path: string, faults: CatalogueFault[]): void {
  const first = new Map<string, number>()
  for (const [index, entry] of list.entries()) {
    const id = valueIn(entry, key)
    if (typeof id !== 'string') continue
    const other = first.get(id)
    if (other === undefined) first.set(id, index)
    else {
      const detail = { other: `${path}[${other}].${key}` }
      faults.push({ code: 'unique', path: `${path}[${index}].${key}`, found: foundText(id), detail })
    }
  }
}

function valueIn(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined
}

function listIn(object: unknown, key: string): readonly unknown[] {
  const value = valueIn(object, key)
  return Array.isArray(value) ? value : []
}
