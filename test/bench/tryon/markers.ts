/** A colour that marks a point of a measuring product, in pictures whose other colours are skin, grey and wall. */
export interface MarkerColour {
  readonly name: string
  /** Linear sRGB, each 0 or 1: hues that survive any light we put on them. */
  readonly rgb: readonly [number, number, number]
}

export const MARKERS = {
  red: { name: 'red', rgb: [1, 0, 0] },
  green: { name: 'green', rgb: [0, 1, 0] },
  blue: { name: 'blue', rgb: [0, 0, 1] },
  cyan: { name: 'cyan', rgb: [0, 1, 1] },
  magenta: { name: 'magenta', rgb: [1, 0, 1] },
} as const satisfies Record<string, MarkerColour>

export type MarkerName = keyof typeof MARKERS

/** Pixels, RGBA, row by row from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray | Uint8Array
}

/** Where a marker was found: its centre in pixels (a pixel's middle is at .5), and how many pixels it weighs. */
export interface Found {
  readonly x: number
  readonly y: number
  readonly weight: number
}

/**
 * Centre of a marker, weighted by how much of each pixel it covers, in comparison with the same picture without it.
 * Antialiased edges count in part, so the centre is good to a few hundredths of a pixel.
 *
 * @returns undefined where the marker is hidden
 */
export function findMarker(withMarker: Picture, without: Picture, name: MarkerName): Found | undefined {
  const { rgb } = MARKERS[name]
  let weight = 0
  let x = 0
  let y = 0
  for (let i = 0, p = 0; p < withMarker.data.length; i++, p += 4) {
    // What the pixel has more of the marker's hue than it had: skin is a little red by itself, a shadow is of no hue.
    const share = hue(withMarker.data, p, rgb) - Math.max(0, hue(without.data, p, rgb))
    if (share < 60) continue
    weight += share
    x += share * ((i % withMarker.width) + 0.5)
    y += share * (Math.floor(i / withMarker.width) + 0.5)
  }
  return weight > 255 ? { x: x / weight, y: y / weight, weight: weight / 255 } : undefined
}

/** How much of a hue a pixel shows: its weakest lit channel over its strongest unlit one. */
function hue(data: Picture['data'], at: number, rgb: MarkerColour['rgb']): number {
  let lit = 255
  let unlit = 0
  for (let c = 0; c < 3; c++) {
    const value = data[at + c] ?? 0
    if (rgb[c] === 1) lit = Math.min(lit, value)
    else unlit = Math.max(unlit, value)
  }
  return lit - unlit
}
