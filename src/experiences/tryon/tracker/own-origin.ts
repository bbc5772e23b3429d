/**
 * A `fetch` that reaches one origin only and answers 403 for every other, without a request.
 *
 * tasks-vision 1.1.0 counts pictures and milliseconds and reports them to odml.pa.googleapis.com every minute and on closing (its README links
 * https://goo.gle/mediapipe-privacy); it has no switch. A refused report ends its reporting. The shop's policy would refuse it too, as a fault in the log.
 */
export function ownOriginOnly(fetchAny: typeof fetch, origin: string): typeof fetch {
  return (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    const { origin: asked, protocol } = new URL(address, origin)
    const ours = asked === origin || protocol === 'blob:' || protocol === 'data:'
    return ours ? fetchAny(input, init) : Promise.resolve(new Response(null, { status: 403 }))
  }
}
