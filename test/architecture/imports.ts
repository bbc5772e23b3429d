import { parseSync } from 'vite'

/** How a module asks for another. */
export type ImportWay = 'static' | 'type' | 'dynamic' | 'worker'

/** One request of a module for another. */
export interface Import {
  /** As written: `./orbit`, `three`. */
  readonly specifier: string
  readonly way: ImportWay
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/**
 * Everything a TypeScript module asks for: imports, re-exports, `import()`, `import('x').T` in types, and
 * `new Worker(new URL('x', import.meta.url))`. A dynamic import of a computed name is an error: nobody could
 * check it.
 *
 * @param path names the language (`.ts` or `.tsx`)
 */
export function importsOf(path: string, source: string): Import[] {
  const { program, module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: Import[] = []
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const whole = source.slice(start).startsWith('import type')
    const typesOnly = whole || (entries.length > 0 && entries.every((entry) => entry.isType))
    found.push({ specifier: moduleRequest.value, way: typesOnly ? 'type' : 'static' })
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, way: isType ? 'type' : 'static' })
    }
  }
  walk(program as unknown as Node, (node) => {
    if (node.type === 'ImportExpression') {
      const specifier = literal(node.source)
      if (specifier === undefined) throw new Error(`${path}: import() of a computed name`)
      found.push({ specifier, way: 'dynamic' })
    }
    if (node.type === 'TSImportType') {
      const specifier = literal(node.source ?? node.argument)
      if (specifier !== undefined) found.push({ specifier, way: 'type' })
    }
    if (node.type === 'NewExpression' && /^(Shared)?Worker$/.test(name(node.callee))) {
      const [url] = node.arguments as Node[]
      if (url?.type !== 'NewExpression' || name(url.callee) !== 'URL') return
      const specifier = literal((url.arguments as unknown[])[0])
      if (specifier !== undefined) found.push({ specifier, way: 'worker' })
    }
  })
  return found
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child as Node, visit)
    }
  }
}

function literal(node: unknown): string | undefined {
  const { type, value, literal: inner } = (node ?? {}) as Node
  if (type === 'TSLiteralType') return literal(inner)
  return type === 'Literal' && typeof value === 'string' ? value : undefined
}

function name(node: unknown): string {
  const { type, name: text } = (node ?? {}) as Node
  return type === 'Identifier' && typeof text === 'string' ? text : ''
}
