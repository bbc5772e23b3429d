/** The emulated device, where one is installed. This file is all of the emulator that production loads. */
export interface Emulator {
  readonly kind: 'headset' | 'phone'
  /** Turns the head by a drag over the view, CSS pixels. */
  look(dx: number, dy: number): void
  /** The emulated camera's picture of the room, drawn now; it lies under the app's canvas. */
  drawRoom(): HTMLCanvasElement
}

let active: Emulator | undefined

export function activeEmulator(): Emulator | undefined {
  return active
}

export function setActiveEmulator(emulator: Emulator | undefined): void {
  active = emulator
}
