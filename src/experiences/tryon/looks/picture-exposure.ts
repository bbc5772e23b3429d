import type { Color } from 'three'
import type { PictureLight } from '../tracker/tracker'

/** How what is worn is lit so that it belongs to the picture. */
export interface Exposure {
  /** Linear RGB by which the light of the studio is multiplied: its colour and how bright the picture is. */
  readonly tint: Color
  /** The same without colour: 1 for a picture as bright as a photographer would have it. */
  level: number
  /** Turn of the studio about the upright, radians, so that its key light comes from where the picture's does. */
  turn: number
}

/** Mean luminance of a picture that is exposed as photographers do, display-referred (a grey card of 18 % in sRGB is 0.46). */
const WELL_EXPOSED = 0.46
/** Albedo of human skin, luminance: darkest and lightest (Weyrich et al. 2006, measured faces). */
const DARKEST_SKIN = 0.05
const LIGHTEST_SKIN = 0.62
/** Azimuth of the studio's key light: upper left front, `SOFTBOXES[0]` in engine/studio-lights.ts. */
const KEY_AZIMUTH = Math.atan2(-0.95, 0.75)

/**
 * Whether a face is dark because the room is, or because the skin is, one picture does not say. The picture's mean brightness is believed as far as it
 * leaves the skin an albedo that people have; cameras expose for faces, so the answer leans towards 1, and most
 * so in pictures that are bright: that is nearly always a white wall.
 */
export function exposePicture(light: PictureLight | undefined, out: Exposure): void {
  if (!light) {
    out.tint.setRGB(1, 1, 1)
    out.level = 1
    out.turn = 0
    return
  }
  const seen = (Math.max(0.02, light.luminance) / WELL_EXPOSED) ** 2.2
  const [r, g, b] = light.skin
  const skin = Math.max(1e-3, 0.2126 * r + 0.7152 * g + 0.0722 * b)
  const level = Math.min(
    skin / DARKEST_SKIN,
    Math.max(skin / LIGHTEST_SKIN, seen ** (seen < 1 ? 0.75 : 0.35)),
  )
  out.level = Math.min(1.5, Math.max(0.06, level))
  out.tint.setRGB(...light.colour).multiplyScalar(out.level)
  const [x, , z] = light.direction
  const flat = Math.hypot(x, z)
  // Light from straight above has no azimuth, and light from all around no direction.
  const sure = Math.min(1, flat * 2) * Math.min(1, light.contrast * 2)
  let turn = Math.atan2(x, z) - KEY_AZIMUTH
  if (turn > Math.PI) turn -= 2 * Math.PI
  out.turn = sure * turn
}
