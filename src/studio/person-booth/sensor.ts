/** Adds a sensor's gaussian noise to 8-bit pixels, alpha left alone; the same for the same seed. */
export function addNoise(pixels: Uint8ClampedArray, sigma: number, seed: number): void {
  let state = (seed * 2654435761) >>> 0 || 1
  const random = () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
  for (let i = 0; i < pixels.length; i++) {
    if ((i & 3) === 3) continue
    // Twelve uniform numbers' sum less six is close to normal; three, scaled, do for a picture and are cheaper.
    pixels[i] = Math.round((pixels[i] ?? 0) + (random() + random() + random() - 1.5) * 2 * sigma)
  }
}
