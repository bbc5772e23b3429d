/** A canvas as the page shows it. Called in the same task as the drawing: the canvas keeps no picture longer. */
export function mirroredPicture(
  canvas: HTMLCanvasElement,
  mirrored: boolean,
  type: 'image/png' | 'image/jpeg',
): Promise<Blob> {
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
  const context = copy.getContext('2d', { alpha: false })
  if (!context) return Promise.reject(new Error('no 2d context'))
  if (mirrored) context.setTransform(-1, 0, 0, 1, copy.width, 0)
  context.drawImage(canvas, 0, 0)
  return copy.convertToBlob({ type, quality: 0.92 })
}
