import { useEffect, useState } from 'react'
import type { ArWay } from '../../platform/capability'
import { browserExit } from '../../platform/open-in-browser'
import { useMessages, useShopState } from '../shop-context'
import { CopyButton } from './copy-button'
import { useSeen } from './use-seen'

/** Why there is no AR here, and the way out. */
export function NoAr({ way, link }: { way: Extract<ArWay, { way: 'none' }>; link: string }) {
  const messages = useMessages()
  useSeen(`${way.reason} ${link}`, () => ({ name: 'ar_fault', mode: 'none', code: way.reason }))
  return (
    <div className="ar">
      <p className="hint">{messages(`ar.none.${way.reason}`, way.detail)}</p>
      <WayOut out={way.out} link={link} />
    </div>
  )
}

function WayOut({ out, link }: { out: Extract<ArWay, { way: 'none' }>['out']; link: string }) {
  const messages = useMessages()
  const device = useShopState((state) => state.device)
  switch (out) {
    case 'open-in-browser': {
      const exit = browserExit(link, device ?? { kind: 'android' })
      if (exit.how === 'link') {
        return (
          <a className="button button-main" href={exit.href}>
            {messages('ar.out.open-in-browser')}
          </a>
        )
      }
      return (
        <>
          <p className="ar-note">{messages(`openInBrowser.${exit.key}`)}</p>
          <CopyButton text={link} label={messages('ar.out.copy-address')} />
        </>
      )
    }
    case 'open-alone':
      return (
        <a className="button button-main" href={link} target="_blank" rel="noopener">
          {messages('ar.out.open-alone')}
        </a>
      )
    case 'copy-address':
      return <CopyButton text={link} label={messages('ar.out.copy-address')} />
    case 'view-3d':
      return null
  }
}

/** Whether the shopper came back from Scene Viewer because the phone has none. */
export function useReturnedWithoutAr(hash: string): boolean {
  const [returned, setReturned] = useState(false)
  useEffect(() => {
    const look = () => setReturned(location.hash === hash)
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [hash])
  return returned
}
