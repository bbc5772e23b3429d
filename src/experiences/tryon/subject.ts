import type { Wear } from '../../core/wear'
import type { Subject } from './tracker/tracker'

/** What has to be seen for a thing to be put on. */
export function subjectOf(kind: Wear['kind']): Exclude<Subject, 'person'> {
  return kind === 'watch' || kind === 'ring' ? 'hand' : 'face'
}
