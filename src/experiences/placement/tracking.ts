/** How well the device knows where it is. `paused` is the system's own doing: a menu lies over the session. */
export type TrackingState = 'good' | 'limited' | 'lost' | 'paused'

/** Frames a change must last before it is told: one bad frame is not worth a sentence. */
const PATIENCE = 12

/** Follows the viewer's pose from frame to frame. */
export class Tracking {
  state: TrackingState = 'good'
  private visible = true
  private bad = 0

  /** The session's visibilityState: anything but `visible` pauses. */
  setVisibility(visibility: XRVisibilityState): void {
    this.visible = visibility === 'visible'
    if (!this.visible) this.state = 'paused'
    else if (this.state === 'paused') this.state = 'good'
  }

  update(pose: XRViewerPose | undefined): void {
    if (!this.visible) return
    if (pose && !pose.emulatedPosition) {
      this.bad = 0
      this.state = 'good'
      return
    }
    this.bad += 1
    if (this.bad >= PATIENCE) this.state = pose ? 'limited' : 'lost'
  }
}
