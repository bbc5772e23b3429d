import type { FaceLandmarks } from '../tracker/tracker'
import { clamp } from './clamp'
import { FaceSurface } from './face-surface'
import type { HeadFit } from './head-fit'
import { HeadMarksEstimate } from './head-marks'
import { RIGID } from './head-model'
import { HeadScale } from './head-scale'
import { AVERAGE_HEAD, HeadShape, LANDMARKS, RIGID_COUNT } from './head-shape'
import type { Intrinsics } from './intrinsics'
import { PoseFilter } from './pose-filter'
import type { PoseSolver } from './pose-solver'
import { Pupils } from './pupils'
import { matrixOf, multiply, turnBy } from './rotation'

/** Corners of the eyes: outer right, inner right, inner left, outer left of the wearer. */
const EYES = [33, 133, 362, 263] as const
const IRISES = [468, 473] as const
/** A gap after which the last pose is no start any more, seconds. */
const STALE = 0.5
/** A fit worse than this multiple of what it settled to means another person, or a hand before the face. */
const REOPEN = 1.8
/** Breadth of a face whose points are as noisy as the filter assumes, pixels: about 60 between the eyes. */
const USUAL_BREADTH = 130
/** Between the pupils of the average head, metres (Dodgson 2004: 63.4 ± 3.8 mm). */
const EYES_APART = 0.063
const DEGREES = 180 / Math.PI

/** What a filter assumes of a head's pose; tuned on recorded clips at rest and in motion (docs/tryon-fit.md). */
export const HEAD_FILTER = {
  across: { noise: 0.0009, unrest: 0.0002, surprise: 5 },
  depth: { noise: 0.002, unrest: 0.002, surprise: 5 },
  turn: { noise: 0.007, unrest: 0.003, surprise: 5 },
  patience: STALE,
} as const

/** One person while they are seen: their shape, size, pose and what follows from these. */
export class FaceTrack {
  readonly id: number
  readonly fit: HeadFit
  /** Middle of the face and its breadth in the last frame, pixels. */
  x = 0
  y = 0
  breadth = 1
  time = Number.NaN
  readonly #pose = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #shown = { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) }
  readonly #shape = new HeadShape()
  readonly #scale = new HeadScale()
  readonly #pupils = new Pupils()
  readonly #surface = new FaceSurface()
  readonly #marks = new HeadMarksEstimate()
  readonly #filter = new PoseFilter(HEAD_FILTER)
  readonly #solver: PoseSolver
  readonly #points: {
    model: Float64Array
    pixels: Float64Array
    weights: Float64Array
    count: number
  }
  readonly #matrix = new Float64Array(9)
  readonly #residuals = new Float64Array(2 * RIGID_COUNT)
  readonly #depths = Float64Array.from({ length: LANDMARKS }, (_, i) => AVERAGE_HEAD[3 * i + 2] as number)
  readonly #turn = new Float64Array(4)
  /** Yaw, pitch against the ray to the camera. */
  #viewYaw = 0
  #viewPitch = 0
  #usual = 0
  #frames = 0

  /** @param solver shared: it keeps nothing between calls */
  constructor(id: number, solver: PoseSolver) {
    this.id = id
    this.#solver = solver
    this.#points = {
      model: this.#shape.expected,
      pixels: new Float64Array(2 * RIGID_COUNT),
      weights: this.#shape.trust,
      count: RIGID_COUNT,
    }
    this.fit = {
      id,
      pose: { position: new Float64Array(3), quaternion: new Float64Array([0, 0, 0, 1]) },
      points: new Float32Array(2 * LANDMARKS),
      surface: new Float32Array(3 * LANDMARKS),
      marks: this.#marks.marks,
      pd: undefined,
      yaw: 0,
      pitch: 0,
      roll: 0,
      residual: 0,
    }
  }

  /** Takes the face of one frame. */
  update(face: FaceLandmarks, time: number, camera: Intrinsics): void {
    const dt = time - this.time
    const seen = face.points
    const warm = dt >= 0 && dt < STALE
    this.time = time
    this.#measure(seen)
    for (let i = 0; i < RIGID_COUNT; i++) {
      const landmark = RIGID[i] as number
      this.#points.pixels[2 * i] = seen[3 * landmark] as number
      this.#points.pixels[2 * i + 1] = seen[3 * landmark + 1] as number
    }
    if (!warm) {
      this.#guess(seen, camera)
      this.#solve(camera, 20)
      this.#filter.reset()
      this.#surface.reset()
      this.#scale.loosen()
      this.#pupils.loosen()
    }
    // Landmarks slide with the direction, which the frame before or the first solution gave.
    this.#solve(camera, 6)
    const rms = this.#solve(camera, 4)
    const metresPerPixel = -(this.#pose.position[2] as number) / camera.focal
    const error = this.#study(camera, metresPerPixel, rms)
    this.#filter.update(this.#pose, time, this.#shown, this.#noise())
    this.#surface.see(
      seen,
      camera,
      matrixOf(this.#matrix, this.#pose.quaternion),
      this.#pose.position,
      this.#depths,
      warm ? dt : 1 / 30,
    )
    this.#sizeUp()
    this.#write(camera, error / EYES_APART, face.lobes)
    this.#frames += 1
  }

  #measure(seen: Float32Array): void {
    let x = 0
    let y = 0
    for (const landmark of EYES) {
      x += (seen[3 * landmark] as number) / 4
      y += (seen[3 * landmark + 1] as number) / 4
    }
    this.x = x
    this.y = y
    this.breadth = Math.hypot(
      (seen[3 * 454] as number) - (seen[3 * 234] as number),
      (seen[3 * 454 + 1] as number) - (seen[3 * 234 + 1] as number),
    )
  }

  /** A start from nothing: direction and roll of the line through the eyes, turn from the tracker's own depths. */
  #guess(seen: Float32Array, camera: Intrinsics): void {
    const [a, , , b] = EYES
    const dx = (seen[3 * b] as number) - (seen[3 * a] as number)
    const dy = (seen[3 * b + 1] as number) - (seen[3 * a + 1] as number)
    const dz = (seen[3 * b + 2] as number) - (seen[3 * a + 2] as number)
    const across = Math.hypot(dx, dy, dz)
    const size = (AVERAGE_HEAD[3 * b] as number) - (AVERAGE_HEAD[3 * a] as number)
    const depth = (camera.focal * size) / Math.max(across, 1)
    const p = this.#pose.position
    p[0] = ((this.x - camera.centreX) / camera.focal) * depth
    p[1] = (-(this.y - camera.centreY) / camera.focal) * depth
    p[2] = -depth
    // The tracker's z grows away from the camera: of a head turned to its left, the left eye is further away.
    const yaw = Math.atan2(dz, Math.hypot(dx, dy))
    const q = this.#pose.quaternion
    turnBy(q, 0, 0, -Math.atan2(dy, dx))
    multiply(q, q, turnBy(this.#turn, 0, clamp(yaw, -1.2, 1.2), 0))
  }

  /** From where the camera sees the head. */
  #look(): void {
    const r = matrixOf(this.#matrix, this.#pose.quaternion)
    const p = this.#pose.position
    const px = p[0] as number
    const py = p[1] as number
    const pz = p[2] as number
    const length = Math.hypot(px, py, pz)
    const x = -((r[0] as number) * px + (r[3] as number) * py + (r[6] as number) * pz) / length
    const y = -((r[1] as number) * px + (r[4] as number) * py + (r[7] as number) * pz) / length
    const z = -((r[2] as number) * px + (r[5] as number) * py + (r[8] as number) * pz) / length
    this.#viewYaw = Math.atan2(-x, z)
    this.#viewPitch = Math.asin(clamp(-y, -1, 1))
  }

  /** Far off, a face has fewer pixels and more noise: as a share of a usual one's. */
  #noise(): number {
    return clamp(USUAL_BREADTH / Math.max(this.breadth, 20), 0.6, 2.5)
  }

  #solve(camera: Intrinsics, iterations: number): number {
    this.#look()
    this.#shape.expect(this.#viewYaw, this.#viewPitch)
    return this.#solver.solve(this.#points, camera, this.#pose, iterations)
  }

  /** Learns the person's shape from how this frame departs from what was expected; gives the error that is left, metres. */
  #study(camera: Intrinsics, metresPerPixel: number, rms: number): number {
    let error = rms * metresPerPixel
    if (!(error < 0.02)) return error
    if (this.#frames > 30 && error > REOPEN * this.#usual) {
      this.#shape.reopen()
      this.#usual = error
    }
    this.#usual += (this.#usual === 0 ? 1 : 0.05) * (error - this.#usual)
    if (!this.#shape.listens(this.#viewYaw, this.#viewPitch)) return error
    // A first view moves the shape far: pose and shape are solved in turn until they agree.
    for (let turn = this.#frames === 0 ? 3 : 1; turn > 0; turn--) {
      this.#compare(camera)
      this.#shape.learn(this.#viewYaw, this.#viewPitch, this.#matrix, this.#pose.position, this.#residuals)
      if (turn > 1) {
        this.#solve(camera, 6)
        error = this.#solve(camera, 4) * metresPerPixel
        this.#shape.reopen(0)
      }
    }
    for (let i = 0; i < RIGID_COUNT; i++) {
      this.#depths[RIGID[i] as number] = this.#shape.rest[3 * i + 2] as number
    }
    return this.#solve(camera, 4) * metresPerPixel
  }

  /** What is seen minus what was expected, metres at each landmark's depth, right and up. */
  #compare(camera: Intrinsics): void {
    const r = matrixOf(this.#matrix, this.#pose.quaternion)
    const p = this.#pose.position
    const { model, pixels } = this.#points
    for (let i = 0; i < RIGID_COUNT; i++) {
      const mx = model[3 * i] as number
      const my = model[3 * i + 1] as number
      const mz = model[3 * i + 2] as number
      const x = (r[0] as number) * mx + (r[1] as number) * my + (r[2] as number) * mz + (p[0] as number)
      const y = (r[3] as number) * mx + (r[4] as number) * my + (r[5] as number) * mz + (p[1] as number)
      const z = (r[6] as number) * mx + (r[7] as number) * my + (r[8] as number) * mz + (p[2] as number)
      const k = -z / camera.focal
      this.#residuals[2 * i] = ((pixels[2 * i] as number) - camera.centreX) * k - x
      this.#residuals[2 * i + 1] = (camera.centreY - (pixels[2 * i + 1] as number)) * k - y
    }
  }

  /** Size from the irises, distance between the pupils, and the places that things rest on. */
  #sizeUp(): void {
    const s = this.#surface.points
    const facing = Math.cos(this.#viewYaw) * Math.cos(this.#viewPitch)
    // Across only: lids cover an iris above and below, and the tracker follows the lids.
    const weight = clamp((facing - 0.9) / 0.08, 0, 1)
    for (const first of IRISES) this.#scale.see(span(s, first + 1, first + 3), weight / 2)
    const distance = span(s, IRISES[0], IRISES[1])
    this.#pupils.see(distance, Math.hypot(...this.#pose.position), this.#viewYaw)
    this.#marks.update(s, this.#scale.value, facing)
  }

  #write(camera: Intrinsics, residual: number, lobes: Float32Array | undefined): void {
    const scale = this.#scale.value
    const fit = this.fit as { -readonly [Key in keyof HeadFit]: HeadFit[Key] }
    const { position, quaternion } = this.#shown
    for (let k = 0; k < 3; k++) fit.pose.position[k] = (position[k] as number) * scale
    fit.pose.quaternion.set(quaternion)
    const r = matrixOf(this.#matrix, quaternion)
    if (lobes) this.#marks.lobes.see(lobes, r, fit.pose.position, camera)
    const r0 = r[0] as number
    const r1 = r[1] as number
    const r2 = r[2] as number
    const r3 = r[3] as number
    const r4 = r[4] as number
    const r5 = r[5] as number
    const r6 = r[6] as number
    const r7 = r[7] as number
    const r8 = r[8] as number
    const s = this.#surface.points
    for (let i = 0; i < LANDMARKS; i++) {
      const x = s[3 * i] as number
      const y = s[3 * i + 1] as number
      const z = s[3 * i + 2] as number
      const cx = r0 * x + r1 * y + r2 * z + (position[0] as number)
      const cy = r3 * x + r4 * y + r5 * z + (position[1] as number)
      const k = camera.focal / -(r6 * x + r7 * y + r8 * z + (position[2] as number))
      fit.points[2 * i] = camera.centreX + k * cx
      fit.points[2 * i + 1] = camera.centreY - k * cy
      fit.surface[3 * i] = x * scale
      fit.surface[3 * i + 1] = y * scale
      fit.surface[3 * i + 2] = z * scale
    }
    fit.yaw = Math.atan2(r2, r8) * DEGREES
    fit.pitch = Math.asin(clamp(r5, -1, 1)) * DEGREES
    fit.roll = Math.atan2(r3, r4) * DEGREES
    fit.pd = this.#pupils.tell(scale, this.#scale.uncertainty)
    fit.residual = residual
  }
}

function span(points: Float64Array, a: number, b: number): number {
  const x = (points[3 * a] as number) - (points[3 * b] as number)
  const y = (points[3 * a + 1] as number) - (points[3 * b + 1] as number)
  const z = (points[3 * a + 2] as number) - (points[3 * b + 2] as number)
  return Math.sqrt(x * x + y * y + z * z)
}
