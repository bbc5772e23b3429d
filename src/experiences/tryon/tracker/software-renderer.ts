/** Names of GL made by a processor: Mesa, Chromium's own, Windows'. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** Whether GL in this worker is drawn by the processor, or there is none: then a GPU delegate has nothing to offer. */
export function softwareRenderer(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!context) return true
  const named = context.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER)
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return SOFTWARE.test(String(name))
}
