import type { Messages } from '../../../core/messages'
import { activeEmulator } from '../emulator/active-emulator'

/** Which keys walk and look, for whoever tries an emulated device at a desk. */
export function DeskKeys({ messages }: { readonly messages: Messages }) {
  const emulator = activeEmulator()
  return emulator ? <p className="vp-desk">{messages(`placement.desk.${emulator.kind}`)}</p> : null
}
