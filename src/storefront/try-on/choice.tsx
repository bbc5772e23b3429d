import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product, Variant } from '../../core/product'
import type { Wear } from '../../core/wear'
import type { ModelPerson } from '../../experiences/tryon/people-list'
import { subjectOf } from '../../experiences/tryon/subject'
import { productAddress } from '../address'
import { Icon } from '../parts/icon'
import { NoScript } from '../parts/no-script'
import { ShopLink } from '../parts/shop-link'
import { fileAddress } from '../shop'
import { useLanguage } from '../shop-context'
import { Sources } from './sources'
import { TryIcon } from './try-icon'
import type { TryVisit } from './try-visit'

/** Before anything: the shopper chooses calmly where they want to see it. */
export function Choice(props: {
  visit: TryVisit
  kind: Wear['kind']
  product: Product
  variant: Variant
  models: readonly ModelPerson[]
  messages: Messages
  onSettings: () => void
}) {
  const { visit, kind, product, variant, models, messages, onSettings } = props
  const language = useLanguage()
  const name = localText(product.name, language)
  return (
    <article className="try-choice">
      <div className="try-poster">
        <img src={fileAddress(variant.poster)} alt="" width="800" height="800" fetchPriority="high" />
      </div>
      <div className="try-words">
        <div className="try-ways">
          <ShopLink to={productAddress(product.sku, variant.id)} className="product-back">
            <Icon name="back" turns />
            {messages('tryon.back')}
          </ShopLink>
          <button type="button" className="try-settings" aria-haspopup="dialog" onClick={onSettings}>
            <TryIcon name="settings" />
            {messages('tryon.settings')}
          </button>
        </div>
        <h1 tabIndex={-1}>{messages('tryon.heading', { name })}</h1>
        <p className="product-summary">{messages('tryon.intro', { subject: subjectOf(kind) })}</p>
        <NoScript />
        <Sources visit={visit} kind={kind} models={models} messages={messages} />
      </div>
    </article>
  )
}
