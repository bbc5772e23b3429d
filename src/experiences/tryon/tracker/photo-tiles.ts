/** A part of a picture, whole pixels. */
export interface Tile {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Sides of tiles as shares of the picture's longer side, the largest first: a detector finds what fills at least a tenth of what it is shown. */
const SIDES = [1 / 2, 1 / 4] as const
/** By how much neighbours overlap: whoever is smaller than this share of a tile is whole in one of them. */
const OVERLAP = 0.4
/** What is smaller shows too little of anybody, pixels. */
const LEAST = 96

/** Overlapping parts that together are the picture, in rounds of ever smaller ones; a round with nothing smaller than the picture is left out. */
export function tilesOf(width: number, height: number): Tile[][] {
  const longer = Math.max(width, height)
  return SIDES.map((share) => Math.round(longer * share))
    .filter((side) => side >= LEAST)
    .map((side) => {
      const w = Math.min(side, width)
      const h = Math.min(side, height)
      const columns = starts(width, w)
      return starts(height, h).flatMap((y) => columns.map((x) => ({ x, y, width: w, height: h })))
    })
}

function starts(whole: number, part: number): number[] {
  const steps = Math.ceil((whole - part) / (part * (1 - OVERLAP)))
  if (steps <= 0) return [0]
  return Array.from({ length: steps + 1 }, (_, i) => Math.round((i * (whole - part)) / steps))
}

/** How much of its surroundings somebody is shown with, in lengths of their own. */
const AROUND = 3

/** The part of a picture round whoever these points are of. @param points n × (x, y, z), pixels of the picture */
export function tileAround(points: Float32Array, width: number, height: number): Tile {
  const { left, top, right, bottom } = extentOf(points)
  const side = AROUND * Math.max(right - left, bottom - top)
  const x = Math.max(0, Math.floor((left + right - side) / 2))
  const y = Math.max(0, Math.floor((top + bottom - side) / 2))
  return { x, y, width: Math.min(width - x, Math.ceil(side)), height: Math.min(height - y, Math.ceil(side)) }
}

/** How large somebody is in a picture, pixels. */
export function sizeOf(points: Float32Array): number {
  const { left, top, right, bottom } = extentOf(points)
  return Math.max(right - left, bottom - top)
}

/** Points of a tile's own as points of the picture, in place. */
export function fromTile(points: Float32Array, { x, y }: Tile): void {
  for (let i = 0; i < points.length; i += 3) {
    points[i] = (points[i] as number) + x
    points[i + 1] = (points[i + 1] as number) + y
  }
}

function extentOf(points: Float32Array) {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let i = 0; i < points.length; i += 3) {
    left = Math.min(left, points[i] as number)
    right = Math.max(right, points[i] as number)
    top = Math.min(top, points[i + 1] as number)
    bottom = Math.max(bottom, points[i + 1] as number)
  }
  return { left, top, right, bottom }
}
