import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPhotoBooth as openBooth } from '../../scripts/photo-booth/open'
import type { Shot } from '../../src/core/shot'

/** A photo booth that stands open: takes pictures of models under `assets/` until it is closed. */
export interface OpenPhotoBooth {
  /** @param glb path below assets/ @returns a PNG, transparent */
  take(glb: string, shot: Shot): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens the booth. `edge` is the picture's in CSS pixels, drawn at `density` device pixels each.
 *
 * @throws with a fault's code: there is no browser, or the model is none
 */
export async function openPhotoBooth(edge: number, density = 1): Promise<OpenPhotoBooth> {
  const opened = await openBooth({ edge, density })
  if (!opened.ok) throw new Error(`photo-booth/${opened.fault.code}`)
  const { booth } = opened
  let last: { glb: string; model: Uint8Array } | undefined
  return {
    async take(glb, shot) {
      // One array a file, so that the booth knows a model it shows already.
      if (last?.glb !== glb) last = { glb, model: await readFile(join(import.meta.dirname, '..', glb)) }
      const taken = await booth.take(last.model, shot)
      if (!taken.ok) throw new Error(`photo-booth/${taken.fault.code}: ${glb}`)
      return taken.png
    },
    close: () => booth.close(),
  }
}
