import { useEffect } from 'react'
import { localText } from '../../core/local-text'
import { useLanguage, useShop } from '../shop-context'

/** Names the page in the window's title, and again when the language changes. */
export function usePage(title: string): void {
  const { catalogue } = useShop()
  const shopName = localText(catalogue.name, useLanguage())
  useEffect(() => {
    document.title = pageTitle(title, shopName)
  }, [title, shopName])
}

/** Title of a page as the window and search engines show it. */
export function pageTitle(title: string, shopName: string): string {
  return `${title} — ${shopName}`
}
