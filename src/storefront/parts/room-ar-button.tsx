import { useMemo } from 'react'
import type { Room } from '../../core/room'
import { encodeRoom } from '../../core/room-code'
import type { ArFiles } from '../../platform/capability'
import { absoluteLink } from '../absolute-link'
import { useLanguage, useMessages } from '../shop-context'
import { WaitingButton } from './ar-button'
import { NoAr } from './no-ar'
import { PhoneButton } from './phone-button'
import { RoomButton } from './room-button'
import { useArWay } from './use-ar-way'

/** Viewers outside the browser show one file, never an arrangement. */
const FILES: ArFiles = { usdz: false, sceneViewerGlb: false, address: true }

/** The way from a shared room into the shopper's own. */
export function RoomArButton({ room }: { room: Room }) {
  const messages = useMessages()
  const language = useLanguage()
  const way = useArWay(FILES)
  const label = messages('room.arButton')
  const link = useMemo(() => absoluteLink(`/room#${encodeRoom(room)}`, language), [room, language])
  switch (way?.way) {
    case 'webxr':
      return <RoomButton label={label} what={{ room }} />
    case 'phone-qr':
      return (
        <PhoneButton
          label={label}
          note={messages('ar.phoneNote')}
          link={link}
          text={messages('phone.roomText')}
          {...(way.caution ? { caution: messages(`ar.caution.${way.caution}`) } : {})}
        />
      )
    case 'none':
      return way.reason === 'no-file' ? (
        <p className="ar hint">{messages('room.onePieceOnly')}</p>
      ) : (
        <NoAr way={way} link={link} />
      )
    default:
      return <WaitingButton label={label} />
  }
}
