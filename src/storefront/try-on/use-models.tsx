import { useEffect, useState } from 'react'
import type { Wear } from '../../core/wear'
import { fetchModels, type ModelPerson } from './model-people'

/** The models on whom a kind can be tried; empty until they are known. */
export function useModels(kind: Wear['kind']): readonly ModelPerson[] {
  const [models, setModels] = useState<readonly ModelPerson[]>([])
  useEffect(() => {
    let here = true
    void fetchModels(kind).then((found) => {
      if (here) setModels(found)
    })
    return () => {
      here = false
    }
  }, [kind])
  return models
}
