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

/** Degrees between two pictures of a model, where their list does not say. */
const STEP_DEGREES = 10

/** Reads a list of models: `{ people: [{ id, pictures, first, tone?, yaws? }] }`, yaws in degrees, positive to the model's left. */
export function readModels(list: unknown, folder: string): readonly ModelPerson[] {
  const { people } = (list ?? {}) as { people?: unknown }
  if (!Array.isArray(people)) return []
  return people.flatMap((entry: unknown): ModelPerson[] => {
    const { id, tone, pictures, first, yaws } = (entry ?? {}) as Record<string, unknown>
    const sound = typeof id === 'string' && /^[a-z0-9-]+$/.test(id) && isCount(pictures) && isCount(first)
    if (!sound || pictures < 1 || pictures > 99 || first >= pictures) return []
    const given = Array.isArray(yaws) ? yaws : []
    return [
      {
        id,
        picture: `${folder}/${id}/${first}.webp`,
        tone: typeof tone === 'string' ? tone : undefined,
        yaws: Array.from({ length: pictures }, (_, index) => {
          const yaw: unknown = given[index]
          return typeof yaw === 'number' ? yaw : (index - first) * STEP_DEGREES
        }),
        first,
      },
    ]
  })
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
