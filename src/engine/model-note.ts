import type { ObjectMeasure } from './measure'

/** What makes a model heavy though it is shown: a sentence for its merchant, `note.<code>` in the engine's messages. */
export interface ModelNote {
  readonly code: 'many-parts' | 'many-triangles' | 'big-textures'
  readonly detail: Readonly<Record<string, number>>
}

/** From here on a note is worth a merchant's time (Khronos' and Google's advice for mobile AR). */
export const HEAVY = { draws: 50, triangles: 150_000, textureBytes: 128e6 } as const

/** Notes on a model, heaviest reason first. */
export function notesOn({ triangles }: ObjectMeasure, draws: number, textureBytes: number): ModelNote[] {
  const notes: ModelNote[] = []
  if (draws > HEAVY.draws) notes.push({ code: 'many-parts', detail: { draws } })
  if (triangles > HEAVY.triangles) notes.push({ code: 'many-triangles', detail: { triangles } })
  if (textureBytes > HEAVY.textureBytes) {
    notes.push({ code: 'big-textures', detail: { megabytes: Math.round(textureBytes / 1e6) } })
  }
  return notes
}
