import { Euler, Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { WearOf } from '../../../../src/core/wear'
import type { HeadMarks } from '../../../../src/experiences/tryon/fit/head-fit'
import { clearSkin } from '../../../../src/experiences/tryon/looks/clear-skin'
import { lobeSeen } from '../../../../src/experiences/tryon/looks/place-earring'
import { eyewearPlacement, placeEyewear } from '../../../../src/experiences/tryon/looks/place-eyewear'
import { hatPlacement, placeHat } from '../../../../src/experiences/tryon/looks/place-hat'
import { placeRing, ringPlacement } from '../../../../src/experiences/tryon/looks/place-ring'
import { placeWatch, watchPlacement } from '../../../../src/experiences/tryon/looks/place-watch'
import { headAt, intrinsicsOf, MARKS } from './synthetic-body'

const FRAME: WearOf<'eyewear'> = {
  kind: 'eyewear',
  frameWidth: 0.1385,
  lensWidth: 0.048,
  lensHeight: 0.0435,
  bridge: 0.02,
  templeLength: 0.145,
  templeWidth: 0.008,
  hinges: { left: [0.064, 0.006, -0.008], right: [-0.064, 0.006, -0.008] },
  temples: { left: 'l', right: 'r' },
  fade: { from: 0.085, to: 0.11 },
  lensTransmission: 0.92,
}

/** How far a temple's line passes from the top of its ear, metres. */
function missOf(marks: HeadMarks, side: 'left' | 'right'): number {
  const out = eyewearPlacement()
  placeEyewear(FRAME, marks, out)
  const { out: open, up } = out.temples[side]
  const hinge = new Vector3(...FRAME.hinges[side])
  const turn = new Quaternion().setFromEuler(new Euler(up, side === 'left' ? -open : open, 0, 'YXZ'))
  const line = new Vector3(0, 0, -1).applyQuaternion(turn).applyQuaternion(out.rotation)
  const start = hinge.applyQuaternion(out.rotation).add(out.position)
  const ear = new Vector3(...marks.earTop[side]).sub(start)
  return ear.sub(line.multiplyScalar(ear.dot(line))).length()
}

describe('eyewear', () => {
  it.each(['left', 'right'] as const)('reaches the top of the %s ear', (side) => {
    expect(missOf(MARKS, side)).toBeLessThan(0.0005)
  })

  it('reaches ears that are uneven, by leaning and by bending its temples', () => {
    const uneven = {
      ...MARKS,
      earTop: { left: [0.076, 0.011, -0.08], right: [-0.072, 0.005, -0.076] },
    } as const
    for (const side of ['left', 'right'] as const) expect(missOf(uneven, side)).toBeLessThan(0.001)
    const out = eyewearPlacement()
    placeEyewear(FRAME, uneven, out)
    expect(new Vector3(1, 0, 0).applyQuaternion(out.rotation).y).toBeGreaterThan(0.02)
  })

  it('keeps its lenses before the eyes, whatever the nose', () => {
    for (const [scale, forward] of [
      [0.5, 0],
      [1, -0.01],
      [1, 0.02],
      [2, 0],
    ] as const) {
      const out = eyewearPlacement()
      const noseRidge = MARKS.noseRidge.map(({ point: [x, y, z], ...rib }) => ({
        ...rib,
        halfWidth: rib.halfWidth * scale,
        point: [x, y, z + forward] as const,
      }))
      placeEyewear(FRAME, { ...MARKS, noseRidge }, out)
      expect(Math.abs(out.position.y)).toBeLessThan(0.003)
      expect(out.position.z).toBeGreaterThan(0.0205)
      expect(out.position.z).toBeLessThan(0.0335)
    }
  })

  it('moves forward until it clears brows and cheeks, by 9 mm at most', () => {
    const { surface } = headAt(intrinsicsOf(100, 100))
    /** How far the frame comes forward when the cheeks below the eyes do, metres. */
    const forward = (cheeks: number) => {
      const face = surface.slice()
      for (const cheek of [117, 118, 119, 346, 347, 348]) {
        face[cheek * 3 + 2] = (face[cheek * 3 + 2] ?? 0) + cheeks
      }
      const out = eyewearPlacement()
      placeEyewear(FRAME, MARKS, out)
      const { z } = out.position
      clearSkin(FRAME, face, out)
      const moved = out.position.z - z
      clearSkin(FRAME, face, out)
      // It is clear of them now, unless it moved as far as it may.
      if (moved < 0.0085) expect(out.position.z - z).toBeCloseTo(moved, 6)
      return moved
    }
    const usual = forward(0)
    expect(forward(0.02)).toBeGreaterThan(usual + 0.001)
    expect(forward(0.02)).toBeLessThanOrEqual(forward(0.1))
    expect(forward(0.1)).toBeCloseTo(0.009, 3)
    expect(forward(-0.1)).toBeLessThanOrEqual(usual)
  })
})

describe('hats', () => {
  const hat = (circumference: number): WearOf<'hat'> => ({
    kind: 'hat',
    circumference,
    fits: [0.555, 0.59],
    crownDepth: 0.11,
    tilt: 0.1,
  })
  const heightOf = (circumference: number) => {
    const out = hatPlacement()
    placeHat(hat(circumference), MARKS, out)
    return out.position.y
  }

  it('sit higher when they are small and lower when they are large', () => {
    expect(heightOf(0.55)).toBeGreaterThan(heightOf(0.57) + 0.004)
    expect(heightOf(0.57)).toBeGreaterThan(heightOf(0.6))
    expect(heightOf(0.57)).toBeCloseTo(MARKS.skull.band[1], 3)
  })

  it('say when they are not of the wearer’s size', () => {
    const noteOf = (head: number) => {
      const out = hatPlacement()
      placeHat(hat(0.57), { ...MARKS, skull: { ...MARKS.skull, circumference: head } }, out)
      return out.note
    }
    expect(noteOf(0.57)).toBeUndefined()
    expect(noteOf(0.61)).toBe('hat-small')
    expect(noteOf(0.53)).toBe('hat-large')
  })

  it('lean back', () => {
    const out = hatPlacement()
    placeHat(hat(0.57), MARKS, out)
    expect(new Vector3(0, 0, 1).applyQuaternion(out.rotation).y).toBeCloseTo(Math.sin(0.1), 3)
  })
})

describe('earrings', () => {
  const seen = (side: 'left' | 'right', yaw: number) =>
    lobeSeen(
      MARKS.lobe[side],
      side,
      new Vector3(0, 0, -0.5),
      new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), (yaw * Math.PI) / 180),
    )

  it('are both seen from the front, and only the near one on a turned head', () => {
    expect(seen('left', 0)).toBeGreaterThan(0.9)
    expect(seen('right', 0)).toBeGreaterThan(0.9)
    // The head turns to its left: the right ear comes to the front.
    expect(seen('right', 40)).toBe(1)
    expect(seen('left', 40)).toBe(0)
    expect(seen('left', -40)).toBe(1)
  })

  it('fade in between', () => {
    const steps = [0, 5, 10, 15, 20, 25, 30].map((yaw) => seen('left', yaw))
    for (let i = 1; i < steps.length; i++) expect(steps[i]).toBeLessThanOrEqual(steps[i - 1] ?? 1)
    expect(steps.filter((value) => value > 0.02 && value < 0.98).length).toBeGreaterThan(1)
  })
})

describe('watches', () => {
  const WATCH: WearOf<'watch'> = {
    kind: 'watch',
    innerWidth: 0.058,
    innerHeight: 0.046,
    axis: [1, 0, 0],
    dial: [0, 0, 1],
    caseDiameter: 0.04,
  }

  it.each(['left', 'right'] as const)(
    'show the dial on the back of the %s wrist, crown as it is worn',
    (side) => {
      const out = watchPlacement()
      placeWatch(WATCH, { side, width: 0.056, thickness: 0.043 }, out)
      const dial = new Vector3(...WATCH.dial).applyQuaternion(out.rotation)
      expect(dial.z).toBeCloseTo(1, 6)
      const axis = new Vector3(...WATCH.axis).applyQuaternion(out.rotation)
      expect(axis.x).toBeCloseTo(side === 'left' ? 1 : -1, 6)
    },
  )

  it('follow axes that a merchant chose otherwise', () => {
    const out = watchPlacement()
    const other: WearOf<'watch'> = { ...WATCH, axis: [0, 0, 2], dial: [0, 1, 0] }
    placeWatch(other, { side: 'left', width: 0.056, thickness: 0.043 }, out)
    expect(new Vector3(0, 0, 1).applyQuaternion(out.rotation).x).toBeCloseTo(1, 6)
    expect(new Vector3(0, 1, 0).applyQuaternion(out.rotation).z).toBeCloseTo(1, 6)
  })

  it('are closed as far as a strap can be: what does not fit is said, and the wrist never swallows the strap', () => {
    const note = (width: number, thickness: number) => {
      const out = watchPlacement()
      placeWatch(WATCH, { side: 'left', width, thickness }, out)
      expect(out.halfWidth).toBeLessThan(out.strapWidth)
      expect(out.halfThickness).toBeLessThan(out.strapHeight)
      expect(Math.abs(2 * out.strapWidth - WATCH.innerWidth)).toBeLessThanOrEqual(0.0121)
      // The case lies on the back of the wrist, or has been drawn down onto it.
      const back = out.position.z + WATCH.innerHeight / 2
      expect(Math.abs(back - out.strapHeight)).toBeLessThan(0.0041)
      return out.note
    }
    expect(note(0.056, 0.043)).toBeUndefined()
    const snug = watchPlacement()
    placeWatch(WATCH, { side: 'left', width: 0.05, thickness: 0.038 }, snug)
    expect(snug.strapWidth - 0.025).toBeCloseTo(0.0006, 6)
    expect(snug.position.z + WATCH.innerHeight / 2 - 0.019).toBeCloseTo(0.0006, 6)
    expect(note(0.07, 0.054)).toBe('watch-small')
    expect(note(0.042, 0.03)).toBe('watch-large')
  })
})

describe('rings', () => {
  const RING: WearOf<'ring'> = { kind: 'ring', innerDiameter: 0.0173, axis: [0, 0, 1], face: [0, 1, 0] }

  it('have their stone on the back of the finger', () => {
    const out = ringPlacement()
    placeRing({ ...RING, axis: [1, 0, 0], face: [0, 0, -1] }, 0.0084, out)
    expect(new Vector3(1, 0, 0).applyQuaternion(out.rotation).z).toBeCloseTo(1, 6)
    expect(new Vector3(0, 0, -1).applyQuaternion(out.rotation).y).toBeCloseTo(1, 6)
  })

  it('keep their size and say when it is another', () => {
    const note = (radius: number) => {
      const out = ringPlacement()
      placeRing(RING, radius, out)
      expect(out.radius).toBeLessThan(RING.innerDiameter / 2)
      return out.note
    }
    expect(note(0.0085)).toBeUndefined()
    expect(note(0.0105)).toBe('ring-small')
    expect(note(0.0065)).toBe('ring-large')
  })
})
