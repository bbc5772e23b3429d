import type { HandShape } from './hand-shape'

/** A hand's own texture: its island of the base above, the forearm's part of the body's island below. Share of the height the hand gets. */
const SHARE = 0.72

type Box = { readonly from: readonly [number, number]; readonly size: readonly [number, number] }

/** Texture coordinates of a shape's own texture, v downwards, by part. */
export function handUv({
  uvs,
  quads,
}: HandShape): (index: number, part: 'hand' | 'arm') => readonly [number, number] {
  const boxOf = (part: 'hand' | 'arm'): Box => {
    const used = quads.filter((quad) => quad.part === part).flatMap(({ quad }) => quad.uvs)
    const range = (axis: 0 | 1) => {
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (const uv of used) {
        low = Math.min(low, uvs[uv * 2 + axis] ?? 0)
        high = Math.max(high, uvs[uv * 2 + axis] ?? 0)
      }
      return [low, high - low] as const
    }
    const [x, y] = [range(0), range(1)]
    return { from: [x[0], y[0]], size: [x[1], y[1]] }
  }
  const boxes = { hand: boxOf('hand'), arm: boxOf('arm') }
  return (index, part) => {
    const { from, size } = boxes[part]
    // A margin, so that nothing bleeds from one part into the other.
    const inside = (axis: 0 | 1) => 0.01 + (0.98 * ((uvs[index * 2 + axis] ?? 0) - from[axis])) / size[axis]
    const [x, y] = [inside(0), 1 - inside(1)]
    return part === 'hand' ? [x, y * SHARE] : [x, SHARE + y * (1 - SHARE)]
  }
}
