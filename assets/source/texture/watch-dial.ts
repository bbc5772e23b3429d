import type { Print } from './finish-card'
import { hex, mix } from './image'
import { Ink } from './ink'
import { lettering } from './lettering'
import { fractalNoise } from './noise'

/** Half of what the picture shows, metres. */
export const DIAL_REACH = 0.0205
const SIZE = 1024

/** Metres from the dial's middle, y up, to a place on the picture. */
export const onDial = (x: number, y: number): readonly [number, number] => [
  0.5 + x / (DIAL_REACH * 2),
  0.5 - y / (DIAL_REACH * 2),
]

export interface DialInks {
  readonly ground: string
  readonly print: string
  readonly accent: string
  readonly roughness: number
}

const share = (metres: number): number => metres / (DIAL_REACH * 2)

/** A place on the picture at a radius (metres) and a turn from 12. */
function polar(turn: number, radius: number): { x: number; y: number } {
  const angle = turn * Math.PI * 2
  return { x: 0.5 + share(radius) * Math.sin(angle), y: 0.5 - share(radius) * Math.cos(angle) }
}

function minuteTrack(ink: Ink, outer: number): Ink {
  for (let k = 0; k < 60; k++) {
    const hour = k % 5 === 0
    ink.tick(k / 60, share(outer - (hour ? 0.0013 : 0.0009)), share(outer), share(hour ? 0.00026 : 0.00012))
  }
  return ink
}

/** Field dial: twelve printed figures, a minute track with figures for every five, the name, two lines below. */
export function fieldDial({ ground, print, accent, roughness }: DialInks): Print {
  const black = minuteTrack(new Ink(SIZE), 0.0149)
  for (let hour = 1; hour <= 12; hour++) {
    black.draw(
      lettering({ text: String(hour), ...polar(hour / 12, 0.0099), height: share(0.0027), tracking: 0.24 }),
      share(0.00042),
    )
    black.draw(
      lettering({
        text: String(hour * 5),
        ...polar(hour / 12, 0.01275),
        height: share(0.0007),
        tracking: 0.3,
      }),
      share(0.00012),
    )
  }
  black.draw(
    lettering({ text: 'FORESHORE', ...polar(0, 0.0057), height: share(0.00095), tracking: 0.5 }),
    share(0.00015),
  )
  black.draw(
    lettering({ text: 'AUTOMATIC', ...polar(0.5, 0.0054), height: share(0.00062), tracking: 0.5 }),
    share(0.0001),
  )
  const red = new Ink(SIZE).draw(
    lettering({ text: '100 M', ...polar(0.5, 0.0067), height: share(0.00062), tracking: 0.4 }),
    share(0.0001),
  )
  const grain = fractalNoise(861, 180, 180, 2)
  return (u, v) => {
    const paper = hex(ground)
    const tone = 1 + grain(u, v) * 0.015
    const base = [paper[0] * tone, paper[1] * tone, paper[2] * tone] as const
    return { colour: red.over(black.over(base, hex(print), u, v), hex(accent), u, v), roughness }
  }
}

/** Diving dial and, around it, the bezel's insert with its sixty minutes. */
export function diveDial(
  { ground, print, accent, roughness }: DialInks,
  insert: string,
  figures: string,
): Print {
  const lines = minuteTrack(new Ink(SIZE), 0.0146)
  lines.draw(
    lettering({ text: 'FORESHORE', ...polar(0, 0.0056), height: share(0.00095), tracking: 0.5 }),
    share(0.00015),
  )
  lines.draw(
    lettering({ text: 'AUTOMATIC', ...polar(0.5, 0.0048), height: share(0.00064), tracking: 0.5 }),
    share(0.0001),
  )
  const depth = new Ink(SIZE).draw(
    lettering({ text: '200 M', ...polar(0.5, 0.0062), height: share(0.0007), tracking: 0.4 }),
    share(0.00011),
  )
  const bezel = new Ink(SIZE)
  for (let k = 1; k < 60; k++) {
    if (k % 10 === 0)
      bezel.draw(
        lettering({
          text: String(k),
          ...polar(k / 60, 0.01785),
          height: share(0.0019),
          tracking: 0.26,
          turn: (k / 60) * Math.PI * 2,
        }),
        share(0.00032),
      )
    else if (k % 5 === 0) bezel.tick(k / 60, share(0.01695), share(0.01885), share(0.0006))
    else if (k < 20) bezel.tick(k / 60, share(0.0179), share(0.01885), share(0.00026))
  }
  const tip = polar(0, 0.0169)
  bezel.area(
    (u, v) => Math.max(tip.y - share(0.0019) - v, Math.abs(u - 0.5) * 1.2 + (v - tip.y) * 0.62),
    [0.44, tip.y - share(0.0021), 0.56, tip.y + 0.02],
  )
  return (u, v) => {
    const radius = Math.hypot(u - 0.5, v - 0.5) * DIAL_REACH * 2
    if (radius > 0.0156) return { colour: bezel.over(hex(insert), hex(figures), u, v), roughness: 0.16 }
    // The dial darkens to its edge, as if smoked.
    const base = mix(hex(ground), [0, 0, 0], 0.35 * (radius / 0.0156) ** 3)
    return { colour: depth.over(lines.over(base, hex(print), u, v), hex(accent), u, v), roughness }
  }
}
