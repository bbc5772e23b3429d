/** A picture of one number a pixel, row by row. */
export interface Field {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** Bilinear; the border's value outside. */
export function sample({ width, height, data }: Field, x: number, y: number): number {
  const fx = Math.min(Math.max(x - 0.5, 0), width - 1.001)
  const fy = Math.min(Math.max(y - 0.5, 0), height - 1.001)
  const ix = Math.floor(fx)
  const iy = Math.floor(fy)
  const u = fx - ix
  const v = fy - iy
  const i = iy * width + ix
  const top = (data[i] as number) * (1 - u) + (data[i + 1] as number) * u
  const bottom = (data[i + width] as number) * (1 - u) + (data[i + width + 1] as number) * u
  return top * (1 - v) + bottom * v
}
