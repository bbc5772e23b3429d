/** Pixels; as a phone's front camera gives them, so that everything has its size before the first frame. */
const WIDTH = 640
const HEIGHT = 480

/**
 * A drawn face, for the models to work on before the first frame: an empty picture would warm the detector alone.
 */
export function warmUpPicture(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  if (!context) return canvas
  const x = WIDTH / 2
  const y = HEIGHT / 2
  const oval = (dx: number, dy: number, rx: number, ry: number, colour: string) => {
    context.fillStyle = colour
    context.beginPath()
    context.ellipse(x + dx, y + dy, rx, ry, 0, 0, 2 * Math.PI)
    context.fill()
  }
  context.fillStyle = '#9aa3ad'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  oval(0, -18, 106, 138, '#3b2a20')
  oval(0, 0, 92, 122, '#d9a98a')
  for (const side of [-1, 1]) {
    oval(side * 36, -40, 22, 5, '#4a3326')
    oval(side * 36, -22, 17, 8, '#f4efe9')
    oval(side * 36, -22, 8, 8, '#2b1d14')
    oval(side * 11, 26, 6, 4, '#9c6a50')
  }
  oval(0, 12, 9, 26, '#e6bb9d')
  oval(0, 62, 34, 11, '#b0574f')
  oval(0, 60, 28, 2, '#5e2626')
  return canvas
}
