/**
 * Headers that make the browser hold us to our promises: nothing from anywhere else, no code but ours.
 * Why each source is there: docs/architecture.md, "What the browser enforces".
 */

const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // Decoders are WebAssembly.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // blob: pictures taken in AR and textures inside a GLB; data: the QR code.
  'img-src': "'self' blob: data:",
  'connect-src': "'self' blob: data:",
  'worker-src': "'self' blob:",
  'font-src': "'self'",
  'media-src': "'self' blob:",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
}

const PERMISSIONS = [
  'xr-spatial-tracking=(self)',
  'camera=(self)',
  'fullscreen=(self)',
  'clipboard-write=(self)',
  'screen-wake-lock=(self)',
  ...[
    'accelerometer',
    'clipboard-read',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
  ].map((name) => `${name}=()`),
].join(', ')

/**
 * The Content-Security-Policy of an address.
 *
 * One place is looser: the emulated headset (`?xr=emulate`, `?xr=emulate-phone`) draws its own panel with styles made
 * at run time.
 */
export function contentSecurityPolicy(url: URL): string {
  const policy: Record<string, string> = { ...POLICY }
  if (/^emulate(-phone)?$/.test(url.searchParams.get('xr') ?? ''))
    policy['style-src'] = "'self' 'unsafe-inline'"
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** Every security header of an address, ready to be set. */
export function securityHeaders(url: URL): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(url),
    'permissions-policy': PERMISSIONS,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
}
