/** AR Quick Look: what iPhones and iPads have for AR. It opens USDZ files from links of `rel="ar"`. */

/** What Quick Look is to show. */
export interface QuickLook {
  /** Address of the USDZ, or a `blob:` address of one made in the page. */
  readonly usdz: string
  /** The page a shopper shares from Quick Look: absolute address of the product and variant. */
  readonly page?: string
  /** The banner under the product. Only for hosted files: iOS shows none for `blob:`. */
  readonly banner?: {
    readonly title: string
    readonly subtitle?: string
    /** The price, formatted. */
    readonly price?: string
    /** Words on the banner's button; a tap comes to {@link onBannerTap}. */
    readonly callToAction: string
  }
}

/** The link's address. `allowsContentScaling=0` locks true size: Quick Look would otherwise let a pinch resize it. */
export function quickLookHref({ usdz, page, banner }: QuickLook): string {
  const parameters: [string, string | undefined][] = [['allowsContentScaling', '0']]
  if (!usdz.startsWith('blob:')) {
    parameters.push(
      ['canonicalWebPageURL', page],
      ['callToAction', banner?.callToAction],
      ['checkoutTitle', banner?.title],
      ['checkoutSubtitle', banner?.subtitle],
      ['price', banner?.price],
    )
  }
  // Not URLSearchParams: Quick Look shows its `+` for a space as a plus.
  const hash = parameters
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `${usdz.split('#')[0]}#${hash}`
}

/**
 * The link, ready to be put in a page or clicked at once. iOS takes a link for AR only if an `<img>` is its first and
 * only child.
 *
 * @param picture the poster, or undefined for a link that is only clicked by script
 */
export function quickLookAnchor(
  page: Document,
  quickLook: QuickLook,
  picture?: { src: string; alt: string },
) {
  const anchor = page.createElement('a')
  anchor.rel = 'ar'
  anchor.href = quickLookHref(quickLook)
  // Safari would otherwise navigate to a blob instead of opening it.
  if (quickLook.usdz.startsWith('blob:')) anchor.download = 'product.usdz'
  const image = page.createElement('img')
  if (picture) {
    image.src = picture.src
    image.alt = picture.alt
  }
  anchor.append(image)
  return anchor
}

/**
 * Calls back when the shopper taps the banner's button: add to cart.
 *
 * @returns a function that stops listening
 */
export function onBannerTap(anchor: HTMLAnchorElement, tapped: () => void): () => void {
  const listener = (event: Event) => {
    if ((event as MessageEvent).data === '_apple_ar_quicklook_button_tapped') tapped()
  }
  anchor.addEventListener('message', listener)
  return () => anchor.removeEventListener('message', listener)
}
