import type { Language } from './languages'

/** A mass as a shop writes it: `9.8 kg`, and below a kilogram `340 g`, below ten grams `4.2 g`. @param kilograms mass */
export function formatMass(kilograms: number, language: Language): string {
  const light = kilograms < 1
  const amount = light ? kilograms * 1000 : kilograms
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: light ? 'gram' : 'kilogram',
    maximumFractionDigits: light && amount >= 10 ? 0 : 1,
  }).format(amount)
}
