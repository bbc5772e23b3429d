import { fromTile, sizeOf, type Tile, tileAround, tilesOf } from './photo-tiles'
import type { FaceDraft, HandDraft } from './refinement'

/** Faces and hands of one picture. */
export interface Bodies {
  readonly faces: FaceDraft[]
  readonly hands: HandDraft[]
}

/** Looks at a picture; undefined stands for a picture of nothing, so that whoever was followed is lost. */
type Look = (picture: OffscreenCanvas | undefined) => Bodies

/**
 * Looks for somebody who is too small in a photo to be found in the whole of it: in overlapping parts, the larger parts first. Takes as long as some thirty looks.
 * Works in a worker.
 */
export class PhotoSearch {
  readonly #part = new OffscreenCanvas(1, 1)
  readonly #context = this.#part.getContext('2d', { willReadFrequently: true, alpha: false })
  readonly #look: Look

  constructor(look: Look) {
    this.#look = look
  }

  /**
   * @param onLook told how many looks of how many were taken
   * @returns the part of the photo in which the largest of them is seen well; undefined when there is nobody
   */
  find(sheet: OffscreenCanvas, onLook: (done: number, total: number) => void): Tile | undefined {
    const { width, height } = sheet
    const rounds = tilesOf(width, height)
    const total = rounds.reduce((sum, round) => sum + round.length, 0)
    let done = 0
    for (const round of rounds) {
      let best: Float32Array | undefined
      for (const tile of round) {
        const { faces, hands } = this.lookIn(sheet, tile)
        for (const { points } of [...faces, ...hands]) {
          if (!best || sizeOf(points) > sizeOf(best)) best = points
        }
        if (faces.length + hands.length > 0) this.#look(undefined)
        done += 1
        onLook(done, total)
      }
      const place = best && tileAround(best, width, height)
      // Seen twice, or it was a pattern that looked like somebody.
      if (place && seesAny(this.lookIn(sheet, place))) return place
    }
    return undefined
  }

  /** What is seen in a part of the photo, in pixels of the whole. */
  lookIn(sheet: OffscreenCanvas, tile: Tile): Bodies {
    const part = this.#part
    if (part.width !== tile.width || part.height !== tile.height) {
      part.width = tile.width
      part.height = tile.height
    }
    this.#context?.drawImage(sheet, tile.x, tile.y, tile.width, tile.height, 0, 0, tile.width, tile.height)
    const seen = this.#look(part)
    for (const { points, raw } of seen.faces) {
      fromTile(points, tile)
      if (raw) fromTile(raw, tile)
    }
    for (const { points } of seen.hands) fromTile(points, tile)
    return seen
  }
}

export function seesAny({ faces, hands }: Bodies): boolean {
  return faces.length + hands.length > 0
}
