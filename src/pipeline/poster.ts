import type { Stand } from '../core/product'
import { SHOTS, type Shot, type ShotName } from '../core/shot'
import type { ImageCodec, Pixels } from './image-codec'
import type { PhotoBooth } from './photo-booth'
import { type PipelineFailed, refused } from './pipeline-fault'
import type { VerbOptions } from './verb-options'

export interface PosterOptions {
  /** Sides to show: named ones, or angles in radians under a name of their own. */
  readonly shots: readonly (ShotName | { readonly name: string; readonly shot: Shot })[]
  /** Variants to show from each side; undefined shows the look the file opens with. */
  readonly variants: readonly string[] | undefined
  /** Where it belongs: what hangs on a wall is framed from the front. */
  readonly on: Stand
  /** Most bytes of a picture; quality falls until it fits. */
  readonly mostBytes: number
}

/** As the shop's own posters: in a card that is fetched before anything else, 48 kB is what a slow phone bears. */
export const POSTER_DEFAULTS: PosterOptions = {
  shots: ['first'],
  variants: undefined,
  on: 'floor',
  mostBytes: 48_000,
}

export interface Poster {
  /** Name of the side. */
  readonly shot: string
  readonly variant: string | undefined
  /** WebP, square, transparent; alpha is kept whole. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Pixels. */
  readonly edge: number
  /** False where even the lowest quality is larger than `mostBytes`. */
  readonly withinBudget: boolean
}

export type PosterResult = { readonly ok: true; readonly posters: readonly Poster[] } | PipelineFailed

export type PosterStep = 'draw'

/** Tried in turn, until one fits. Below the last a picture is not worth showing. */
const QUALITIES = [82, 76, 70, 62, 54, 46, 38, 30] as const

/** Photographs a model as the viewer shows it: every variant from every side. */
export async function poster(
  bytes: Uint8Array,
  options: Partial<PosterOptions> & VerbOptions<PosterStep>,
  deps: { readonly booth: PhotoBooth; readonly images: ImageCodec },
): Promise<PosterResult> {
  const { shots, variants, on, mostBytes, onProgress, signal } = { ...POSTER_DEFAULTS, ...options }
  const looks: readonly (string | undefined)[] = variants ?? [undefined]
  const wanted = looks.flatMap((variant) =>
    shots.map((side) => ({
      variant,
      name: typeof side === 'string' ? side : side.name,
      shot: {
        ...(typeof side === 'string' ? SHOTS[side] : side.shot),
        on,
        ...(variant === undefined ? {} : { variant }),
      },
    })),
  )
  const posters: Poster[] = []
  for (const { variant, name, shot } of wanted) {
    if (signal?.aborted) return refused('aborted')
    onProgress?.({ step: 'draw', share: posters.length / wanted.length })
    const taken = await deps.booth.take(bytes, shot)
    if (!taken.ok) return taken
    const picture = reduce(await deps.images.decode(taken.png, 'image/png'), deps.booth.density)
    const packed = await packWithin(picture, mostBytes, deps.images)
    posters.push({
      shot: name,
      variant,
      bytes: packed,
      edge: picture.width,
      withinBudget: packed.length <= mostBytes,
    })
  }
  onProgress?.({ step: 'draw', share: 1 })
  return { ok: true, posters }
}

async function packWithin(
  picture: Pixels,
  mostBytes: number,
  images: ImageCodec,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array()
  for (const quality of QUALITIES) {
    // A soft shadow is all alpha: quantised, it shows its edge as a contour.
    bytes = await images.encode(picture, { format: 'webp', quality, alphaQuality: 100 })
    if (bytes.length <= mostBytes) break
  }
  return bytes
}

/** The average of each square of pixels, weighed by alpha: what is transparent has no colour to give. */
function reduce({ width, height, data }: Pixels, by: number): Pixels {
  const [w, h] = [Math.floor(width / by), Math.floor(height / by)]
  const out = new Uint8Array(w * h * 4)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let [r, g, b, a] = [0, 0, 0, 0]
      for (let dy = 0; dy < by; dy++) {
        for (let dx = 0; dx < by; dx++) {
          const i = ((y * by + dy) * width + x * by + dx) * 4
          const alpha = data[i + 3] ?? 0
          r += (data[i] ?? 0) * alpha
          g += (data[i + 1] ?? 0) * alpha
          b += (data[i + 2] ?? 0) * alpha
          a += alpha
        }
      }
      const share = a || 1
      out.set([r / share, g / share, b / share, a / (by * by)].map(Math.round), (y * w + x) * 4)
    }
  }
  return { width: w, height: h, data: out }
}
