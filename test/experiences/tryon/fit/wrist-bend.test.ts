import { describe, expect, it } from 'vitest'
import { WristBend } from '../../../../src/experiences/tryon/fit/wrist-bend'
import { seeded } from '../../../core/seeded'
import { normal } from './synthetic-face'

const FRAME = 1 / 30
const radians = (degrees: number) => (degrees * Math.PI) / 180
const bentBy = (bend: WristBend) => (Math.atan(bend.flexion) * 180) / Math.PI

/** A wrist that is seen from the side to which the palm is rolled; degrees. `noise` is of the forearm's direction as drawn. */
function look(
  bend: WristBend,
  wrist: { readonly flexion: number; readonly sideways: number },
  roll: number,
  frames: number,
  noise: () => number = () => 0,
  told = 0,
  slope = 0,
) {
  for (let i = 0; i < frames; i++) {
    const [across, out] = [Math.cos(radians(roll)), Math.sin(radians(roll))]
    const drawn = across * Math.tan(radians(wrist.sideways)) + out * Math.tan(radians(wrist.flexion))
    // The plane of camera and forearm, whose normal lies in the picture.
    const angle = Math.atan(drawn) + radians(noise())
    bend.see(across * Math.cos(angle), out * Math.cos(angle), Math.sin(angle), radians(slope), 1, FRAME)
    bend.solve(Math.tan(radians(told)), radians(slope))
  }
}

describe('how a wrist is bent', () => {
  it('is what one picture tells, as long as the hand is seen from one side', () => {
    const bend = new WristBend()
    look(bend, { flexion: -25, sideways: 5 }, 0, 60, undefined, -4)
    expect(bentBy(bend)).toBeCloseTo(-4, 0)
  })

  it('is known after the wrist was turned to either side, though each view is off by two degrees', () => {
    for (const flexion of [-30, -10, 0, 20, 40]) {
      const bend = new WristBend()
      const { random } = seeded(7)
      for (const roll of [0, 8, 16, 22, 16, 8, 0, -8, -16, -22, -16, -8, 0]) {
        const off = 2 * normal(random)
        look(bend, { flexion, sideways: -6 }, roll, 6, () => off)
      }
      expect(Math.abs(bentBy(bend) - flexion)).toBeLessThan(6)
      expect(Math.abs((Math.atan(bend.sideways) * 180) / Math.PI + 6)).toBeLessThan(2)
    }
  })

  it('stays calm and known while nothing moves', () => {
    const bend = new WristBend()
    const wrist = { flexion: -20, sideways: 4 }
    const { random } = seeded(8)
    const noise = () => 0.4 * normal(random)
    for (const roll of [0, 12, 22, 12, 0, -12, -22, -12, 0]) look(bend, wrist, roll, 8, noise)
    look(bend, wrist, 0, 60, noise)
    const seen: number[] = []
    for (let i = 0; i < 90; i++) {
      look(bend, wrist, 0, 1, noise)
      seen.push(bentBy(bend))
    }
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(0.6)
    expect(Math.abs((seen.at(-1) ?? 0) + 20)).toBeLessThan(4)
  })

  it('is measured anew when the wrist has moved and shows it', () => {
    const bend = new WristBend()
    for (const roll of [0, 12, 22, 12, 0, -12, -22]) look(bend, { flexion: -25, sideways: 0 }, roll, 8)
    expect(bentBy(bend)).toBeLessThan(-18)
    // Straightened, as seen from the side, and turned back.
    for (const roll of [-22, -22, -12, 0, 12, 22, 12, 0]) look(bend, { flexion: 15, sideways: 0 }, roll, 10)
    expect(Math.abs(bentBy(bend) - 15)).toBeLessThan(6)
  })

  it('counts less where the palm slopes otherwise, as the wrist may have made that', () => {
    const [same, other] = [new WristBend(), new WristBend()]
    for (const bend of [same, other])
      for (const roll of [0, 12, 22, 12, 0, -12, -22, 0]) look(bend, { flexion: -25, sideways: 0 }, roll, 8)
    same.solve(0, 0)
    other.solve(0, radians(40))
    expect(bentBy(other)).toBeGreaterThan(bentBy(same) + 3)
  })

  it('forgets when it is told so', () => {
    const bend = new WristBend()
    for (const roll of [0, 22, -22]) look(bend, { flexion: -25, sideways: 0 }, roll, 20)
    bend.reset()
    look(bend, { flexion: 3, sideways: 0 }, 0, 1, undefined, 3)
    expect(bentBy(bend)).toBeCloseTo(3, 0)
  })
})
