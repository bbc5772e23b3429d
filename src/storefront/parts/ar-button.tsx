import { useMemo } from 'react'
import type { ArMode } from '../../core/events'
import { localText } from '../../core/local-text'
import type { Product, Variant } from '../../core/product'
import type { ArFiles } from '../../platform/capability'
import { absoluteLink } from '../absolute-link'
import { productAddress } from '../address'
import { fileAddress } from '../shop'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { Icon } from './icon'
import { NoAr } from './no-ar'
import { PhoneButton } from './phone-button'
import { QuickLookButton } from './quick-look-button'
import { RoomButton } from './room-button'
import { SceneViewerLink } from './scene-viewer-link'
import { useArWay } from './use-ar-way'

/** The one way from a product into the shopper's room, as this device has it. */
export function ArButton({ product, variant }: { product: Product; variant: Variant }) {
  const messages = useMessages()
  const language = useLanguage()
  const { door, events } = useShop()
  const { usdz, sceneViewerGlb } = variant
  const files = useMemo<ArFiles>(
    () => ({ usdz: usdz !== undefined, sceneViewerGlb: sceneViewerGlb !== undefined, address: true }),
    [usdz, sceneViewerGlb],
  )
  const way = useArWay(files)
  const label = messages('ar.button')
  const address = productAddress(product.sku, variant.id)
  const enter = () => door.send({ type: 'enterRoom', sku: product.sku, variant: variant.id })
  /** What is seen outside of this page: nobody tells of more than its start. */
  const leaveFor = (mode: ArMode) => {
    events.emit({ name: 'ar_start', mode, item_id: product.sku, item_variant: variant.id })
  }
  const enterOutside = (mode: ArMode) => {
    enter()
    leaveFor(mode)
  }

  switch (way?.way) {
    case 'webxr':
      return (
        <RoomButton
          label={label}
          what={{ first: { sku: product.sku, variant: variant.id } }}
          onEnter={enter}
        />
      )
    case 'quick-look':
      return (
        <QuickLookButton
          label={label}
          usdz={() => Promise.resolve(fileAddress(usdz ?? ''))}
          page={absoluteLink(address, language)}
          onEnter={() => enterOutside('quick-look')}
        />
      )
    case 'scene-viewer':
      return (
        <SceneViewerLink
          label={label}
          glb={fileAddress(sceneViewerGlb ?? '')}
          page={absoluteLink(address, language)}
          title={localText(product.name, language)}
          onEnter={() => enterOutside('scene-viewer')}
        />
      )
    case 'phone-qr':
      return (
        <PhoneButton
          label={label}
          note={messages('ar.phoneNote')}
          link={absoluteLink(address, language)}
          text={messages('phone.text')}
          onOpen={() => leaveFor('phone-qr')}
          {...(way.caution ? { caution: messages(`ar.caution.${way.caution}`) } : {})}
        />
      )
    case 'none':
      return <NoAr way={way} link={absoluteLink(address, language)} />
    default:
      return <WaitingButton label={label} />
  }
}

/** The button before the device has answered: it holds the place of the one to come. */
export function WaitingButton({ label }: { label: string }) {
  const messages = useMessages()
  return (
    <div className="ar">
      <button type="button" className="button button-main" aria-disabled="true" data-waiting>
        <Icon name="room" />
        {label}
      </button>
      <p className="ar-note">{messages('ar.asking')}</p>
    </div>
  )
}
