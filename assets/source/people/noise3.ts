/** Smooth noise in space, about -1..1: values at whole numbers, blended. */
export function noise3(x: number, y: number, z: number, seed = 0): number {
  const [xi, yi, zi] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const smooth = (t: number) => t * t * (3 - 2 * t)
  const [u, v, w] = [smooth(x - xi), smooth(y - yi), smooth(z - zi)]
  let sum = 0
  for (let corner = 0; corner < 8; corner++) {
    const [i, j, k] = [corner & 1, (corner >> 1) & 1, corner >> 2]
    const weight = (i ? u : 1 - u) * (j ? v : 1 - v) * (k ? w : 1 - w)
    sum += weight * lattice(xi + i, yi + j, zi + k, seed)
  }
  return sum
}

/** A fixed random value -1..1 at a point of the lattice. */
function lattice(x: number, y: number, z: number, seed: number): number {
  let h =
    Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647) ^ Math.imul(seed, 974634101)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  h = Math.imul(h ^ (h >>> 16), 2246822519)
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1
}
