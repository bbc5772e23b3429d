import { PANEL_WIDTH, type PanelButton, type PanelLayout, TEXT_EM, TITLE_EM } from './panel-layout'

/** Pixels a millimetre: an em of 15 mm is 39 pixels, as sharp as a headset shows it at half a metre. */
export const PIXELS = 2.6
const FAMILY = 'ui-sans-serif, system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif'
const PADDING = 18

/** Draws the panel. The browser's own text layout shapes Arabic and Chinese. */
export function drawPanel(
  context: CanvasRenderingContext2D,
  layout: PanelLayout,
  hovered: PanelButton | undefined,
): void {
  const { height, direction } = layout
  context.setTransform(PIXELS, 0, 0, PIXELS, 0, 0)
  context.clearRect(0, 0, PANEL_WIDTH, height)
  context.direction = direction
  box(context, 0, 0, PANEL_WIDTH, height, 26, '#141518')
  const start = direction === 'rtl' ? PANEL_WIDTH - PADDING - 4 : PADDING + 4
  context.textAlign = 'start'
  context.textBaseline = 'alphabetic'
  context.fillStyle = '#ffffff'
  context.font = `680 ${TITLE_EM}px ${FAMILY}`
  context.fillText(clip(context, layout.title, PANEL_WIDTH - 2 * PADDING), start, PADDING + TITLE_EM)
  context.font = `480 ${TEXT_EM}px ${FAMILY}`
  context.fillStyle = layout.warning ? '#ffc864' : '#d7d8dc'
  wrap(context, layout.text, PANEL_WIDTH - 2 * PADDING - 8, layout.textLines).forEach((line, index) => {
    context.fillText(line, start, layout.textTop + TEXT_EM * (0.95 + index * 1.35))
  })
  for (const button of layout.buttons) drawButton(context, button, button === hovered, direction)
}

function drawButton(
  context: CanvasRenderingContext2D,
  button: PanelButton,
  hovered: boolean,
  direction: 'ltr' | 'rtl',
): void {
  const { x, y, width, height, label, detail, swatch } = button
  const light = button.strong || (button.pressed && !swatch)
  const fill = light ? (hovered ? '#ffffff' : '#ececee') : hovered ? '#55575e' : '#2d2f35'
  box(context, x, y, width, height, 16, fill)
  if (hovered || (swatch && button.pressed)) {
    context.strokeStyle = '#ffffff'
    context.lineWidth = 2.5
    context.beginPath()
    context.roundRect(x + 2, y + 2, width - 4, height - 4, 14)
    context.stroke()
  }
  context.fillStyle = light ? '#141518' : '#ffffff'
  context.textBaseline = 'middle'
  if (swatch) {
    const radius = 13
    const middle = direction === 'rtl' ? x + width - radius - 10 : x + radius + 10
    context.fillStyle = swatch
    context.beginPath()
    context.arc(middle, y + height / 2, radius, 0, Math.PI * 2)
    context.fill()
    context.strokeStyle = 'rgb(255 255 255 / 0.6)'
    context.lineWidth = 1.5
    context.stroke()
    context.fillStyle = '#ffffff'
    context.font = `520 ${TEXT_EM * 0.84}px ${FAMILY}`
    context.textAlign = 'start'
    const left = direction === 'rtl' ? x + width - 2 * radius - 18 : x + 2 * radius + 18
    const lines = wrap(context, label, width - 2 * radius - 24, 3)
    lines.forEach((line, index) => {
      context.fillText(line, left, y + height / 2 + (index - (lines.length - 1) / 2) * TEXT_EM)
    })
  } else {
    context.textAlign = 'center'
    context.font = `580 ${TEXT_EM * 0.94}px ${FAMILY}`
    const lines = wrap(context, label, width - 16, 2)
    const offset = detail ? -TEXT_EM * 0.55 : 0
    lines.forEach((line, index) => {
      const at = (index - (lines.length - 1) / 2) * TEXT_EM * 1.15
      context.fillText(line, x + width / 2, y + height / 2 + offset + at)
    })
    if (detail) {
      context.font = `440 ${TEXT_EM * 0.78}px ${FAMILY}`
      context.fillStyle = '#c3c5cb'
      context.fillText(detail, x + width / 2, y + height - TEXT_EM * 1.05)
    }
  }
  context.textBaseline = 'alphabetic'
}

function box(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
): void {
  context.fillStyle = fill
  context.beginPath()
  context.roundRect(x, y, width, height, radius)
  context.fill()
}

/** Breaks a text into lines; Chinese may break anywhere, others at spaces. The last line ends with `…` if cut. */
export function wrap(
  context: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  width: number,
  limit: number,
): string[] {
  const pieces = text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && context.measureText((line + piece).trimEnd()).width > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line += piece
    }
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= limit) return lines
  const kept = lines.slice(0, limit)
  kept[limit - 1] = clip(context, `${kept[limit - 1] ?? ''} ${lines[limit] ?? ''}`, width)
  return kept
}

function clip(context: Pick<CanvasRenderingContext2D, 'measureText'>, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let cut = text
  while (cut.length > 1 && context.measureText(`${cut}…`).width > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
