import { useEffect, useRef, useState } from 'react'
import type { Messages } from '../../core/messages'
import { type LateRoom, lateMessages, loadLateMessages } from '../messages/late-messages'
import { useLanguage, useMessages, useShop } from '../shop-context'

/**
 * The shop's sentences and those of a room that brings its own. In a language chosen a moment ago they are still on their way:
 * until then those of the language before.
 */
export function useLateMessages(room: LateRoom): Messages {
  const shop = useShop()
  const language = useLanguage()
  const messages = useMessages()
  const [, arrived] = useState<string>()
  const before = useRef<Messages>(messages)
  const now = lateMessages(room, language, messages)
  useEffect(() => {
    void loadLateMessages(room, language).then(
      () => arrived(language),
      () => shop.announce(messages('language.unreachable')),
    )
  }, [room, language, messages, shop])
  if (now) before.current = now
  return now ?? before.current
}
