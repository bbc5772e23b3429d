import type { Delegate } from './tasks-protocol'

/** Where what was learnt of a device is kept. */
export type DelegateMemory = Pick<Storage, 'getItem' | 'setItem'>

/** With the version of tasks-vision: another one is measured anew. */
const KEY = 'vitrine.tracker.delegate.1.1.0'

/** What was found best on this device; undefined when nothing was, or the storage is closed to us. */
export function rememberedDelegate(memory: DelegateMemory | undefined): Delegate | undefined {
  try {
    const kept = memory?.getItem(KEY)
    return kept === 'cpu' || kept === 'gpu' ? kept : undefined
  } catch {
    return undefined
  }
}

export function rememberDelegate(memory: DelegateMemory | undefined, delegate: Delegate): void {
  try {
    memory?.setItem(KEY, delegate)
  } catch {
    // Full or forbidden: it is measured again next time.
  }
}
