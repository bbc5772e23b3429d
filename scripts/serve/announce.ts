import { renderUnicodeCompact } from 'uqr'

/** What `npm start` prints once the storefront can be opened on this machine. */
export function announceLocal(port: number): string {
  return `
  Vitrine is open:   http://localhost:${port}

  Next:  open the address in a browser; drag a GLB file onto the page to see your own product
         http://localhost:${port}/p/lounge-chair?xr=emulate   AR with an emulated headset, at your desk
         npm start -- --phone        the same on your phone, over HTTPS with a QR code
         Ctrl+C                      stop
`
}

/** What `npm start -- --phone` prints: the address, its QR code, and why the phone will warn. */
export function announcePhone(addresses: readonly string[], port: number): string {
  const [first = 'localhost', ...others] = addresses.map((address) => `https://${address}:${port}`)
  const code = renderUnicodeCompact(first, { border: 2 })
  return `
${code.replaceAll(/^/gm, '  ')}

  On your phone:   ${first}${others.map((other) => `\n             or:   ${other}`).join('')}

  The phone must be on the same network as this machine; a firewall here may ask to let it in.

  Your phone will warn that the connection is not private. That is expected: this machine signed its own
  certificate, and the phone cannot know it. The connection is encrypted all the same.
    Android:  Advanced > Proceed        iPhone:  Show Details > visit this website

  Why HTTPS: browsers give WebXR (AR) and the camera to secure pages only. Over plain http:// the
  storefront works, but cannot open either of them.

  Ctrl+C stops.
`
}
