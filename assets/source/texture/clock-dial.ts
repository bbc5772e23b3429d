import { type Colour, hex, type Image, mix, paint } from './image'
import { fractalNoise, smoothstep } from './noise'

export interface DialInk {
  readonly name: string
  readonly ground: string
  readonly ink: string
}

/**
 * A printed dial, once over a disc of `radius` metres, twelve at the top: a minute track between two fine rules, and the house's
 * mark, three small waves under twelve.
 */
export function clockDial({ name, ground, ink }: DialInk, radius: number): Image {
  const size = 1024
  const tooth = fractalNoise(2301, 128, 128, 2)
  const [paper, print] = [hex(ground), hex(ink)]
  const pixel = (2 * radius) / size
  /** Coverage of a line `half` metres either side of distance zero. */
  const line = (distance: number, half: number) =>
    smoothstep(half + pixel * 0.6, half - pixel * 0.6, Math.abs(distance))
  const track = { inner: radius * 0.905, outer: radius * 0.95 }
  return paint(`dial-${name}`, size, size, 'colour', (u, v) => {
    const x = (u - 0.5) * 2 * radius
    const y = (v - 0.5) * 2 * radius
    const r = Math.hypot(x, y)
    let cover = Math.max(line(r - track.inner, 0.00022), line(r - track.outer, 0.00022))
    if (r > track.inner && r < track.outer) {
      const minute = (Math.atan2(x, -y) / (Math.PI * 2)) * 60
      const nearest = Math.round(minute)
      const aside = ((minute - nearest) / 60) * Math.PI * 2 * r
      cover = Math.max(cover, line(aside, nearest % 5 === 0 ? 0.0011 : 0.00034))
    }
    for (let k = 0; k < 3; k++) {
      const middle = -radius * 0.4 + k * 0.0034
      const wave = y - middle - Math.sin((x / 0.0085) * Math.PI * 2) * 0.0009
      if (Math.abs(x) < 0.0085 - k * 0.002125) cover = Math.max(cover, line(wave, 0.00042))
    }
    const grain = 1 + tooth(u, v) * 0.012
    const shade: Colour = [paper[0] * grain, paper[1] * grain, paper[2] * grain]
    return mix(shade, print, cover * 0.92)
  })
}
