import type { Intrinsics } from './fit/intrinsics'

/** Somebody who wears things for shoppers who want no camera: a person, or a hand. */
export interface ModelPerson {
  readonly id: string
  /** Name of their skin's tone, `tone-1` (very light) to `tone-6` (very dark). */
  readonly tone: string | undefined
  /** Addresses of their pictures, from one side to the other. */
  readonly pictures: readonly string[]
  /** Of each picture, degrees, positive to their left. */
  readonly yaws: readonly number[]
  /** Number of the picture that looks ahead. */
  readonly first: number
  /** Address of what the tracker saw in the pictures. */
  readonly landmarks: string
  /** Of the camera that took them. */
  readonly intrinsics: Intrinsics
}

/** Everybody, by what is worn on them. */
export interface ModelPeople {
  readonly face: readonly ModelPerson[]
  readonly hand: readonly ModelPerson[]
}

const HOME = '/try-on'
/** Files in the list are named relative to it. */
const FOLDER = `${HOME}/people`

/** Our model people. Rejects when their list cannot be fetched. */
export async function fetchPeople(signal?: AbortSignal): Promise<ModelPeople> {
  const response = await fetch(`${FOLDER}/people.json`, signal ? { signal } : {})
  if (!response.ok) throw new Error(`people.json: ${response.status}`)
  return readPeople(await response.json())
}

/** Reads their list, as `assets/source/people/pictures.ts` writes it. Who is not described soundly is left out. */
export function readPeople(list: unknown): ModelPeople {
  const { camera, people, hands } = entryOf(list)
  const { width, height, focal } = entryOf(camera)
  if (!isLength(width) || !isLength(height) || !isLength(focal)) return { face: [], hand: [] }
  const intrinsics = { width, height, focal, centreX: width / 2, centreY: height / 2 }
  const read = (entries: unknown, folder: string) =>
    listOf(entries).flatMap((entry): ModelPerson[] => {
      const { id, tone, pictures, file } = entryOf(entry)
      // A hand has one picture, which is named where a person has a list.
      const all = (file === undefined ? listOf(pictures) : [{ file, yaw: 0 }]).map(entryOf)
      const files = all.map((one) => one.file).filter(isFile)
      if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id) || files.length === 0) return []
      if (files.length !== all.length) return []
      const yaws = all.map(({ yaw }) => (typeof yaw === 'number' ? yaw : 0))
      const ahead = Math.min(...yaws.map(Math.abs))
      return [
        {
          id,
          tone: typeof tone === 'string' ? tone : undefined,
          pictures: files.map((name) => new URL(name, `file://${FOLDER}/`).pathname),
          yaws,
          first: yaws.findIndex((yaw) => Math.abs(yaw) === ahead),
          landmarks: `${HOME}/${folder}/${id}/landmarks.json`,
          intrinsics,
        },
      ]
    })
  return { face: read(people, 'people'), hand: read(hands, 'hands') }
}

function entryOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0
}

/** A picture below our own folder. */
function isFile(value: unknown): value is string {
  return typeof value === 'string' && /^(\.\.\/hands\/)?[a-z0-9-]+(\/[a-z0-9-]+)*\.webp$/.test(value)
}
