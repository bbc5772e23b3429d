import { type Box3, type PerspectiveCamera, Vector3 } from 'three'
import { AXES, dimensionEdges, dimensionGap, EDGE_STRIDE } from './dimension-edges'

/** The three measures as the shopper reads them, already in their unit and language. */
export interface DimensionLabels {
  readonly width: string
  readonly height: string
  readonly depth: string
}

const SVG = 'http://www.w3.org/2000/svg'
/** Length of an end tick, CSS pixels. */
const TICK = 5
/** A measure seen so much from its end is left out, CSS pixels. */
const SHORTEST = 26

interface Measure {
  readonly group: SVGGElement
  /** Halo and ink, each: the line, the tick at its start, the tick at its end. */
  readonly lines: readonly SVGLineElement[]
  readonly label: SVGForeignObjectElement
  readonly text: HTMLDivElement
  width: number
  height: number
  /** Middle of the label, CSS pixels. */
  x: number
  y: number
  shown: boolean
}

/**
 * Architect's dimension lines round a product, in an SVG over the canvas: crisp at any pixel ratio, with labels that
 * grow with the reader's text size and run in their own direction. Positions are set as numbers: a moving camera
 * allocates nothing.
 *
 * Colours: `--vitrine-dimension-ink` and `--vitrine-dimension-paper`.
 */
export class DimensionOverlay {
  readonly #host: HTMLElement
  readonly #svg: SVGSVGElement
  readonly #measures: readonly Measure[]
  readonly #edges = new Float32Array(AXES.length * EDGE_STRIDE)
  readonly #from = new Vector3()
  readonly #to = new Vector3()
  readonly #middle = new Vector3()
  #heightSide = 0

  constructor(host: HTMLElement, labels: DimensionLabels) {
    this.#host = host
    this.#svg = document.createElementNS(SVG, 'svg')
    this.#svg.setAttribute('class', 'vitrine-dimensions')
    // The numbers are in the page's text as well; here they would be read without their places.
    this.#svg.setAttribute('aria-hidden', 'true')
    this.#svg.style.cssText =
      'position:absolute;inset:0;z-index:1;width:100%;height:100%;overflow:hidden;pointer-events:none;direction:ltr'
    this.#measures = AXES.map((axis) => this.#createMeasure(axis, labels[axis]))
    host.append(this.#svg)
    for (const measure of this.#measures) {
      measure.width = measure.text.offsetWidth
      measure.height = measure.text.offsetHeight
      measure.label.width.baseVal.value = measure.width
      measure.label.height.baseVal.value = measure.height
    }
  }

  /** Moves the lines to where the camera sees them. */
  update(bounds: Box3, camera: PerspectiveCamera, onWall: boolean): void {
    const gap = dimensionGap(bounds)
    this.#heightSide = dimensionEdges(bounds, camera.position, gap, this.#heightSide, this.#edges, onWall)
    const width = this.#host.clientWidth
    const height = this.#host.clientHeight
    bounds.getCenter(this.#middle).project(camera)
    const cx = (this.#middle.x * 0.5 + 0.5) * width
    const cy = (0.5 - this.#middle.y * 0.5) * height
    for (let i = 0; i < this.#measures.length; i++) {
      const measure = this.#measures[i]
      if (!measure) continue
      this.#from.fromArray(this.#edges, i * EDGE_STRIDE).project(camera)
      this.#to.fromArray(this.#edges, i * EDGE_STRIDE + 3).project(camera)
      place(
        measure,
        (this.#from.x * 0.5 + 0.5) * width,
        (0.5 - this.#from.y * 0.5) * height,
        (this.#to.x * 0.5 + 0.5) * width,
        (0.5 - this.#to.y * 0.5) * height,
        cx,
        cy,
      )
    }
    this.#spread(width, height)
  }

  dispose(): void {
    this.#svg.remove()
  }

  /** Keeps labels inside the picture and off each other: the later one gives way downwards or upwards. */
  #spread(width: number, height: number): void {
    for (let i = 0; i < this.#measures.length; i++) {
      const a = this.#measures[i]
      if (!a?.shown) continue
      for (let j = 0; j < i; j++) {
        const b = this.#measures[j]
        if (!b?.shown) continue
        const overlapX = (a.width + b.width) / 2 + 4 - Math.abs(a.x - b.x)
        const overlapY = (a.height + b.height) / 2 + 4 - Math.abs(a.y - b.y)
        if (overlapX <= 0 || overlapY <= 0) continue
        if (overlapX < overlapY) a.x += a.x >= b.x ? overlapX : -overlapX
        else a.y += a.y >= b.y ? overlapY : -overlapY
      }
      a.x = Math.min(width - a.width / 2 - 4, Math.max(a.width / 2 + 4, a.x))
      a.y = Math.min(height - a.height / 2 - 4, Math.max(a.height / 2 + 4, a.y))
      a.label.x.baseVal.value = a.x - a.width / 2
      a.label.y.baseVal.value = a.y - a.height / 2
    }
  }

  #createMeasure(axis: string, text: string): Measure {
    const group = document.createElementNS(SVG, 'g')
    group.dataset.axis = axis
    const lines: SVGLineElement[] = []
    for (const [ink, width] of [
      ['var(--vitrine-dimension-paper, #fff)', 4],
      ['var(--vitrine-dimension-ink, #1d1d1f)', 1.5],
    ] as const) {
      for (let i = 0; i < 3; i++) {
        const line = document.createElementNS(SVG, 'line')
        line.style.stroke = ink
        line.style.strokeWidth = String(width)
        line.style.strokeLinecap = 'round'
        if (ink.includes('paper')) line.style.strokeOpacity = '0.75'
        lines.push(line)
        group.append(line)
      }
    }
    const label = document.createElementNS(SVG, 'foreignObject')
    label.style.overflow = 'visible'
    const div = document.createElement('div')
    div.className = 'vitrine-dimension'
    div.dir = 'auto'
    div.textContent = text
    div.style.cssText =
      'position:static;width:max-content;padding:.15em .5em;border-radius:.5em;' +
      'font-size:.875em;font-weight:600;line-height:1.4;font-variant-numeric:tabular-nums;white-space:nowrap;' +
      'color:var(--vitrine-dimension-ink,#1d1d1f);background:var(--vitrine-dimension-paper,#fff)'
    label.append(div)
    group.append(label)
    this.#svg.append(group)
    return { group, lines, label, text: div, width: 0, height: 0, x: 0, y: 0, shown: true }
  }
}

/** Draws one measure from (ax, ay) to (bx, by), its label pushed away from (cx, cy) when it would hide the line. */
function place(
  measure: Measure,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): void {
  const length = Math.hypot(bx - ax, by - ay)
  const shown = length >= SHORTEST
  if (shown !== measure.shown) {
    measure.shown = shown
    measure.group.style.display = shown ? '' : 'none'
  }
  if (!shown) return
  // Ticks cross the line at 45 degrees, as an architect draws them.
  const tx = ((bx - ax - (by - ay)) / length) * TICK * Math.SQRT1_2
  const ty = ((bx - ax + (by - ay)) / length) * TICK * Math.SQRT1_2
  for (let layer = 0; layer < 6; layer += 3) {
    setLine(measure.lines[layer], ax, ay, bx, by)
    setLine(measure.lines[layer + 1], ax - tx, ay - ty, ax + tx, ay + ty)
    setLine(measure.lines[layer + 2], bx - tx, by - ty, bx + tx, by + ty)
  }
  measure.x = (ax + bx) / 2
  measure.y = (ay + by) / 2
  const along = (Math.abs(bx - ax) * measure.width + Math.abs(by - ay) * measure.height) / length
  if (length > along + 4 * TICK) return
  // Across the line, on the side away from the object's middle.
  let nx = -(by - ay) / length
  let ny = (bx - ax) / length
  if (nx * (measure.x - cx) + ny * (measure.y - cy) < 0) {
    nx = -nx
    ny = -ny
  }
  const off = (Math.abs(nx) * measure.width + Math.abs(ny) * measure.height) / 2 + TICK * 2
  measure.x += nx * off
  measure.y += ny * off
}

function setLine(line: SVGLineElement | undefined, ax: number, ay: number, bx: number, by: number): void {
  if (!line) return
  line.x1.baseVal.value = ax
  line.y1.baseVal.value = ay
  line.x2.baseVal.value = bx
  line.y2.baseVal.value = by
}
