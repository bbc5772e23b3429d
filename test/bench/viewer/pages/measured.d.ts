/** What the pages of this benchmark tell the harness. */
interface Window {
  /** The page's own word that the model is shown: milliseconds since navigation. */
  benchLoaded?: number
  /** The camera, to give the peer the same picture: radians, metres, degrees. */
  benchView?: { yaw: number; pitch: number; distance: number; target: readonly number[]; fov: number }
}
