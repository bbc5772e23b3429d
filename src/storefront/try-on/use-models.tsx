import { useEffect, useState } from 'react'
import type { Wear } from '../../core/wear'
import { fetchPeople, type ModelPerson } from '../../experiences/tryon/people-list'
import { subjectOf } from '../../experiences/tryon/subject'

/** The models on whom a kind can be tried; empty until they are known, and where their list cannot be had. */
export function useModels(kind: Wear['kind']): readonly ModelPerson[] {
  const [models, setModels] = useState<readonly ModelPerson[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    fetchPeople(leaving.signal).then(
      (people) => setModels(people[subjectOf(kind)]),
      // Offline, or gone: the camera and photos still work.
      () => undefined,
    )
    return () => leaving.abort()
  }, [kind])
  return models
}
