import { posix } from 'node:path'
import { importsOf } from './imports'

/** What a room may import: other rooms at once, others only by `import()` or as a Worker; never some packages. */
interface Rule {
  readonly rooms: readonly string[]
  readonly later?: readonly string[]
  readonly worker?: readonly string[]
  readonly never?: RegExp
}

const GRAPHICS = /^(three|react|react-dom|@react-three\/[^/]+)(\/|$)/

/** The table of docs/architecture.md. `experiences/*` stands for every experience. */
export const RULES: Readonly<Record<string, Rule>> = {
  core: { rooms: [], never: GRAPHICS },
  platform: { rooms: ['core'], never: GRAPHICS },
  pipeline: { rooms: ['core'], never: GRAPHICS },
  engine: { rooms: ['core', 'platform'] },
  'experiences/*': { rooms: ['engine', 'platform', 'core'] },
  storefront: { rooms: ['experiences/*', 'engine', 'platform', 'core'] },
  studio: { rooms: ['engine', 'platform', 'core'], worker: ['pipeline'] },
  embed: { rooms: ['core', 'platform'], later: ['engine', 'experiences/*'] },
  server: { rooms: ['core', 'pipeline'], never: GRAPHICS },
  cli: { rooms: ['core', 'pipeline'], never: GRAPHICS },
}

/** Room of a path from the project's root: `src/experiences/placement/x.ts` is in `experiences/placement`. */
export function roomOf(path: string): string | undefined {
  const [top, room, inner] = path.split('/')
  if (top !== 'src' || !room) return undefined
  return room === 'experiences' ? `experiences/${inner}` : room
}

/** Every way in which a module breaks the table, as sentences that name the file. */
export function roomViolations(path: string, source: string): string[] {
  const room = roomOf(path) ?? ''
  const rule = RULES[room.replace(/^experiences\/.*/, 'experiences/*')]
  if (!rule) return [`${path}: no rule says what "${room}" may import`]
  const allows = (rooms: readonly string[] | undefined, target: string) =>
    rooms?.includes(target) || (rooms?.includes('experiences/*') && target.startsWith('experiences/'))
  return importsOf(path, source).flatMap(({ specifier, way }) => {
    if (!specifier.startsWith('.')) {
      if (/^(https?:)?\/\//.test(specifier)) return [`${path}: imports from the network (${specifier})`]
      return rule.never?.test(specifier) ? [`${path}: ${room} never imports ${specifier}`] : []
    }
    const target = posix.normalize(posix.join(posix.dirname(path), specifier))
    // The one thing outside src that code reads: sentences.
    if (target.startsWith('assets/messages/')) return []
    const other = roomOf(target)
    if (!other) return [`${path}: imports ${target}, outside src`]
    if (other === room || allows(rule.rooms, other)) return []
    if (way === 'dynamic' && allows(rule.later, other)) return []
    if (way === 'worker' && allows(rule.worker, other)) return []
    return [`${path}: ${room} may not import ${other} (${specifier}, ${way})`]
  })
}
