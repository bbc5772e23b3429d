import { type Colour, hex, type Image, mix, paint } from './image'
import { fractalNoise, smoothstep } from './noise'

/**
 * One sheet holds a whole frame, so that nothing repeats: the front above, the two temples below it, and a strip of plain finishes
 * (metal, silicone) for the small parts, so that front and temples are one draw each. Metres.
 */
export const SHEET: readonly [number, number] = [0.16, 0.16]
/** Where the drawing's origin lies on the sheet: the front's boxed centre, the hinge ends of the temples. */
export const FRONT_ON_SHEET: readonly [number, number] = [0.08, 0.031]
export const TEMPLE_ON_SHEET: {
  readonly left: readonly [number, number]
  readonly right: readonly [number, number]
} = {
  left: [0.006, 0.075],
  right: [0.006, 0.103],
}
const STRIP = 0.128
const CELL = 0.016

/** Middle of a finish's cell on the sheet. */
export const finishOnSheet = (index: number): readonly [number, number] => [
  (index + 0.5) * CELL,
  (STRIP + SHEET[1]) / 2,
]

export interface Finish {
  readonly colour: string
  readonly metallic: number
  readonly roughness: number
}

/** How a sheet of acetate is coloured. sRGB. */
export interface Acetate {
  readonly name: string
  /** Light and deep tone of the clear ground. */
  readonly ground: readonly [string, string]
  /** Blotches, from the deepest layer to the surface. */
  readonly blotches: readonly {
    readonly colour: string
    readonly share: number
    readonly soft: number
    readonly size: number
  }[]
  /** How much of the core wire shows through, 0..1. */
  readonly clear: number
  /** The wire's colour as seen through the sheet. */
  readonly wire?: string
}

/** The colours of one acetate, with the finishes of the small parts. */
export function acetateSheet(acetate: Acetate, finishes: readonly Finish[], size = 512): Image {
  const [light, deep] = [hex(acetate.ground[0]), hex(acetate.ground[1])]
  const clouds = fractalNoise(701, 7, 9, 3)
  const bendU = fractalNoise(702, 9, 12, 3)
  const bendV = fractalNoise(703, 9, 12, 3)
  const streaks = fractalNoise(704, 5, 40, 3)
  const layers = acetate.blotches.map(({ colour, size: metres, ...rest }, k) => ({
    ...rest,
    colour: hex(colour),
    field: fractalNoise(
      711 + k * 7,
      Math.round(SHEET[0] / metres),
      Math.round(SHEET[1] / (metres * 0.72)),
      3,
    ),
  }))
  const wire = hex(acetate.wire ?? '#8d877c')
  const cells = finishes.map(({ colour }) => hex(colour))
  return paint(`acetate-${acetate.name}`, size, size, 'colour', (u, v) => {
    const cell = cellAt(u, v, cells)
    if (cell) return cell
    const wu = u + bendU(u, v) * 0.028
    const wv = v + bendV(u, v) * 0.02
    let colour: Colour = mix(light, deep, smoothstep(-0.5, 0.6, clouds(wu, wv) + streaks(wu, wv) * 0.35))
    const core = coreWire(u * SHEET[0], v * SHEET[1]) * acetate.clear
    // The wire lies in the middle of the thickness: deep blotches behind it, the others before it.
    layers.forEach(({ colour: blotch, share, soft, field }, k) => {
      if (k === 1 || layers.length === 1) colour = mix(colour, wire, core)
      const edge = 0.55 - share
      colour = mix(
        colour,
        blotch,
        smoothstep(edge - soft, edge + soft, field(wu, wv)) * (0.72 + 0.28 * (k / layers.length)),
      )
    })
    return layers.length === 0 ? mix(colour, wire, core) : colour
  })
}

/** Roughness and metal of the same sheet; `roughness` of the acetate itself. */
export function acetateFinish(name: string, finishes: readonly Finish[], roughness = 0.32): Image {
  const cells = finishes.map(({ metallic, roughness }): Colour => [1, roughness, metallic])
  return paint(`${name}-finish`, 128, 128, 'data', (u, v) => cellAt(u, v, cells) ?? [1, roughness, 0])
}

function cellAt(u: number, v: number, cells: readonly Colour[]): Colour | undefined {
  if (v * SHEET[1] < STRIP) return undefined
  return cells[Math.min(cells.length - 1, Math.floor((u * SHEET[0]) / CELL))]
}

/** How much a point of the sheet lies over a temple's core wire: a flat stamped shoe at the hinge, then a wire that thins out. */
function coreWire(x: number, y: number): number {
  for (const [x0, y0] of [TEMPLE_ON_SHEET.left, TEMPLE_ON_SHEET.right]) {
    const run = x - x0
    const away = Math.abs(y - y0)
    if (run < 0.001 || run > 0.136 || away > 0.006) continue
    const shoe = 0.0021 * smoothstep(0.016, 0.01, run)
    const half = Math.max(shoe, 0.00085 - run * 0.0022)
    // Brightest along its middle: it is round.
    return smoothstep(half + 0.00022, half - 0.0001, away) * (0.75 + 0.25 * smoothstep(half, 0, away))
  }
  return 0
}
