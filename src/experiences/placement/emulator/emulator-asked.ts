import type { Emulator } from './active-emulator'

/** The emulated device an address asks for: `?xr=emulate` a headset, `?xr=emulate-phone` a phone. */
export function emulatorAsked(search: string): Emulator['kind'] | undefined {
  const asked = new URLSearchParams(search).get('xr')
  if (asked === 'emulate') return 'headset'
  return asked === 'emulate-phone' ? 'phone' : undefined
}
