/** AR Quick Look: what iPhones and iPads have for AR. It opens USDZ files from links of `rel="ar"`. */

/** What Quick Look is to show. */
export interface QuickLook {
  /** Address of the USDZ, or a `blob:` address of one made in the page. */
  readonly usdz: string
  /** The page a shopper shares from Quick Look: absolute address of the product and variant. */
  readonly page?: string
}

/** The link's address. `allowsContentScaling=0` locks true size: Quick Look would otherwise let a pinch resize it. */
export function quickLookHref({ usdz, page }: QuickLook): string {
  // Quick Look shares the page of a hosted file only.
  const shared = page && !usdz.startsWith('blob:') ? `&canonicalWebPageURL=${encodeURIComponent(page)}` : ''
  return `${usdz.split('#')[0]}#allowsContentScaling=0${shared}`
}

/** A link to be clicked by script. iOS takes a link for AR only if an `<img>` is its first and only child. */
export function quickLookAnchor(page: Document, quickLook: QuickLook): HTMLAnchorElement {
  const anchor = page.createElement('a')
  anchor.rel = 'ar'
  anchor.href = quickLookHref(quickLook)
  // Safari would otherwise navigate to a blob instead of opening it.
  if (quickLook.usdz.startsWith('blob:')) anchor.download = 'product.usdz'
  anchor.append(page.createElement('img'))
  return anchor
}
