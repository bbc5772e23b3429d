/**
 * Watches WebGL from outside, knowing nothing of who draws. Runs in a measured page before anything else; plain
 * JavaScript, because it is sent to the page as it stands. See `Probe` in measure.ts for what it tells.
 *
 * The model counts as shown when a draw of at least SMALLEST_MODEL indices reached the default framebuffer and the
 * GPU has finished it: a fence set in the next frame is asked every 4 ms, which holds nobody up.
 * Smaller draws are what libraries make to light a scene.
 */
;(() => {
  const SMALLEST_MODEL = 1500
  const probe = { frameAt: undefined, draws: 0, drawsInFrame: 0, drawnAt: [], largestCanvas }
  window.probe = probe
  let waiting = false
  let counted = 0

  // Runs before the page's own callbacks of a frame, so it sees what the frame before has drawn.
  const frame = () => {
    if (counted > 0) {
      probe.drawnAt.push(performance.now())
      probe.drawsInFrame = counted
      counted = 0
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  const drawn = (gl, count) => {
    probe.draws += 1
    counted += 1
    if (waiting || count < SMALLEST_MODEL) return
    if (gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) !== null) return
    waiting = true
    requestAnimationFrame(() => {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
      gl.flush()
      const look = () => {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return setTimeout(look, 4)
        probe.frameAt = performance.now()
      }
      setTimeout(look, 0)
    })
  }
  const proto = WebGL2RenderingContext.prototype
  for (const [name, indices] of Object.entries({
    drawElements: (args) => args[1],
    drawArrays: (args) => args[2],
    drawElementsInstanced: (args) => args[1] * args[4],
    drawArraysInstanced: (args) => args[2] * args[3],
  })) {
    const original = proto[name]
    proto[name] = function (...args) {
      original.apply(this, args)
      drawn(this, indices(args))
    }
  }

  /** Place and size of the largest canvas, shadow roots included, in CSS pixels. */
  function largestCanvas() {
    const deep = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLCanvasElement ? [element] : []),
        ...(element.shadowRoot ? deep(element.shadowRoot) : []),
      ])
    const boxes = deep(document).map((canvas) => canvas.getBoundingClientRect())
    const { x, y, width, height } = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0]
    return { x, y, width, height }
  }
})()
