import { CanvasTexture, LinearFilter, Sprite, SpriteMaterial, SRGBColorSpace } from 'three'

/** Pixels per em: sharp at arm's length in a headset and on a phone's screen. */
const EM = 56
const FONT = `600 ${EM}px ui-sans-serif, system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif`
const LINE = 1.24

/** A few short lines of text in the world, on a light pill that always faces the viewer. */
export class Label {
  readonly sprite: Sprite
  /** Width and height in ems. */
  private readonly ems: { readonly width: number; readonly height: number }
  private readonly texture: CanvasTexture

  constructor(lines: readonly string[], direction: 'ltr' | 'rtl') {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    if (context) context.font = FONT
    const widest = Math.max(1, ...lines.map((line) => context?.measureText(line).width ?? 1))
    canvas.width = Math.ceil(widest + EM)
    canvas.height = Math.ceil(EM * (LINE * lines.length + 0.5))
    if (context) draw(context, lines, direction)
    this.texture = new CanvasTexture(canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.minFilter = LinearFilter
    this.texture.generateMipmaps = false
    this.sprite = new Sprite(
      new SpriteMaterial({ map: this.texture, depthTest: false, depthWrite: false, toneMapped: false }),
    )
    this.sprite.renderOrder = 30
    this.ems = { width: canvas.width / EM, height: canvas.height / EM }
  }

  /** @param em height of the letters' em, metres */
  setSize(em: number): void {
    this.sprite.scale.set(this.ems.width * em, this.ems.height * em, 1)
  }

  dispose(): void {
    this.sprite.removeFromParent()
    this.sprite.material.dispose()
    this.texture.dispose()
  }
}

function draw(context: CanvasRenderingContext2D, lines: readonly string[], direction: 'ltr' | 'rtl'): void {
  const { width, height } = context.canvas
  // Resizing a canvas resets its context.
  context.font = FONT
  context.fillStyle = '#ffffff'
  context.beginPath()
  context.roundRect(0, 0, width, height, EM * 0.5)
  context.fill()
  // A canvas outside of the page does not know which way its text runs.
  context.direction = direction
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  lines.forEach((line, index) => {
    context.fillStyle = index === 0 ? '#141416' : '#55565a'
    context.fillText(line, width / 2, EM * (0.25 + LINE * (index + 0.5)))
  })
}
