import { hex, type Image, mix, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/** Nacre, once round an 8 mm pearl: overtones that drift over it, growth lines about its pole, a hint of orange peel in the lustre. */
export function pearlLustre(): { colour: Image; surface: Image; tile: readonly [number, number] } {
  const radius = 0.004
  const drift = fractalNoise(8101, 3, 2, 3)
  const rings = gradientNoise(8102, 2, 26)
  const peel = fractalNoise(8103, 40, 22, 2)
  const rose = hex('#f6e4e2')
  const green = hex('#e9efe8')
  const cream = hex('#f7efe2')
  const colour = paint('pearl-colour', 256, 128, 'colour', (u, v) => {
    const tone = drift(u, v)
    const body = mix(mix(cream, rose, smoothstep(-0.3, 0.5, tone)), green, smoothstep(0.1, 0.9, -tone) * 0.6)
    // The rings close up at the poles, where they would show as a target.
    const light = 1 + (rings(u, v) * 0.008 + peel(u, v) * 0.006) * Math.sin(Math.PI * v)
    return [body[0] * light, body[1] * light, body[2] * light]
  })
  const surface = paint('pearl-surface', 256, 128, 'data', (u, v) => [
    1,
    0.24 + (peel(u, v) * 0.03 + rings(u, v) * 0.015) * Math.sin(Math.PI * v),
    0,
  ])
  return { colour, surface, tile: [Math.PI * 2 * radius, Math.PI * radius] }
}
