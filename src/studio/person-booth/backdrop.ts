import { CanvasTexture, SRGBColorSpace, type Texture } from 'three'
import type { PersonShot } from './person-shot'

const EDGE = 512

/** What stands behind somebody: a plain colour, a studio's soft wall, or a room out of focus. */
export function backdrop({ kind, colour = '#cfcac4' }: NonNullable<PersonShot['background']>): Texture {
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  const context = canvas.getContext('2d')
  if (!context) throw new Error('person-booth/no-canvas')
  context.fillStyle = colour
  context.fillRect(0, 0, EDGE, EDGE)
  const glow = (x: number, y: number, radius: number, tint: string) => {
    const gradient = context.createRadialGradient(x, y, 0, x, y, radius)
    gradient.addColorStop(0, tint)
    gradient.addColorStop(1, 'rgba(0,0,0,0)')
    context.fillStyle = gradient
    context.fillRect(0, 0, EDGE, EDGE)
  }
  if (kind === 'studio') {
    const shade = context.createRadialGradient(
      EDGE / 2,
      EDGE * 0.4,
      EDGE * 0.1,
      EDGE / 2,
      EDGE * 0.45,
      EDGE * 0.75,
    )
    shade.addColorStop(0, 'rgba(255,255,255,0.28)')
    shade.addColorStop(0.55, 'rgba(255,255,255,0)')
    shade.addColorStop(1, 'rgba(30,24,20,0.28)')
    context.fillStyle = shade
    context.fillRect(0, 0, EDGE, EDGE)
  }
  if (kind === 'room') {
    context.filter = 'blur(18px)'
    const block = (tint: string, x: number, y: number, width: number, height: number) => {
      context.fillStyle = tint
      context.fillRect(x * EDGE, y * EDGE, width * EDGE, height * EDGE)
    }
    block('rgba(70,56,44,0.55)', -0.1, 0.78, 1.2, 0.4)
    block('rgba(236,240,245,0.85)', 0.04, 0.1, 0.2, 0.42)
    block('rgba(92,72,56,0.75)', 0.72, 0.22, 0.24, 0.6)
    block('rgba(150,80,60,0.6)', 0.75, 0.3, 0.06, 0.14)
    block('rgba(60,80,90,0.6)', 0.83, 0.3, 0.07, 0.14)
    block('rgba(66,92,62,0.6)', 0.28, 0.5, 0.1, 0.34)
    context.filter = 'none'
    glow(EDGE * 0.14, EDGE * 0.3, EDGE * 0.45, 'rgba(255,250,240,0.35)')
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}
