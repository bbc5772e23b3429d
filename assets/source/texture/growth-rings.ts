import { random } from './noise'

/**
 * Annual rings of unequal width over a run of 1, repeating: 0 in the open early wood, rising to 1 in the dense late wood, which
 * ends sharply where the next spring begins.
 */
export function growthRings(seed: number, rings: number): (run: number) => number {
  const next = random(seed)
  // Good and bad summers come in spells.
  let spell = 1
  const widths = Array.from({ length: rings }, () => {
    spell = spell * 0.7 + (0.55 + next() * 0.9) * 0.3
    return spell * (0.7 + next() * 0.6)
  })
  const total = widths.reduce((a, b) => a + b, 0)
  const strength = widths.map(() => 0.65 + next() * 0.35)
  const table = new Float32Array(8192)
  let ring = 0
  let from = 0
  for (let i = 0; i < table.length; i++) {
    const run = i / table.length
    while (ring < rings - 1 && run >= from + (widths[ring] as number) / total) {
      from += (widths[ring] as number) / total
      ring++
    }
    const t = (run - from) / ((widths[ring] as number) / total)
    table[i] = (strength[ring] as number) * (t < 0.88 ? (t / 0.88) ** 1.9 : 1 - ((t - 0.88) / 0.12) ** 0.7)
  }
  return (run) => {
    const x = (run - Math.floor(run)) * table.length
    const i = Math.floor(x)
    const a = table[i % table.length] as number
    const b = table[(i + 1) % table.length] as number
    return a + (b - a) * (x - i)
  }
}
