/**
 * What a session is asked for. Only a floor is required: a feature that is required and missing would refuse the whole
 * session without saying which, and then nobody could be told what is wrong.
 */
export function sessionInit(overlay: HTMLElement): XRSessionInit {
  return {
    requiredFeatures: ['local-floor'],
    optionalFeatures: ['hit-test', 'anchors', 'dom-overlay', 'plane-detection', 'hand-tracking'],
    domOverlay: { root: overlay },
  }
}
