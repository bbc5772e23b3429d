import { floorArea } from '../../core/dimensions'
import { formatArea } from '../../core/length'
import { localText } from '../../core/local-text'
import { formatMass } from '../../core/mass'
import type { Product } from '../../core/product'
import { useLanguage, useMessages } from '../shop-context'

/** What a product is made of and asks for. */
export function Facts({ product }: { product: Product }) {
  const messages = useMessages()
  const language = useLanguage()
  const { facts, situation, dimensions } = product
  const onFloor = 'on' in situation && situation.on === 'floor'
  return (
    <dl className="facts">
      <div>
        <dt>{messages('facts.materials')}</dt>
        <dd>
          <ul>
            {facts.materials.map((material) => (
              <li key={material.en}>{localText(material, language)}</li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{messages('facts.care')}</dt>
        <dd>{localText(facts.care, language)}</dd>
      </div>
      {facts.massKg !== undefined && (
        <div>
          <dt>{messages('facts.weight')}</dt>
          <dd suppressHydrationWarning>{formatMass(facts.massKg, language)}</dd>
        </div>
      )}
      {onFloor && (
        <div>
          <dt>{messages('facts.floor')}</dt>
          <dd suppressHydrationWarning>{formatArea(floorArea(dimensions), language, messages)}</dd>
        </div>
      )}
      {facts.madeIn !== undefined && (
        <div>
          <dt>{messages('facts.madeIn')}</dt>
          <dd suppressHydrationWarning>
            {new Intl.DisplayNames(language, { type: 'region' }).of(facts.madeIn)}
          </dd>
        </div>
      )}
    </dl>
  )
}
