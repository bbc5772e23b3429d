import type { Wear } from '../../core/wear'
import { subjectOf } from '../../experiences/tryon/subject'

/** Somebody who wears things for shoppers who want no camera. */
export interface ModelPerson {
  readonly id: string
  /** Address of the picture that looks straight ahead. */
  readonly picture: string
  /** For the name: `veryLight`, `light`, `medium`, `tan`, `dark` or `veryDark`. */
  readonly tone: string | undefined
  /** Of each of their pictures, degrees, positive to their left. */
  readonly yaws: readonly number[]
  /** Number of the picture that looks ahead. */
  readonly first: number
}

/** The models on whom a kind can be tried; none when their list cannot be had. */
export async function fetchModels(kind: Wear['kind']): Promise<readonly ModelPerson[]> {
  const folder = subjectOf(kind) === 'hand' ? 'hands' : 'people'
  try {
    const response = await fetch(`/try-on/${folder}/${folder}.json`)
    if (!response.ok) return []
    return readModels(await response.json(), `/try-on/${folder}`)
  } catch {
    // Offline: the camera and photos still work.
    return []
  }
}

/** Reads a list of models: `{ people: [{ id, tone?, pictures: [{ yaw }] }] }`, yaw in degrees, positive to the model's left. */
export function readModels(list: unknown, folder: string): readonly ModelPerson[] {
  const { people } = (list ?? {}) as { people?: unknown }
  if (!Array.isArray(people)) return []
  return people.flatMap((entry: unknown): ModelPerson[] => {
    const { id, tone, pictures } = (entry ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id) || !Array.isArray(pictures)) return []
    const yaws = pictures.map((one: unknown) => Number((one as { yaw?: unknown } | null)?.yaw) || 0)
    if (yaws.length === 0) return []
    const ahead = Math.min(...yaws.map(Math.abs))
    const first = yaws.findIndex((yaw) => Math.abs(yaw) === ahead)
    const picture = `${folder}/${id}/${first}.webp`
    return [{ id, picture, tone: typeof tone === 'string' ? tone : undefined, yaws, first }]
  })
}
