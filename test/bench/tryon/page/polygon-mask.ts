/** What lies between two rings of landmarks, 1 inside and 0 outside, antialiased by the canvas. */
export function polygonMask(
  points: ArrayLike<number>,
  outer: readonly number[],
  inner: readonly number[],
  width: number,
  height: number,
): Float32Array {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.beginPath()
  for (const ring of [outer, inner]) {
    ring.forEach((landmark, i) => {
      const [x, y] = [points[landmark * 3] ?? 0, points[landmark * 3 + 1] ?? 0]
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    })
    context.closePath()
  }
  context.fill('evenodd')
  const { data } = context.getImageData(0, 0, width, height)
  return Float32Array.from({ length: width * height }, (_, i) => (data[4 * i + 3] ?? 0) / 255)
}
