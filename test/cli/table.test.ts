import { describe, expect, it } from 'vitest'
import { table, widthOf } from '../../src/cli/table'

describe('table', () => {
  it('counts columns as a terminal does', () => {
    expect(widthOf('abc')).toBe(3)
    expect(widthOf('三角形')).toBe(6)
    expect(widthOf('e\u0301')).toBe(1)
    expect(widthOf('\x1b[31mred\x1b[0m')).toBe(3)
  })

  it('aligns words at their start and numbers at their end', () => {
    expect(
      table(
        [
          ['文件', '5', 'kB'],
          ['a', '123', 'MB'],
        ],
        [1],
      ),
    ).toBe('文件    5  kB\na     123  MB')
  })
})
