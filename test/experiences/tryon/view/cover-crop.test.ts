import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { coverCrop, cropCamera } from '../../../../src/experiences/tryon/view/cover-crop'

const alone = (x: number, y: number) => ({ x, y, firstX: x, firstY: y, spread: 0, size: 300 })

describe('a frame in a pane of another shape', () => {
  it('fills it and is cut evenly', () => {
    const crop = { x: 0, y: 0, width: 0, height: 0 }
    coverCrop(1280, 720, 400, 800, crop)
    expect(crop).toEqual({ x: 460, y: 0, width: 360, height: 720 })
    coverCrop(720, 1280, 800, 400, crop)
    expect(crop).toEqual({ x: 0, y: 460, width: 720, height: 360 })
  })

  it('keeps whoever is looked at in sight, and no more than that', () => {
    const crop = { x: 0, y: 0, width: 0, height: 0 }
    // Somebody at the edge of a photo: the crop goes there, and stays in the frame.
    coverCrop(1280, 720, 400, 800, crop, alone(1200, 300))
    expect(crop.x).toBe(1280 - 360)
    coverCrop(1280, 720, 400, 800, crop, alone(900, 300))
    expect(900 - crop.x).toBeGreaterThan(180)
    expect(900 - crop.x).toBeLessThan(180 + 0.05 * 360)
    // A step aside moves nothing.
    coverCrop(1280, 720, 400, 800, crop, alone(645, 300))
    expect(crop).toEqual({ x: 460, y: 0, width: 360, height: 720 })
    // Two who do not both fit: the first is seen whole, rather than half of each.
    coverCrop(1280, 720, 400, 800, crop, { ...alone(300, 300), x: 640, spread: 680 })
    expect(300 - crop.x).toBeLessThan(185)
    coverCrop(720, 1280, 800, 400, crop, alone(360, 200))
    expect(200 - crop.y).toBeLessThan(180)
    expect(crop.x).toBe(0)
  })

  it('shows somebody small larger where that is wished, and stays in the frame', () => {
    const crop = { x: 0, y: 0, width: 0, height: 0 }
    const small = { ...alone(1540, 500), size: 80 }
    coverCrop(1600, 900, 400, 500, crop, small)
    expect([crop.width, crop.height]).toEqual([720, 900])
    coverCrop(1600, 900, 400, 500, crop, small, 3.5)
    expect(crop.width).toBeCloseTo(280)
    expect(crop.width / crop.height).toBeCloseTo(400 / 500)
    expect(crop.x + crop.width).toBeLessThanOrEqual(1600)
    expect(500 - crop.y).toBeGreaterThan(100)
    expect(crop.y + crop.height - 500).toBeGreaterThan(100)
    // Two are both in it; who is large enough is seen as ever.
    coverCrop(1600, 900, 400, 500, crop, { ...small, spread: 200 }, 3.5)
    expect(crop.width).toBeCloseTo(480)
    coverCrop(1600, 900, 400, 500, crop, { ...small, size: 300 }, 3.5)
    expect(crop.width).toBe(720)
  })

  it.each([
    [1280, 720, 400, 800],
    [720, 1280, 800, 400],
    [640, 480, 640, 480],
  ])('%i × %i in %i × %i puts points where the picture has them, off-centre cameras too', (w, h, pw, ph) => {
    const crop = { x: 0, y: 0, width: 0, height: 0 }
    coverCrop(w, h, pw, ph, crop)
    const intrinsics = { width: w, height: h, focal: 900, centreX: w / 2 + 31, centreY: h / 2 - 17 }
    const camera = new PerspectiveCamera()
    cropCamera(intrinsics, crop, camera)
    const point = new Vector3(0.03, -0.05, -0.6)
    const x = intrinsics.centreX - (point.x / point.z) * 900
    const y = intrinsics.centreY + (point.y / point.z) * 900
    point.applyMatrix4(camera.projectionMatrix)
    expect(((point.x + 1) / 2) * crop.width + crop.x).toBeCloseTo(x, 6)
    expect(((1 - point.y) / 2) * crop.height + crop.y).toBeCloseTo(y, 6)
  })
})
