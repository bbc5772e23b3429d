/** sRGB's own curve for all 256 values. Source: IEC 61966-2-1. */
const LINEAR = Float64Array.from({ length: 256 }, (_, i) => {
  const value = i / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Linear light, 0..1, of a display-referred byte. */
export const toLinear = (byte: number): number => LINEAR[byte] ?? 0
