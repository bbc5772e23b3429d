import sharp from 'sharp'

/** What a texture means, hence how it may be compressed. */
export type Meaning = 'colour' | 'normal' | 'data'

/** A synthesised texture: 8-bit RGB, sRGB for colour, linear otherwise. */
export interface Image {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly meaning: Meaning
  readonly pixels: Uint8Array
  /** Kept bit for bit: for the relief of a polished thing, where every blemish of compression glints. */
  readonly lossless?: boolean
}

export type Colour = readonly [number, number, number]

/** `#rrggbb` as sRGB 0..1. */
export function hex(code: string): Colour {
  const value = Number.parseInt(code.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** `#rrggbb` as linear 0..1, for glTF factors. */
export function linear(code: string): [number, number, number] {
  const [r, g, b] = hex(code)
  const decode = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  return [decode(r), decode(g), decode(b)]
}

export function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/** Paints an image pixel by pixel; `paint` gets the pixel's centre in the unit square and its indices. */
export function paint(
  name: string,
  width: number,
  height: number,
  meaning: Meaning,
  pixel: (u: number, v: number, x: number, y: number) => Colour,
): Image {
  const pixels = new Uint8Array(width * height * 3)
  let k = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixel((x + 0.5) / width, (y + 0.5) / height, x, y)
      pixels[k++] = Math.max(0, Math.min(255, Math.round(r * 255)))
      pixels[k++] = Math.max(0, Math.min(255, Math.round(g * 255)))
      pixels[k++] = Math.max(0, Math.min(255, Math.round(b * 255)))
    }
  }
  return { name, width, height, meaning, pixels }
}

/** A height field over a repeating tile. Values in metres. */
export class HeightField {
  readonly data: Float32Array
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Float32Array(width * height)
  }

  /** Value with wrap-around. */
  get(x: number, y: number): number {
    const { width, height } = this
    return this.data[(((y % height) + height) % height) * width + (((x % width) + width) % width)] as number
  }

  set(x: number, y: number, value: number): void {
    const { width, height } = this
    this.data[(((y % height) + height) % height) * width + (((x % width) + width) % width)] = value
  }

  fill(value: (u: number, v: number) => number): this {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        this.data[y * this.width + x] = value((x + 0.5) / this.width, (y + 0.5) / this.height)
      }
    }
    return this
  }
}

/**
 * Tangent-space normal map (glTF convention: +X right, +Y up the image) of a height field.
 *
 * @param tile metres the image covers across and down
 */
export function normalMap(name: string, field: HeightField, tile: readonly [number, number]): Image {
  const dx = (2 * tile[0]) / field.width
  const dy = (2 * tile[1]) / field.height
  return paint(name, field.width, field.height, 'normal', (_u, _v, x, y) => {
    const nx = -(field.get(x + 1, y) - field.get(x - 1, y)) / dx
    const ny = (field.get(x, y + 1) - field.get(x, y - 1)) / dy
    const scale = 0.5 / Math.hypot(nx, ny, 1)
    return [nx * scale + 0.5, ny * scale + 0.5, scale + 0.5]
  })
}

/** Encodes as WebP, as lossy as its meaning bears. */
export async function encode(image: Image): Promise<Uint8Array> {
  const raw = sharp(image.pixels, { raw: { width: image.width, height: image.height, channels: 3 } })
  const quality = image.meaning === 'normal' ? 90 : image.meaning === 'data' ? 78 : 81
  return new Uint8Array(
    await raw
      .webp({
        quality,
        effort: 5,
        smartSubsample: image.meaning === 'normal',
        lossless: image.lossless ?? false,
      })
      .toBuffer(),
  )
}
