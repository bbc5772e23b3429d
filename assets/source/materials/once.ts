/** Makes a value once, when first asked for: a texture is synthesised only if a product that is built uses it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
