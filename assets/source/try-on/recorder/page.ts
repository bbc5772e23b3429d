// Runs the tracker on pictures, for record-people.ts.
import { type RecordedObservation, writeRecording } from '../../../../src/experiences/tryon/tracker/recording'
import { TasksTracker } from '../../../../src/experiences/tryon/tracker/tasks-tracker'
import type { Subject } from '../../../../src/experiences/tryon/tracker/tracker'

/** What was seen of one set of pictures. */
export interface RecordedStills {
  /** The recording's file. */
  readonly text: string
  /** Faces or hands, by picture. */
  readonly seen: readonly number[]
}

declare global {
  /** Set when the page is ready. @param addresses of pictures of one size @param raw whether points before refinement are kept: for comparison, a shop needs none */
  var recordStills: (subject: Subject, addresses: readonly string[], raw?: boolean) => Promise<RecordedStills>
}

globalThis.recordStills = async (subject, addresses, keepRaw = false) => {
  // Each picture by itself: what was seen in one must not lead the next.
  const tracker = new TasksTracker({ following: 'single', delegate: 'cpu' })
  const started = await tracker.start({ subjects: [subject] })
  if (!started.ok) throw new Error(JSON.stringify(started.fault))
  const observations: RecordedObservation[] = []
  let size = { width: 0, height: 0 }
  for (const [index, address] of addresses.entries()) {
    const picture = await createImageBitmap(await (await fetch(address)).blob())
    const observed = await tracker.observe(picture, index)
    if (!observed.ok) throw new Error(JSON.stringify(observed.fault))
    const { time, faces, hands, light, width, height } = structuredClone(observed.observation)
    if (index > 0 && (width !== size.width || height !== size.height))
      throw new Error(`record-people: ${address} is of another size`)
    size = { width, height }
    const refined = faces.map(({ points, raw, lobes }) => ({
      points,
      ...(keepRaw && raw ? { raw } : {}),
      ...(lobes ? { lobes } : {}),
    }))
    observations.push({ time, faces: refined, hands, ...(light ? { light } : {}) })
    observed.frame.close()
  }
  tracker.dispose()
  const seen = observations.map(({ faces, hands }) => faces.length + hands.length)
  return { text: writeRecording({ kind: 'stills', ...size, observations }), seen }
}
