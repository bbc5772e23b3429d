/** A skin tone: colours as sRGB codes. */
export interface Tone {
  readonly name: string
  readonly skin: string
  readonly lips: string
  /** What blood adds on cheeks, nose and ears. */
  readonly flush: string
  /** Under the eyes, in folds. */
  readonly shade: string
  /** Strength of freckles and spots. */
  readonly freckles: number
}

/** From very light to very dark, about evenly along the ten steps of the Monk scale (1, 3, 5, 6, 8, 10), with its undertones. */
export const TONES: readonly Tone[] = [
  { name: 'tone-1', skin: '#efd3c3', lips: '#c67d79', flush: '#e59a8b', shade: '#bd9389', freckles: 0.5 },
  { name: 'tone-2', skin: '#e2bb9f', lips: '#b96c65', flush: '#d48672', shade: '#a97f6c', freckles: 0.35 },
  { name: 'tone-3', skin: '#cb9c78', lips: '#a65d53', flush: '#b96f54', shade: '#8f674f', freckles: 0.25 },
  { name: 'tone-4', skin: '#a87552', lips: '#8a4c45', flush: '#985638', shade: '#704b36', freckles: 0.2 },
  { name: 'tone-5', skin: '#7c4f37', lips: '#713c35', flush: '#703f2b', shade: '#4f3125', freckles: 0.15 },
  { name: 'tone-6', skin: '#513327', lips: '#5c302d', flush: '#4a2a1f', shade: '#33201a', freckles: 0.1 },
]

/** The tone of a name. @throws when there is none */
export function toneOf(name: string): Tone {
  const tone = TONES.find((candidate) => candidate.name === name)
  if (!tone) throw new Error(`people/no-such-tone: ${name}`)
  return tone
}
