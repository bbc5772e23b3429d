import { readFileSync } from 'node:fs'
import { readRecording } from '../../../src/experiences/tryon/tracker/recording'
import { ReplayTracker } from '../../../src/experiences/tryon/tracker/replay-tracker'

/** What the real tracker saw of one of our model people, who looks ahead in the fourth picture. */
const recorded = readRecording(
  readFileSync(new URL('../../../assets/try-on/people/ingrid/landmarks.json', import.meta.url), 'utf8'),
)
if (!recorded.ok) throw new Error(recorded.reason)
export const { recording } = recorded
/** The lens of the camera that took these pictures. */
export const LENS = { width: 900, height: 1200, focal: 2600, centreX: 450, centreY: 600 }

/** Sees this person in one of their pictures; in the fourth unless told otherwise. */
export function person(index = 3): ReplayTracker {
  const tracker = new ReplayTracker(recording)
  tracker.show(index)
  return tracker
}
