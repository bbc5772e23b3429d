import { describe, expect, it } from 'vitest'
import type { Language } from '../../../src/core/languages'
import { LANGUAGES } from '../../../src/core/languages'
import { wrap } from '../../../src/experiences/placement/panel/draw-panel'
import {
  buttonAt,
  layOutPanel,
  PAGE,
  PANEL_TALLEST,
  PANEL_WIDTH,
  TARGET,
} from '../../../src/experiences/placement/panel/panel-layout'
import type { Placeable } from '../../../src/experiences/placement/placeable'
import { createPlacementStore, type PlacementState } from '../../../src/experiences/placement/placement-state'
import { speak } from '../../core/speak'

const variants = ['oat', 'rust', 'ink'].map((id) => ({
  id,
  name: { en: `Oak, ${id}` },
  materialVariant: id,
  swatch: '#888888',
}))
const placeables = Array.from(
  { length: 14 },
  (_, index): Placeable => ({
    sku: `thing-${index}`,
    name: { en: `Thing ${index}` },
    stand: 'floor',
    dimensions: { width: 1, height: 1, depth: 1 },
    source: '',
    variants,
    surface: false,
    trusted: true,
  }),
)
const chair = {
  id: 'item-1',
  sku: 'thing-0',
  name: 'Thing 0',
  stand: 'floor',
  variant: 'oat',
  variants,
  dimensions: { width: 1, height: 1, depth: 1 },
} as const
const state = (change: Partial<PlacementState>): PlacementState => ({
  ...createPlacementStore().getState(),
  phase: 'live',
  device: 'headset',
  ...change,
})
const STATES: Record<string, PlacementState> = {
  empty: state({}),
  aiming: state({
    pending: {
      kind: 'product',
      sku: 'thing-0',
      name: 'Thing 0',
      stand: 'floor',
      variant: 'oat',
      variants,
      loaded: 1,
    },
    aim: 'fits',
  }),
  selected: state({ placed: [chair], selected: 'item-1', undo: { name: 'Thing 1' } }),
  picker: state({ sheet: { kind: 'picker' } }),
  share: state({ placed: [chair], sheet: { kind: 'share', url: 'https://x', left: 0, copied: false } }),
}

describe.each(LANGUAGES)('the panel in %s', (language: Language) => {
  const messages = speak(language, 'placement')
  it.each(Object.keys(STATES))('%s: targets are big enough, inside, and apart', (name) => {
    const layout = layOutPanel(STATES[name] as PlacementState, placeables, messages, language, 0)
    expect(layout.height).toBeLessThanOrEqual(PANEL_TALLEST)
    for (const [index, a] of layout.buttons.entries()) {
      expect(Math.min(a.width, a.height)).toBeGreaterThanOrEqual(TARGET)
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(PANEL_WIDTH)
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height)
      expect(buttonAt(layout, a.x + a.width / 2, a.y + a.height / 2)).toBe(a)
      for (const b of layout.buttons.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart).toBe(true)
      }
    }
  })
})

describe('the panel', () => {
  it('runs from right to left in Arabic', () => {
    const at = (language: Language) => {
      const layout = layOutPanel(
        STATES.selected as PlacementState,
        placeables,
        speak(language, 'placement'),
        language,
        0,
      )
      return layout.buttons[0]?.x ?? 0
    }
    expect(at('ar')).toBeGreaterThan(PANEL_WIDTH / 2)
    expect(at('en')).toBeLessThan(PANEL_WIDTH / 2)
  })

  it('turns the pages of a long catalogue', () => {
    const page = (number: number) =>
      layOutPanel(
        STATES.picker as PlacementState,
        placeables,
        speak('en', 'placement'),
        'en',
        number,
      ).buttons.flatMap(({ action }) => (action.do === 'choose' ? [action.sku] : []))
    expect(page(0)).toHaveLength(PAGE)
    expect([...page(0), ...page(1), ...page(2)]).toEqual(placeables.map(({ sku }) => sku))
    expect(page(9)).toEqual(page(2))
  })

  it('breaks lines at spaces, and Chinese anywhere', () => {
    const context = { measureText: (text: string) => ({ width: text.length }) as TextMetrics }
    expect(wrap(context, 'one two three', 8, 3)).toEqual(['one two', 'three'])
    expect(wrap(context, '请对准地面慢慢移动', 4, 3)).toEqual(['请对准地', '面慢慢移', '动'])
    expect(wrap(context, 'one two three four', 8, 2).at(-1)).toMatch(/…$/)
  })
})
