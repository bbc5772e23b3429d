import {
  CubeTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearSRGBColorSpace,
  RGBFormat,
  UnsignedInt5999Type,
} from 'three'
import { backdrop, SOFTBOXES, smooth } from './studio-lights'

/** Edge of the sharpest cube face in texels: 0.7 degrees a texel, crisp enough for chrome at product distance. */
const SIZE = 128
/** Edges of the prefiltered levels, roughness 0 to 1; three reads them as `lod = max * r * (2 - r)`. */
const LEVELS = [128, 64, 32, 16, 8] as const
/** The whole sphere is integrated from a level of this size for the rough levels. */
const INTEGRATION = 16
/** GGX samples a texel for the middle level. */
const LOBE_SAMPLES = 24

/** Six faces of linear RGB, face after face, row after row. */
interface CubeLevel {
  readonly size: number
  readonly rgb: Float32Array
}

/**
 * The studio environment, prefiltered for three's physical materials on the CPU: about 20 ms, no shader to compile,
 * no render pass, no file. It replaces PMREMGenerator (see docs/engine.md for the figures).
 *
 * Laid out as three 0.187 expects of a PMREM cube (`lodToRoughness`): level l has roughness 1 - sqrt(1 - l / max).
 */
export function createStudio(): CubeTexture {
  const sharp = lightLevel(SIZE)
  const levels: CubeLevel[] = [sharp]
  // At 64 texels the lobe of roughness 0.13 is as wide as a texel: averaging four texels is the filter.
  const half = halve(sharp)
  const quarter = halve(half)
  const source = halve(quarter)
  levels.push(half, lobe(half, LEVELS[2], roughnessOf(2)))
  levels.push(integrate(source, LEVELS[3], roughnessOf(3)), integrate(source, LEVELS[4], 1))
  return toTexture(levels)
}

const maxLevel = LEVELS.length - 1

function roughnessOf(level: number): number {
  return 1 - Math.sqrt(1 - level / maxLevel)
}

/**
 * Direction of a texel in the model's space. Faces in GL order; x is mirrored because three looks a CubeTexture up
 * with x flipped.
 */
function texelDirection(face: number, s: number, t: number, out: Float32Array): void {
  let x = 0
  let y = 0
  let z = 0
  if (face === 0) [x, y, z] = [1, -t, -s]
  else if (face === 1) [x, y, z] = [-1, -t, s]
  else if (face === 2) [x, y, z] = [s, 1, t]
  else if (face === 3) [x, y, z] = [s, -1, -t]
  else if (face === 4) [x, y, z] = [s, -t, 1]
  else [x, y, z] = [-s, -t, -1]
  const inverse = 1 / Math.sqrt(x * x + y * y + z * z)
  out[0] = -x * inverse
  out[1] = y * inverse
  out[2] = z * inverse
}

/** Index of the texel seen in a direction. */
function texelAt(size: number, dx: number, dy: number, dz: number): number {
  const x = -dx
  const ax = Math.abs(x)
  const ay = Math.abs(dy)
  const az = Math.abs(dz)
  let face: number
  let s: number
  let t: number
  if (ax >= ay && ax >= az) {
    face = x > 0 ? 0 : 1
    s = (x > 0 ? -dz : dz) / ax
    t = -dy / ax
  } else if (ay >= az) {
    face = dy > 0 ? 2 : 3
    s = x / ay
    t = (dy > 0 ? dz : -dz) / ay
  } else {
    face = dz > 0 ? 4 : 5
    s = (dz > 0 ? x : -x) / az
    t = -dy / az
  }
  const column = Math.min(size - 1, ((s + 1) * 0.5 * size) | 0)
  const row = Math.min(size - 1, ((t + 1) * 0.5 * size) | 0)
  return ((face * size + row) * size + column) * 3
}

/** The walls and the softboxes themselves. */
function lightLevel(size: number): CubeLevel {
  const rgb = new Float32Array(6 * size * size * 3)
  const direction = new Float32Array(3)
  const boxes = SOFTBOXES.map((box) => {
    const [fx, fy, fz] = normalised(box.towards)
    const flat = Math.hypot(fx, fz)
    const right: [number, number, number] = flat < 0.2 ? [1, 0, 0] : [fz / flat, 0, -fx / flat]
    const up: [number, number, number] = [
      fy * right[2] - fz * right[1],
      fz * right[0] - fx * right[2],
      fx * right[1] - fy * right[0],
    ]
    return { ...box, forward: [fx, fy, fz] as const, right, up }
  })
  let at = 0
  for (let face = 0; face < 6; face++) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++, at += 3) {
        texelDirection(face, ((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1, direction)
        const [x = 0, y = 0, z = 0] = direction
        let r = backdrop(y)
        let g = r
        let b = r
        for (const box of boxes) {
          const ahead = x * box.forward[0] + y * box.forward[1] + z * box.forward[2]
          if (ahead < 0.15) continue
          const u = Math.abs((x * box.right[0] + y * box.right[1] + z * box.right[2]) / ahead)
          const v = Math.abs((x * box.up[0] + y * box.up[1] + z * box.up[2]) / ahead)
          const [w, h] = box.half
          if (u > w + box.edge || v > h + box.edge) continue
          const cover = smooth(w + box.edge, w - box.edge, u) * smooth(h + box.edge, h - box.edge, v)
          const corner = (u * u) / (w * w) + (v * v) / (h * h)
          const strength = cover * (1 - box.falloff * Math.min(1, corner * 0.5))
          r += strength * box.radiance[0]
          g += strength * box.radiance[1]
          b += strength * box.radiance[2]
        }
        rgb[at] = Math.max(0.02, r)
        rgb[at + 1] = Math.max(0.02, g)
        rgb[at + 2] = Math.max(0.02, b)
      }
    }
  }
  return { size, rgb }
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
          0.25 * ((rgb[a + c] ?? 0) + (rgb[a + 3 + c] ?? 0) + (rgb[b + c] ?? 0) + (rgb[b + 3 + c] ?? 0))
      }
    }
  }
  return { size: half, rgb: out }
}

/** GGX lobe by importance sampling with V = N, for lobes of a few texels. */
function lobe(source: CubeLevel, size: number, roughness: number): CubeLevel {
  const alpha2 = roughness ** 4
  const samples: [number, number, number][] = []
  for (let i = 0; i < LOBE_SAMPLES; i++) {
    const xi = (i + 0.5) / LOBE_SAMPLES
    const cosH = Math.sqrt((1 - xi) / (1 + (alpha2 - 1) * xi))
    const cosL = 2 * cosH * cosH - 1
    if (cosL <= 0) continue
    const sinL = Math.sqrt(1 - cosL * cosL)
    const phi = i * 2.399963
    samples.push([Math.cos(phi) * sinL, Math.sin(phi) * sinL, cosL])
  }
  const out = new Float32Array(6 * size * size * 3)
  const n = new Float32Array(3)
  let at = 0
  for (let face = 0; face < 6; face++) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++, at += 3) {
        texelDirection(face, ((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1, n)
        const [x = 0, y = 0, z = 0] = n
        const flat = Math.hypot(x, z) || 1
        const tx = z / flat
        const tz = -x / flat
        // bitangent = n x tangent
        const bx = y * tz
        const by = z * tx - x * tz
        const bz = -y * tx
        let r = 0
        let g = 0
        let b = 0
        let weight = 0
        for (const [lx, ly, lz] of samples) {
          const from = texelAt(
            source.size,
            x * lz + tx * lx + bx * ly,
            y * lz + by * ly,
            z * lz + tz * lx + bz * ly,
          )
          r += lz * (source.rgb[from] ?? 0)
          g += lz * (source.rgb[from + 1] ?? 0)
          b += lz * (source.rgb[from + 2] ?? 0)
          weight += lz
        }
        out[at] = r / weight
        out[at + 1] = g / weight
        out[at + 2] = b / weight
      }
    }
  }
  return { size, rgb: out }
}

/** GGX lobe by integrating every texel of a small source, for lobes as wide as the hemisphere. */
function integrate(source: CubeLevel, size: number, roughness: number): CubeLevel {
  const alpha2 = roughness ** 4
  const count = 6 * INTEGRATION * INTEGRATION
  const light = new Float32Array(count * 7)
  const d = new Float32Array(3)
  for (let i = 0; i < count; i++) {
    const face = Math.floor(i / (INTEGRATION * INTEGRATION))
    const s = (((i % INTEGRATION) + 0.5) / INTEGRATION) * 2 - 1
    const t = ((Math.floor((i % (INTEGRATION * INTEGRATION)) / INTEGRATION) + 0.5) / INTEGRATION) * 2 - 1
    texelDirection(face, s, t, d)
    light.set(d, i * 7)
    // Solid angle of a cube texel, up to a common factor.
    light[i * 7 + 3] = (1 + s * s + t * t) ** -1.5
    light.set(source.rgb.subarray(i * 3, i * 3 + 3), i * 7 + 4)
  }
  const out = new Float32Array(6 * size * size * 3)
  let at = 0
  for (let face = 0; face < 6; face++) {
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++, at += 3) {
        texelDirection(face, ((column + 0.5) / size) * 2 - 1, ((row + 0.5) / size) * 2 - 1, d)
        const [x = 0, y = 0, z = 0] = d
        let r = 0
        let g = 0
        let b = 0
        let total = 0
        for (let i = 0; i < light.length; i += 7) {
          const cos = x * (light[i] ?? 0) + y * (light[i + 1] ?? 0) + z * (light[i + 2] ?? 0)
          if (cos <= 0) continue
          // With V = N the half vector's cosine squared is (1 + cos) / 2.
          const q = 1 + alpha2 + (alpha2 - 1) * cos
          const weight = (cos * (light[i + 3] ?? 0)) / (q * q)
          r += weight * (light[i + 4] ?? 0)
          g += weight * (light[i + 5] ?? 0)
          b += weight * (light[i + 6] ?? 0)
          total += weight
        }
        out[at] = r / total
        out[at + 1] = g / total
        out[at + 2] = b / total
      }
    }
  }
  return { size, rgb: out }
}

/** Packs linear RGB with a shared exponent (RGB9_E5): four bytes a texel and filterable everywhere. */
function pack(rgb: Float32Array): Uint32Array {
  const packed = new Uint32Array(rgb.length / 3)
  for (let i = 0, at = 0; i < packed.length; i++, at += 3) {
    const r = rgb[at] ?? 0
    const g = rgb[at + 1] ?? 0
    const b = rgb[at + 2] ?? 0
    const exponent = Math.max(-16, Math.floor(Math.log2(Math.max(r, g, b, 1e-5)))) + 1
    const scale = 2 ** (9 - exponent)
    const top = (value: number) => Math.min(511, Math.round(value * scale))
    packed[i] = (top(r) | (top(g) << 9) | (top(b) << 18) | ((exponent + 15) << 27)) >>> 0
  }
  return packed
}

function toTexture(levels: readonly CubeLevel[]): CubeTexture {
  const faces = levels.map(({ size, rgb }) => {
    const packed = pack(rgb)
    return Array.from({ length: 6 }, (_, face) =>
      face6(packed.subarray(face * size * size, (face + 1) * size * size), size),
    )
  })
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
  const last = levels[maxLevel]
  const spare = last ? toTextureFaces(halve(last)) : []
  // `width` of the first is read by three as the size of the sharpest level.
  const mips = [...faces.slice(1), spare].map((image, i) => ({ image, width: SIZE >> i, height: SIZE >> i }))
  Object.assign(texture, { mipmaps: mips })
  texture.needsUpdate = true
  return Object.assign(texture, { isPMREMTexture: true })
}

function toTextureFaces({ size, rgb }: CubeLevel): DataTexture[] {
  const packed = pack(rgb)
  return Array.from({ length: 6 }, (_, face) =>
    face6(packed.subarray(face * size * size, (face + 1) * size * size), size),
  )
}

function face6(data: Uint32Array, size: number): DataTexture {
  return new DataTexture(data, size, size, RGBFormat, UnsignedInt5999Type)
}

function normalised([x, y, z]: readonly [number, number, number]): readonly [number, number, number] {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
