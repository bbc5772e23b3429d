import { Kept } from './kept'

/** Version of what the shopper agreed to. Raised when what happens with the picture changes: then they are asked anew. */
export const CONSENT_VERSION = 1

/** When and to what a shopper agreed. */
export interface CameraConsent {
  readonly version: number
  /** ISO 8601 date. */
  readonly date: string
}

const kept = new Kept('vitrine.camera-consent')

/** The shopper's consent to our looking at the camera's picture on this device; undefined until they gave it, or for other terms. */
export function cameraConsent(): CameraConsent | undefined {
  const value = kept.read() as Partial<CameraConsent> | null | undefined
  return value?.version === CONSENT_VERSION && typeof value.date === 'string'
    ? { version: value.version, date: value.date }
    : undefined
}

/**
 * Keeps a consent.
 *
 * @returns whether it will be known at the next visit
 */
export function giveCameraConsent(now = new Date()): boolean {
  const consent: CameraConsent = { version: CONSENT_VERSION, date: now.toISOString().slice(0, 10) }
  return kept.write(consent)
}

/** Takes it back: the shopper is asked again. */
export function forgetCameraConsent(): void {
  kept.forget()
}
