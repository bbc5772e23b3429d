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
    let towards = 0
    let against = 0
    for (let c = 0; c < 3; c++) {
      const change = (withMarker.data[p + c] ?? 0) - (without.data[p + c] ?? 0)
      if (rgb[c] === 1) towards += change
      else against += change
    }
    const lit = rgb[0] + rgb[1] + rgb[2]
    // What changed towards the marker's hue; a shadow darkens all alike, another marker goes the other way.
    const share = towards / lit - against / (3 - lit)
    if (share < 60) continue
    weight += share
    x += share * ((i % withMarker.width) + 0.5)
    y += share * (Math.floor(i / withMarker.width) + 0.5)
  }
  return weight > 255 ? { x: x / weight, y: y / weight, weight: weight / 255 } : undefined
}
