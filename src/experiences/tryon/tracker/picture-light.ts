import type { PixelPatch, PixelReader } from './pixel-reader'
import type { FaceDraft, ObservationDraft } from './refinement'
import { skinShading } from './skin-shading'
import { toLinear } from './srgb-curve'
import type { PictureLight } from './tracker'

/** Side of the patch that holds the face: enough for means over skin. */
const FACE_SIDE = 64
/** Side of the whole picture, for its mean. */
const PICTURE_SIDE = 16
/** Side of a patch of the eye's white. */
const WHITE_SIDE = 4

/** Natural logarithms of red and blue over green, linear sRGB. */
type Tint = readonly [red: number, blue: number]

/**
 * Skin under white light. L*a*b* of about (60, 14, 16) for light and (40, 12, 15) for dark skin have red : green : blue of 1.85 : 1 : 0.74 and 2.03 : 1 : 0.66: skin
 * differs in lightness far more than in tint. Source: means of Xiao et al. 2017, Skin Research and Technology 23, converted to linear sRGB.
 */
const SKIN_TINT: Tint = [Math.log(1.93), Math.log(0.7)]
/** Standard deviations of the logarithms: how far light strays from white, and how far each witness is to be believed. Chosen, not measured. */
const SPREAD = { light: 0.25, skin: 0.2, white: 0.2, picture: 0.4 }

/**
 * Skin that departs by more than this from what everything else says of the light is itself of another tint: cameras that deepen shadows show dark skin far redder
 * than it measures (a light of neutral walls came out 1.6 times redder than blue), and no room is lit so.
 */
const SKIN_STRAYS = 0.3

/** Pairs of iris edge and corner of the eye, in the face mesh, with the eye's white between. */
const WHITES = [
  [471, 33],
  [469, 133],
  [476, 362],
  [474, 263],
] as const

/** Measures the light on the first face. Without a face nothing is known but the picture's luminance, so nothing is said. */
export function pictureLight(draft: ObservationDraft, reader: PixelReader): void {
  const [face] = draft.faces
  if (!face) return
  const whole = reader.read(0, 0, draft.width, draft.height, PICTURE_SIDE, PICTURE_SIDE)
  const shading = skinShading(face, reader, FACE_SIDE)
  if (!whole || !shading) return
  const picture = meanOf(whole, 0)
  const { skin, direction, contrast } = shading
  const white = whiteOfEyes(face, reader)
  const colour = lightColour(tintOf(skin), tintOf(picture.linear), white && tintOf(white))
  draft.light = { skin, colour, luminance: picture.luminance, direction, contrast }
}

/** The likeliest tint of the light between what skin, the eyes' white and the whole picture say, as a colour of luminance 1. */
export function lightColour(skin: Tint, picture: Tint, white: Tint | undefined): PictureLight['colour'] {
  const ratio = (i: 0 | 1) => {
    // Before anything is seen, light is white.
    let weight = 1 / SPREAD.light ** 2
    let sum = 0
    const hear = (tint: number, spread: number) => {
      weight += 1 / spread ** 2
      sum += tint / spread ** 2
    }
    hear(picture[i], SPREAD.picture)
    if (white) hear(white[i], SPREAD.white)
    const tint = skin[i] - SKIN_TINT[i]
    const strays = (tint - sum / weight) / SKIN_STRAYS
    hear(tint, SPREAD.skin * Math.sqrt(1 + strays * strays))
    return Math.exp(sum / weight)
  }
  const red = ratio(0)
  const blue = ratio(1)
  // Rec. 709.
  const luminance = 0.2126 * red + 0.7152 + 0.0722 * blue
  return [red / luminance, 1 / luminance, blue / luminance]
}

/** Mean linear colour of what is brightest between iris and corner; undefined when the eyes are too small or shut. */
function whiteOfEyes({ points }: FaceDraft, reader: PixelReader): PictureLight['skin'] | undefined {
  let red = 0
  let green = 0
  let blue = 0
  let count = 0
  for (const [edge, corner] of WHITES) {
    const [ex = 0, ey = 0, cx = 0, cy = 0] = [
      points[edge * 3],
      points[edge * 3 + 1],
      points[corner * 3],
      points[corner * 3 + 1],
    ]
    const gap = Math.hypot(cx - ex, cy - ey)
    // Below this the patch is lashes and blur.
    if (gap < 5) continue
    const side = gap * 0.4
    const patch = reader.read((ex + cx - side) / 2, (ey + cy - side) / 2, side, side, WHITE_SIDE, WHITE_SIDE)
    if (!patch) continue
    const { linear } = meanOf(patch, 0.5)
    // Strongly red is no white: lid or corner.
    if (linear[0] > 1.8 * linear[1]) continue
    red += linear[0]
    green += linear[1]
    blue += linear[2]
    count += 1
  }
  return count >= 2 ? [red / count, green / count, blue / count] : undefined
}

const tintOf = ([red, green, blue]: PictureLight['skin']): Tint => [
  Math.log((red + 0.002) / (green + 0.002)),
  Math.log((blue + 0.002) / (green + 0.002)),
]

/** Means over a patch: linear colour of the pixels above the given share of its brightest luma, and display-referred luminance of all. */
function meanOf({ data }: PixelPatch, above: number): { linear: PictureLight['skin']; luminance: number } {
  let brightest = 0
  for (let i = 0; i < data.length; i += 4) brightest = Math.max(brightest, luma(data, i))
  let red = 0
  let green = 0
  let blue = 0
  let count = 0
  let sum = 0
  for (let i = 0; i < data.length; i += 4) {
    sum += luma(data, i)
    if (luma(data, i) < above * brightest) continue
    red += toLinear(data[i] ?? 0)
    green += toLinear(data[i + 1] ?? 0)
    blue += toLinear(data[i + 2] ?? 0)
    count += 1
  }
  return { linear: [red / count, green / count, blue / count], luminance: sum / (data.length / 4) / 255 }
}

const luma = (data: Uint8ClampedArray, i: number) =>
  0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0)
