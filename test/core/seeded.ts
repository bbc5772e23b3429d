/**
 * Random values that can be had again: `SEED=123 npx vitest ...` repeats a run. Put `seed` in the message of
 * every expectation.
 */
export function seeded(seed = Number(process.env.SEED) || (Date.now() % 1_000_000) + 1) {
  let state = seed >>> 0
  // mulberry32
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const number = (from: number, to: number) => from + (to - from) * random()
  const whole = (from: number, to: number) => Math.floor(number(from, to + 1))
  const word = () =>
    Array.from({ length: whole(1, 3) }, () =>
      Array.from({ length: whole(1, 6) }, () => 'abcxyz019'[whole(0, 8)]).join(''),
    ).join('-')
  return { seed, random, number, whole, word }
}
