import { floorArea } from '../../core/dimensions'
import { footprintTotal } from '../../core/footprint'
import { formatArea } from '../../core/length'
import { localText } from '../../core/local-text'
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
          <dd suppressHydrationWarning>
            {new Intl.NumberFormat(language, {
              style: 'unit',
              unit: 'kilogram',
              maximumFractionDigits: 1,
            }).format(facts.massKg)}
          </dd>
        </div>
      )}
      {onFloor && (
        <div>
          <dt>{messages('facts.floor')}</dt>
          <dd suppressHydrationWarning>{formatArea(floorArea(dimensions), language, messages)}</dd>
        </div>
      )}
      {facts.footprint && (
        <div>
          <dt>{messages('facts.carbon')}</dt>
          <dd>{messages('facts.carbonValue', { kg: footprintTotal(facts.footprint) })}</dd>
        </div>
      )}
    </dl>
  )
}
