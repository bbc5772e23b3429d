import {
  CubeTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearSRGBColorSpace,
  RGBFormat,
  UnsignedInt5999Type,
} from 'three'
import { backdrop, SOFTBOXES, type Softbox, smooth } from './studio-lights'

/** Edge of the sharpest cube face in texels: 0.7 degrees a texel, crisp enough for chrome at product distance. */
const SIZE = 128
/** Levels of a PMREM cube: faces of 128, 64, 32, 16 and 8 texels for roughness 0 to 1. */
const LAST_LEVEL = 4
/** Samples a texel of the middle levels. */
const LOBE_SAMPLES = 32

/** Six faces of linear RGB, face after face, row after row. */
interface CubeLevel {
  readonly size: number
  readonly rgb: Float32Array
}

/**
 * The studio environment, prefiltered for three's physical materials on the CPU: no shader to compile, no render
 * pass, no file. It replaces PMREMGenerator (see docs/engine.md for the figures).
 *
 * Laid out as three 0.187 expects of a PMREM cube (`lodToRoughness`): level l has roughness 1 - sqrt(1 - l / last).
 */
export function createStudio(lights: readonly Softbox[] = SOFTBOXES): CubeTexture {
  const sharp = lightLevel(SIZE, lights)
  const half = halve(sharp)
  const quarter = halve(half)
  const eighth = halve(quarter)
  // At 64 texels the lobe of roughness 0.13 is as wide as a texel: averaging four texels is the filter.
  return toTexture([
    sharp,
    half,
    lobe(quarter, eighth, roughnessOf(2)),
    lobe(eighth, halve(eighth), roughnessOf(3)),
    integrate(halve(eighth), roughnessOf(LAST_LEVEL)),
  ])
}

function roughnessOf(level: number): number {
  return 1 - Math.sqrt(1 - level / LAST_LEVEL)
}

// In the loops below typed arrays are read with `as number`: the index is always inside, and a cold page runs
// them before the compiler has warmed up, where every check costs.

/**
 * Faces in GL order as (origin, along s, along t); x is mirrored because three looks a CubeTexture up with x flipped.
 */
const FACES: readonly (readonly [Triple, Triple, Triple])[] = [
  [
    [-1, 0, 0],
    [0, 0, -1],
    [0, -1, 0],
  ],
  [
    [1, 0, 0],
    [0, 0, 1],
    [0, -1, 0],
  ],
  [
    [0, 1, 0],
    [-1, 0, 0],
    [0, 0, 1],
  ],
  [
    [0, -1, 0],
    [-1, 0, 0],
    [0, 0, -1],
  ],
  [
    [0, 0, 1],
    [-1, 0, 0],
    [0, -1, 0],
  ],
  [
    [0, 0, -1],
    [1, 0, 0],
    [0, -1, 0],
  ],
]

type Triple = readonly [number, number, number]

/** Unit directions of all texels of a level, three numbers each. */
function directions(size: number): Float32Array {
  const out = new Float32Array(6 * size * size * 3)
  let at = 0
  for (const [origin, along, down] of FACES) {
    for (let row = 0; row < size; row++) {
      const t = ((row + 0.5) / size) * 2 - 1
      for (let column = 0; column < size; column++, at += 3) {
        const s = ((column + 0.5) / size) * 2 - 1
        const inverse = 1 / Math.sqrt(1 + s * s + t * t)
        out[at] = (origin[0] + along[0] * s + down[0] * t) * inverse
        out[at + 1] = (origin[1] + along[1] * s + down[1] * t) * inverse
        out[at + 2] = (origin[2] + along[2] * s + down[2] * t) * inverse
      }
    }
  }
  return out
}

/** Index of the texel seen in a direction. */
function texelAt(size: number, dx: number, y: number, z: number): number {
  const x = -dx
  const ax = x < 0 ? -x : x
  const ay = y < 0 ? -y : y
  const az = z < 0 ? -z : z
  let face = 0
  let s = 0
  let t = 0
  if (ax >= ay && ax >= az) {
    face = x > 0 ? 0 : 1
    s = (x > 0 ? -z : z) / ax
    t = -y / ax
  } else if (ay >= az) {
    face = y > 0 ? 2 : 3
    s = x / ay
    t = (y > 0 ? z : -z) / ay
  } else {
    face = z > 0 ? 4 : 5
    s = (z > 0 ? x : -x) / az
    t = -y / az
  }
  let column = ((s + 1) * 0.5 * size) | 0
  let row = ((t + 1) * 0.5 * size) | 0
  if (column >= size) column = size - 1
  if (row >= size) row = size - 1
  return ((face * size + row) * size + column) * 3
}

/** The walls, then each softbox on the faces it can be seen on. */
function lightLevel(size: number, lights: readonly Softbox[]): CubeLevel {
  const rgb = new Float32Array(6 * size * size * 3)
  const walls = new Float32Array(513)
  for (let i = 0; i <= 512; i++) walls[i] = backdrop(i / 256 - 1)
  let at = 0
  for (const [origin, along, down] of FACES) {
    for (let row = 0; row < size; row++) {
      const t = ((row + 0.5) / size) * 2 - 1
      for (let column = 0; column < size; column++, at += 3) {
        const s = ((column + 0.5) / size) * 2 - 1
        const y = (origin[1] + along[1] * s + down[1] * t) / Math.sqrt(1 + s * s + t * t)
        const grey = walls[((y + 1) * 256 + 0.5) | 0] as number
        rgb[at] = grey
        rgb[at + 1] = grey
        rgb[at + 2] = grey
      }
    }
  }
  for (const box of lights) addSoftbox(rgb, size, box)
  return { size, rgb }
}

/** On a cube face a box's tangent coordinates are quotients of linear functions of s and t: no square roots. */
function addSoftbox(
  rgb: Float32Array,
  size: number,
  { towards, half, edge, radiance, falloff }: Softbox,
): void {
  const [fx, fy, fz] = normalised(towards)
  const flat = Math.hypot(fx, fz)
  const right: Triple = flat < 0.2 ? [1, 0, 0] : [fz / flat, 0, -fx / flat]
  const up: Triple = [
    fy * right[2] - fz * right[1],
    fz * right[0] - fx * right[2],
    fx * right[1] - fy * right[0],
  ]
  const forward: Triple = [fx, fy, fz]
  const width = half[0] + edge
  const height = half[1] + edge
  const cone = Math.atan(Math.hypot(width, height))
  for (let face = 0; face < 6; face++) {
    const [origin, along, down] = FACES[face] as readonly [Triple, Triple, Triple]
    // A face reaches 54.8 degrees from its middle.
    if (Math.acos(dot(forward, origin)) > cone + 0.956) continue
    for (let row = 0; row < size; row++) {
      const t = ((row + 0.5) / size) * 2 - 1
      const a0 = dot(forward, origin) + dot(forward, down) * t
      const u0 = dot(right, origin) + dot(right, down) * t
      const v0 = dot(up, origin) + dot(up, down) * t
      const a1 = dot(forward, along)
      const u1 = dot(right, along)
      const v1 = dot(up, along)
      let at = (face * size + row) * size * 3
      for (let column = 0; column < size; column++, at += 3) {
        const s = ((column + 0.5) / size) * 2 - 1
        const ahead = a0 + a1 * s
        if (ahead < 0.1) continue
        const u = Math.abs(u0 + u1 * s) / ahead
        const v = Math.abs(v0 + v1 * s) / ahead
        if (u > width || v > height) continue
        const cover = smooth(width, half[0] - edge, u) * smooth(height, half[1] - edge, v)
        const corner = (u * u) / (half[0] * half[0]) + (v * v) / (half[1] * half[1])
        const strength = cover * (1 - falloff * Math.min(1, corner * 0.5))
        rgb[at] = Math.max(0.02, (rgb[at] as number) + strength * radiance[0])
        rgb[at + 1] = Math.max(0.02, (rgb[at + 1] as number) + strength * radiance[1])
        rgb[at + 2] = Math.max(0.02, (rgb[at + 2] as number) + strength * radiance[2])
      }
    }
  }
}

/** Averages four texels into one. */
function halve({ size, rgb }: CubeLevel): CubeLevel {
  const half = size >> 1
  const out = new Float32Array(6 * half * half * 3)
  let at = 0
  for (let row = 0; row < 6 * half; row++) {
    for (let column = 0; column < half; column++) {
      const a = (row * 2 * size + column * 2) * 3
      const b = a + size * 3
      for (let c = 0; c < 3; c++) {
        out[at++] =
          0.25 *
          ((rgb[a + c] as number) +
            (rgb[a + 3 + c] as number) +
            (rgb[b + c] as number) +
            (rgb[b + 3 + c] as number))
      }
    }
  }
  return { size: half, rgb: out }
}

/**
 * GGX lobe by importance sampling with V = N. The inner half of the samples lies close together and reads `near`, of
 * the result's own size; the outer half reads the coarser `far`, or each sample would print its own copy of a light.
 */
function lobe(near: CubeLevel, far: CubeLevel, roughness: number): CubeLevel {
  const alpha2 = roughness ** 4
  const samples: number[] = []
  for (let i = 0; i < LOBE_SAMPLES; i++) {
    const xi = (i + 0.5) / LOBE_SAMPLES
    const cosH2 = (1 - xi) / (1 + (alpha2 - 1) * xi)
    const cosL = 2 * cosH2 - 1
    if (cosL <= 0) continue
    const sinL = Math.sqrt(1 - cosL * cosL)
    // The golden angle spreads the samples evenly round the lobe.
    samples.push(Math.cos(i * 2.399963) * sinL, Math.sin(i * 2.399963) * sinL, cosL)
  }
  const normals = directions(near.size)
  const out = new Float32Array(normals.length)
  const inner = (LOBE_SAMPLES / 2) * 3
  for (let at = 0; at < out.length; at += 3) {
    const x = normals[at] as number
    const y = normals[at + 1] as number
    const z = normals[at + 2] as number
    const flat = Math.sqrt(x * x + z * z) || 1
    const tx = z / flat
    const tz = -x / flat
    const bx = y * tz
    const by = z * tx - x * tz
    const bz = -y * tx
    let r = 0
    let g = 0
    let b = 0
    let weight = 0
    for (let i = 0; i < samples.length; i += 3) {
      const lx = samples[i] as number
      const ly = samples[i + 1] as number
      const lz = samples[i + 2] as number
      const { size, rgb } = i < inner ? near : far
      const from = texelAt(size, x * lz + tx * lx + bx * ly, y * lz + by * ly, z * lz + tz * lx + bz * ly)
      r += lz * (rgb[from] as number)
      g += lz * (rgb[from + 1] as number)
      b += lz * (rgb[from + 2] as number)
      weight += lz
    }
    out[at] = r / weight
    out[at + 1] = g / weight
    out[at + 2] = b / weight
  }
  return { size: near.size, rgb: out }
}

/** GGX lobe by integrating every texel of a small level, for a lobe as wide as the hemisphere. */
function integrate({ size, rgb }: CubeLevel, roughness: number): CubeLevel {
  const alpha2 = roughness ** 4
  const normals = directions(size)
  const out = new Float32Array(rgb.length)
  for (let at = 0; at < out.length; at += 3) {
    const x = normals[at] as number
    const y = normals[at + 1] as number
    const z = normals[at + 2] as number
    let r = 0
    let g = 0
    let b = 0
    let total = 0
    for (let i = 0; i < rgb.length; i += 3) {
      const lx = normals[i] as number
      const ly = normals[i + 1] as number
      const lz = normals[i + 2] as number
      const cos = x * lx + y * ly + z * lz
      if (cos <= 0) continue
      // With V = N the half vector's cosine squared is (1 + cos) / 2. A texel's solid angle falls with the cube of
      // its direction's largest part, up to a common factor.
      const q = 1 + alpha2 + (alpha2 - 1) * cos
      const weight = (cos * Math.max(Math.abs(lx), Math.abs(ly), Math.abs(lz)) ** 3) / (q * q)
      r += weight * (rgb[i] as number)
      g += weight * (rgb[i + 1] as number)
      b += weight * (rgb[i + 2] as number)
      total += weight
    }
    out[at] = r / total
    out[at + 1] = g / total
    out[at + 2] = b / total
  }
  return { size, rgb: out }
}

/** Packs linear RGB with a shared exponent (RGB9_E5): four bytes a texel and filterable everywhere. */
function pack(rgb: Float32Array): Uint32Array {
  const packed = new Uint32Array(rgb.length / 3)
  const float = new Float32Array(1)
  const bits = new Uint32Array(float.buffer)
  for (let i = 0, at = 0; i < packed.length; i++, at += 3) {
    const r = rgb[at] as number
    const g = rgb[at + 1] as number
    const b = rgb[at + 2] as number
    float[0] = Math.max(r, g, b, 1e-4)
    // One above the largest part's own exponent, so that its nine bits never overflow.
    const exponent = ((bits[0] as number) >>> 23) - 126
    const scale = EXPONENT_SCALE[exponent + 16] as number
    packed[i] =
      (Math.min(511, (r * scale + 0.5) | 0) |
        (Math.min(511, (g * scale + 0.5) | 0) << 9) |
        (Math.min(511, (b * scale + 0.5) | 0) << 18) |
        ((exponent + 15) << 27)) >>>
      0
  }
  return packed
}

/** 2^(9 - exponent) for exponents -16 to 15. */
const EXPONENT_SCALE = Float64Array.from({ length: 32 }, (_, i) => 2 ** (25 - i))

function toTexture(levels: readonly CubeLevel[]): CubeTexture {
  const faces = levels.map(toFaces)
  const texture = new CubeTexture(faces[0])
  texture.name = 'studio'
  texture.format = RGBFormat
  texture.type = UnsignedInt5999Type
  texture.colorSpace = LinearSRGBColorSpace
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = false
  // three counts the levels of a PMREM by its mipmaps, taking the base for one of them, while an uploaded cube
  // texture leaves its base out of the list: one spare level of 4 texels, never sampled, makes both counts agree.
  const last = levels[LAST_LEVEL]
  const spare = last ? toFaces(halve(last)) : []
  // `width` of the first is read by three as the size of the sharpest level.
  const mips = [...faces.slice(1), spare].map((image, i) => ({ image, width: SIZE >> i, height: SIZE >> i }))
  Object.assign(texture, { mipmaps: mips })
  texture.needsUpdate = true
  return Object.assign(texture, { isPMREMTexture: true })
}

function toFaces({ size, rgb }: CubeLevel): DataTexture[] {
  const packed = pack(rgb)
  return FACES.map((_, face) => {
    const texels = packed.subarray(face * size * size, (face + 1) * size * size)
    return new DataTexture(texels, size, size, RGBFormat, UnsignedInt5999Type)
  })
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function normalised([x, y, z]: Triple): Triple {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
