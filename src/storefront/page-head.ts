import { type Catalogue, findProduct, variantOf } from '../core/catalogue'
import { LANGUAGES, type Language } from '../core/languages'
import { localText } from '../core/local-text'
import type { Messages } from '../core/messages'
import { majorOf } from '../core/money'
import type { Product } from '../core/product'
import { productAddress, routeOf } from './address'
import { fileAddress } from './shop'

/** Everything a page's `<head>` says about it, as HTML. */
export function pageHead(catalogue: Catalogue, path: string, language: Language, messages: Messages): string {
  const route = routeOf(path)
  const product = route.page === 'product' ? findProduct(catalogue, route.sku) : undefined
  const tried = route.page === 'try' ? findProduct(catalogue, route.sku) : undefined
  const shopName = localText(catalogue.name, language)
  const title = product
    ? localText(product.name, language)
    : tried
      ? messages('try.title', { name: localText(tried.name, language) })
      : titleOf(route.page, messages)
  const shown = product ?? tried
  const description = shown ? localText(shown.summary, language) : messages('catalogue.intro')
  return [
    `<title>${escapeHtml(`${title} — ${shopName}`)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    ...LANGUAGES.map((one) => `<link rel="alternate" hreflang="${one}" href="${path}?lang=${one}">`),
    `<link rel="alternate" hreflang="x-default" href="${path}">`,
    ...(product ? productHead(product, language, title, description) : []),
  ].join('\n    ')
}

function titleOf(page: string, messages: Messages): string {
  if (page === 'file' || page === 'room' || page === 'cart') return messages(`${page}.title`)
  return messages(page === 'catalogue' ? 'catalogue.title' : 'missing.title')
}

/** The model is fetched as early as the code that reads it; search engines get the product as schema.org has it. */
function productHead(product: Product, language: Language, name: string, description: string): string[] {
  const glb = fileAddress(product.model.glb)
  const poster = fileAddress(variantOf(product, undefined).poster)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    sku: product.sku,
    name,
    description,
    image: product.variants.map((variant) => fileAddress(variant.poster)),
    subjectOf: {
      '@type': '3DModel',
      encoding: { '@type': 'MediaObject', contentUrl: glb, encodingFormat: 'model/gltf-binary' },
    },
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      name: localText(variant.name, language),
      url: productAddress(product.sku, variant.id),
      price: majorOf(variant.price),
      priceCurrency: variant.price.currency,
    })),
  }
  return [
    `<link rel="preload" as="fetch" crossorigin href="${glb}">`,
    `<meta property="og:title" content="${escapeHtml(name)}">`,
    `<meta property="og:image" content="${poster}">`,
    // A data block, not a script: the page's CSP lets it be. `<` is written so that no text can close it.
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ]
}

/** Text made safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
