import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../architecture/source-files'
import { type Report, type Row, spread } from './bench'
import { figures } from './figures'
import { cells, meets, readable, textTable } from './table'

const row: Row = { case: 'engine, 4G', metric: 'heap_mb', unit: 'MB', value: 3.2, min: 3, max: 4, runs: 7 }

describe('spread', () => {
  it('is median, least and greatest', () => {
    expect(spread([3, 1, 2])).toEqual({ value: 2, min: 1, max: 3 })
    expect(spread([4, 1, 3, 2])).toEqual({ value: 2.5, min: 1, max: 4 })
    expect(() => spread([])).toThrow(RangeError)
  })
})

describe('a row', () => {
  it('meets its target by its ratio, or by its value where nothing is compared', () => {
    expect(meets({ ...row, ratio: 0.7, target: 0.7 })).toBe(true)
    expect(meets({ ...row, ratio: 0.71, target: 0.7 })).toBe(false)
    expect(meets({ ...row, value: 0, target: 0 })).toBe(true)
    expect(meets({ ...row, value: 1, target: 0 })).toBe(false)
    expect(meets(row)).toBe(true)
  })

  it('is read with as many digits as mean something', () => {
    expect([0, 3, 3.219, 17.25, 1009.4].map(readable)).toEqual(['0', '3', '3.22', '17.3', '1009'])
    expect(cells({ ...row, ratio: 0.9, ratioMin: 0.8, ratioMax: 1, target: 0.7 })).toContain('<= 0.7 MISSED')
    expect(textTable([row]).split('\n')).toHaveLength(2)
  })
})

describe('docs/figures.md', () => {
  it('is what the kept results make', () => {
    const folder = join(ROOT, 'test', 'bench', 'results')
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
    const reports = names.map((name): Report => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    expect(reports.length).toBeGreaterThan(0)
    expect(readFileSync(join(ROOT, 'docs', 'figures.md'), 'utf8')).toBe(figures(reports))
  })
})
