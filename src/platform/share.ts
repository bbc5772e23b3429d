/** What to hand on. */
export interface Shared {
  readonly title: string
  readonly text?: string
  /** Absolute address. */
  readonly url?: string
  readonly files?: readonly File[]
}

/**
 * What became of it. `sheet` and `clipboard` mean it is handed on; `cancelled`, that the shopper thought better of it;
 * `shown`, that nothing works here and the page should show `text` for copying by hand.
 */
export type ShareOutcome =
  | { readonly how: 'sheet' | 'clipboard' | 'cancelled' }
  | { readonly how: 'shown'; readonly text: string }

/**
 * Shares by the best means there is: the system's sheet, else the clipboard, else by showing the text. Call it from a
 * tap: browsers allow it nowhere else. Never rejects.
 *
 * @param browser the navigator, replaced in tests
 */
export async function share(what: Shared, browser: Navigator = navigator): Promise<ShareOutcome> {
  const { title, text, url, files } = what
  const data: ShareData = { title, ...(text ? { text } : {}), ...(url ? { url } : {}) }
  const withFiles: ShareData = files?.length ? { ...data, files: [...files] } : data
  if (typeof browser.share === 'function') {
    // Some sheets take no files: the address alone is better than nothing.
    for (const attempt of withFiles === data ? [data] : [withFiles, data]) {
      if (browser.canShare && !browser.canShare(attempt)) continue
      try {
        await browser.share(attempt)
        return { how: 'sheet' }
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return { how: 'cancelled' }
        // A tap can be used up only once, so another attempt with the sheet would fail too.
        break
      }
    }
  }
  const plain = url ?? text ?? title
  try {
    await browser.clipboard.writeText(plain)
    return { how: 'clipboard' }
  } catch {
    return { how: 'shown', text: plain }
  }
}
