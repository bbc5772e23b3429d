import { CanvasTexture, RepeatWrapping, type Texture } from 'three'

const EDGE = 256

/** A repeating relief of pores and fine lines, the same every time. */
export function pores(): Texture {
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  const context = canvas.getContext('2d')
  if (!context) throw new Error('person-booth/no-canvas')
  context.fillStyle = '#999999'
  context.fillRect(0, 0, EDGE, EDGE)
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  for (let i = 0; i < 1700; i++) {
    const [x, y, radius] = [random() * EDGE, random() * EDGE, 1 + random() * 2.6]
    context.fillStyle = random() < 0.55 ? 'rgba(60,60,60,0.35)' : 'rgba(215,215,215,0.25)'
    for (const dx of [-EDGE, 0, EDGE])
      for (const dy of [-EDGE, 0, EDGE]) {
        context.beginPath()
        context.arc(x + dx, y + dy, radius, 0, Math.PI * 2)
        context.fill()
      }
  }
  const texture = new CanvasTexture(canvas)
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.repeat.set(15, 15)
  texture.anisotropy = 8
  return texture
}
