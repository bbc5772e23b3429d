import { describe, expect, it } from 'vitest'
import { layPanels, type Panel, type PanelLayout } from '../../../../src/experiences/tryon/view/panels'

/** What is worn at one place as it is seen, 0 left to 1 right. */
function seenAt(place: number, layout: PanelLayout, mirrored: boolean, rtl: boolean): Panel['worn'] {
  const empty = (): Panel => ({ x: 0, width: 0, from: 0, to: 0, worn: 'none' })
  const panels: [Panel, Panel] = [empty(), empty()]
  layPanels(layout, 1000, mirrored, rtl, panels)
  expect(panels[0].to).toBe(panels[1].from)
  const x = (mirrored ? 1 - place : place) * 1000
  return panels.find(({ from, to }) => x >= from && x < to)?.worn ?? 'none'
}

describe.each([false, true])('panels, mirrored: %s', (mirrored) => {
  it('show what is worn first at the left, the other at the right', () => {
    for (const rtl of [false, true]) {
      expect(seenAt(0.2, { kind: 'beside' }, mirrored, rtl)).toBe('first')
      expect(seenAt(0.8, { kind: 'beside' }, mirrored, rtl)).toBe('second')
    }
  })

  it('show nothing worn at the start of the reading direction', () => {
    const layout = { kind: 'slider', share: 0.3 } as const
    expect(seenAt(0.2, layout, mirrored, false)).toBe('none')
    expect(seenAt(0.4, layout, mirrored, false)).toBe('first')
    expect(seenAt(0.8, layout, mirrored, true)).toBe('none')
    expect(seenAt(0.6, layout, mirrored, true)).toBe('first')
  })

  it('is one picture when it is not divided', () => {
    expect(seenAt(0.01, { kind: 'single' }, mirrored, false)).toBe('first')
    expect(seenAt(0.99, { kind: 'single' }, mirrored, false)).toBe('first')
  })
})
