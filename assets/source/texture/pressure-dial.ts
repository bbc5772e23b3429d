import type { Print } from './finish-card'
import { hex } from './image'
import { Ink, lettering } from './lettering'

/** The dial's share of the picture; below it lies the maker's badge. */
export const DIAL_SHARE = 0.75
/** Middle of the badge on the picture, and how wide it lies there. */
export const BADGE_AT: readonly [number, number] = [0.5, 0.875]

/** Bars of the scale over three quarters of a turn. */
const BARS = 16
export const turnOf = (bar: number): number => -0.375 + (bar / BARS) * 0.75

/** A pressure gauge's face, 0 to 16 bar, and under it a badge of engraved metal. */
export function pressureDial(ground: string, ink: string, metal: string): Print {
  const size = 1024
  const middle: readonly [number, number] = [DIAL_SHARE / 2, DIAL_SHARE / 2]
  const scale = DIAL_SHARE / 2
  const lines = new Ink(size)
  for (let k = 0; k <= BARS * 2; k++) {
    const whole = k % 2 === 0
    const long = k % 8 === 0
    lines.tick(
      turnOf(k / 2),
      scale * (long ? 0.74 : whole ? 0.8 : 0.84),
      scale * 0.9,
      scale * (long ? 0.026 : 0.013),
      middle,
    )
  }
  const arcOf = (from: number, to: number, radius: number) =>
    Array.from({ length: 49 }, (_, k) => {
      const angle = (turnOf(from + ((to - from) * k) / 48) - 0.25) * Math.PI * 2
      return [middle[0] + Math.cos(angle) * radius, middle[1] + Math.sin(angle) * radius] as const
    })
  lines.draw([arcOf(0, BARS, scale * 0.9)], scale * 0.013)
  for (const bar of [0, 4, 8, 12, 16]) {
    const angle = (turnOf(bar) - 0.25) * Math.PI * 2
    const at = {
      x: middle[0] + Math.cos(angle) * scale * 0.57,
      y: middle[1] + Math.sin(angle) * scale * 0.57,
    }
    lines.draw(lettering({ text: String(bar), ...at, height: scale * 0.17, tracking: 0.25 }), scale * 0.026)
  }
  lines.draw(
    lettering({
      text: 'BAR',
      x: middle[0],
      y: middle[1] + scale * 0.56,
      height: scale * 0.085,
      tracking: 0.4,
    }),
    scale * 0.014,
  )
  const band = new Ink(size).draw([arcOf(8, 10, scale * 0.685)], scale * 0.045)
  const badge = new Ink(size).draw(
    lettering({ text: 'FORESHORE', x: BADGE_AT[0], y: BADGE_AT[1], height: 0.062, tracking: 0.55 }),
    0.0095,
  )
  return (u, v) => {
    if (v > DIAL_SHARE) {
      return {
        colour: badge.over(hex(metal), hex('#26241f'), u, v),
        metallic: 1 - badge.at(u, v),
        roughness: 0.3,
      }
    }
    return {
      colour: lines.over(band.over(hex(ground), hex('#b5703c'), u, v), hex(ink), u, v),
      roughness: 0.55,
    }
  }
}
