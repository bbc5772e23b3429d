import { useMemo } from 'react'
import type { ArFiles } from '../../platform/capability'
import { absoluteLink } from '../absolute-link'
import { useLanguage, useMessages, useShop } from '../shop-context'
import { WaitingButton } from './ar-button'
import { NoAr } from './no-ar'
import { PhoneButton } from './phone-button'
import { QuickLookButton } from './quick-look-button'
import { RoomButton } from './room-button'
import { useArWay } from './use-ar-way'

/** A file of the shopper's own: a USDZ can be made of it here, but nobody else can fetch it. */
const FILES: ArFiles = { usdz: true, sceneViewerGlb: false, address: false }

/** The way from a shopper's own file into their room. */
export function FileArButton({ file }: { file: File }) {
  const { stage } = useShop()
  const messages = useMessages()
  const language = useLanguage()
  const way = useArWay(FILES)
  const label = messages('ar.button')
  const link = useMemo(
    () => (typeof location === 'undefined' ? '' : absoluteLink('/file', language)),
    [language],
  )
  switch (way?.way) {
    case 'webxr':
      return <RoomButton label={label} what={{ file }} />
    case 'quick-look':
      return <QuickLookButton label={label} usdz={() => stage.usdzAddress()} />
    case 'none':
      return way.reason === 'file-stays-here' ? (
        <PhoneButton
          label={label}
          note={messages('ar.none.file-stays-here')}
          link={link}
          text={messages('phone.fileText')}
        />
      ) : (
        <NoAr way={way} link={link} />
      )
    default:
      return <WaitingButton label={label} />
  }
}
