import { HeightField, type Image, mix, normalMap, paint } from './image'
import { fractalNoise, gradientNoise, smoothstep } from './noise'

/**
 * Washi-like paper of a lampshade, lit from inside. The tile is as high as the shade's slant, so the glow can be strongest beside the bulb.
 */
export function pleatedPaper(): {
  colour: Image
  normal: Image
  glow: Image
  tile: readonly [number, number]
} {
  const size = 512
  const tile: readonly [number, number] = [0.32985, 0.3]
  const cloud = fractalNoise(801, 6, 6, 4)
  const fibres = gradientNoise(802, 14, 120)
  const strands = gradientNoise(803, 90, 10)
  const colour = paint('paper-colour', size, size, 'colour', (u, v) => {
    const light =
      0.94 +
      cloud(u, v) * 0.025 +
      smoothstep(0.5, 0.7, fibres(u, v)) * 0.04 -
      smoothstep(0.5, 0.7, strands(u, v)) * 0.035
    return [light, light * 0.992, light * 0.975]
  })
  const relief = new HeightField(size, size).fill(
    (u, v) => cloud(u, v) * 6e-5 + fibres(u, v) * 3e-5 + strands(u, v) * 3e-5,
  )
  const glow = paint('paper-glow', 256, 256, 'colour', (u, v) => {
    const beside = Math.exp(-(((v - 0.46) / 0.34) ** 2))
    const light = 0.42 + 0.56 * beside + cloud(u, v) * 0.035 + fibres(u, v) * 0.02
    return mix([light * 0.82, light * 0.66, light * 0.45], [light, light * 0.89, light * 0.71], beside)
  })
  return { colour, normal: normalMap('paper-normal', relief, tile), glow, tile }
}
