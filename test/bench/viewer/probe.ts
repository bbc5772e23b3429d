/** What the probe has seen, on `window.probe` of a measured page. */
export interface Probe {
  /** Milliseconds since navigation at which the model was really drawn. */
  frameAt: number | undefined
  /** Draw calls since navigation. */
  draws: number
  /** Draw calls of the latest frame in which anything was drawn. */
  drawsInFrame: number
  /** Frames in which anything was drawn. */
  frames: number
  /** Width and height of the canvas the model was drawn to, in device pixels. */
  size: readonly [number, number]
}

declare global {
  interface Window {
    probe?: Probe
  }
}

/**
 * Watches WebGL from outside, knowing nothing of who draws: runs in the page before anything else.
 *
 * The model counts as shown when a draw of at least `smallestModel` indices reached the default framebuffer and the
 * GPU has finished it: in the next frame a pixel is read back, which waits for everything before.
 * Smaller draws are what libraries make to light a scene.
 */
export function installProbe(smallestModel: number): void {
  const probe: Probe = { frameAt: undefined, draws: 0, drawsInFrame: 0, frames: 0, size: [0, 0] }
  window.probe = probe
  let waiting = false
  let counted = 0
  const frame = () => {
    if (counted > 0) {
      probe.frames += 1
      probe.drawsInFrame = counted
      counted = 0
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  const drawn = (gl: WebGL2RenderingContext, count: number) => {
    probe.draws += 1
    counted += 1
    if (waiting || count < smallestModel) return
    if (gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) !== null) return
    waiting = true
    probe.size = [gl.drawingBufferWidth, gl.drawingBufferHeight]
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
        probe.frameAt = performance.now()
      }
      channel.port2.postMessage(0)
    })
  }
  const proto = WebGL2RenderingContext.prototype
  const { drawElements, drawArrays, drawElementsInstanced, drawArraysInstanced } = proto
  proto.drawElements = function (mode, count, type, offset) {
    drawElements.call(this, mode, count, type, offset)
    drawn(this, count)
  }
  proto.drawArrays = function (mode, first, count) {
    drawArrays.call(this, mode, first, count)
    drawn(this, count)
  }
  proto.drawElementsInstanced = function (mode, count, type, offset, instances) {
    drawElementsInstanced.call(this, mode, count, type, offset, instances)
    drawn(this, count * instances)
  }
  proto.drawArraysInstanced = function (mode, first, count, instances) {
    drawArraysInstanced.call(this, mode, first, count, instances)
    drawn(this, count * instances)
  }
}
