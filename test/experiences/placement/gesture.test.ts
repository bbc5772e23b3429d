import { describe, expect, it } from 'vitest'
import { Gesture } from '../../../src/experiences/placement/gesture'

function record(grabs = true) {
  const log: string[] = []
  let turned = 0
  const gesture = new Gesture({
    tap: (x, y) => void log.push(`tap ${x} ${y}`),
    dragStart: (x, y) => {
      log.push(`dragStart ${x} ${y}`)
      return grabs
    },
    drag: (x, y) => void log.push(`drag ${x} ${y}`),
    dragEnd: (kept) => void log.push(`dragEnd ${kept}`),
    turn: (radians) => {
      turned += radians
    },
    turnEnd: () => void log.push('turnEnd'),
    look: (dx, dy) => void log.push(`look ${dx} ${dy}`),
  })
  return { gesture, log, turned: () => turned }
}

describe('Gesture', () => {
  it('takes a short press in place for a tap', () => {
    const { gesture, log } = record()
    gesture.down(1, 100, 100, 0)
    gesture.move(1, 104, 103)
    gesture.up(1, 200)
    expect(log).toEqual(['tap 100 100'])
  })

  it('takes a resting thumb for nothing', () => {
    const { gesture, log } = record()
    gesture.down(1, 100, 100, 0)
    gesture.up(1, 1500)
    expect(log).toEqual([])
  })

  it('drags from where the finger came down', () => {
    const { gesture, log } = record()
    gesture.down(1, 100, 100, 0)
    gesture.move(1, 120, 100)
    gesture.move(1, 140, 100)
    gesture.up(1, 300)
    expect(log).toEqual(['dragStart 100 100', 'drag 120 100', 'drag 140 100', 'dragEnd true'])
  })

  it('looks round where there is nothing to drag', () => {
    const { gesture, log } = record(false)
    gesture.down(1, 0, 0, 0)
    gesture.move(1, 20, 0)
    gesture.move(1, 25, 5)
    gesture.up(1, 300)
    expect(log).toEqual(['dragStart 0 0', 'look 20 0', 'look 5 5'])
  })

  it('turns with two fingers, through the half turn, and is deaf to spreading', () => {
    const { gesture, log, turned } = record()
    gesture.down(1, 50, 0, 0)
    gesture.down(2, -50, 0, 10)
    for (let step = 1; step <= 40; step++) {
      const angle = (step / 40) * Math.PI * 1.5
      const radius = 50 + step
      gesture.move(1, Math.cos(angle) * radius, Math.sin(angle) * radius)
      gesture.move(2, -Math.cos(angle) * radius, -Math.sin(angle) * radius)
    }
    expect(turned()).toBeCloseTo(Math.PI * 1.5, 6)
    gesture.up(1, 900)
    gesture.move(2, 300, 300)
    gesture.up(2, 950)
    expect(log).toEqual(['turnEnd'])
  })

  it('ends a drag when the second finger comes', () => {
    const { gesture, log } = record()
    gesture.down(1, 0, 0, 0)
    gesture.move(1, 30, 0)
    gesture.down(2, 100, 0, 50)
    expect(log.at(-1)).toBe('dragEnd true')
  })

  it('gives back what the system takes away', () => {
    const { gesture, log } = record()
    gesture.down(1, 0, 0, 0)
    gesture.move(1, 30, 0)
    gesture.cancel()
    gesture.move(1, 60, 0)
    expect(log).toEqual(['dragStart 0 0', 'drag 30 0', 'dragEnd false'])
    gesture.down(1, 5, 5, 100)
    gesture.up(1, 150)
    expect(log.at(-1)).toBe('tap 5 5')
  })
})
