import type { Language } from '../core/languages'

/** Bytes as people read them, `444 kB`, `2.7 MB`; a megabyte is a million. */
export function formatBytes(bytes: number, language: Language): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  const digits = bytes < 1e4 || unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    bytes / size,
  )
}

/** A whole number with its groups. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count)
}

/** A share, `-83 %`; `change` writes the sign of a gain as well. */
export function formatShare(share: number, language: Language, change = false): string {
  return new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: Math.abs(share) < 0.01 ? 2 : 0,
    signDisplay: change ? 'exceptZero' : 'auto',
  }).format(share)
}
