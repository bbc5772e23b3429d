/** The palm's roll is divided into this many directions, each so wide (radians): what is seen from one of them over and over is known once. */
const DIRECTIONS = 21
const WIDTH = (6 * Math.PI) / 180
/** Of the angle between palm and forearm in a picture: one standard deviation of what a direction says, radians (random hands held out, docs/tryon-fit.md). */
const NOISE = (3 * Math.PI) / 180
/** A direction's view settles within this time, and is forgotten in this one, seconds. */
const SETTLE = 0.25
const REMEMBER = 30
/** Share of a change of the palm's slope that the wrist may have made, the arm being still. */
const WRIST = 0.3
/** Forearms against palms, tangents: what is expected sideways (towards the little finger) and one deviation of it, and one of the bend that shading and joints tell. */
const SIDEWAYS = { mean: 0.05, deviation: 0.14 } as const
const TOLD = 0.25
/** Wrists bend by up to 60 degrees or so either way (tangent). */
const MOST = 1.7
/** A view that stays off what was known by more than this (radians) for this long (seconds) means that the wrist has moved. */
const SURPRISE = (8.5 * Math.PI) / 180
const PATIENCE = 0.12
/** Numbers of a direction: how surely it was seen, three of its square, two of its right side, the palm's slope. */
const STRIDE = 7

/**
 * How a forearm lies to its hand: two numbers, and each picture shows one, the angle between both as they are drawn. Seen from in front that is the hand's turn sideways; as the palm is rolled
 * to either side, more and more of its bend. Views from different sides tell both (least squares, each direction of the roll counting once), next to what a single picture lets expect.
 */
export class WristBend {
  /** Tangents of the forearm's axis in the palm's frame: out of the back, and across as {@link see} has it. */
  flexion = 0
  sideways = 0
  readonly #views = new Float64Array(DIRECTIONS * STRIDE)
  #surprise = 0
  #seen = false

  /** Forgets: another hand. */
  reset(): void {
    this.#views.fill(0)
    this.#surprise = 0
    this.#seen = false
  }

  /**
   * Takes one view: `across · sideways + out · flexion = rest` holds for the forearm that is drawn.
   *
   * @param across of the normal of the plane of camera and forearm, unit: its share across the palm, `out` out of its back, `rest` against its length
   * @param slope of the palm towards the camera, radians
   * @param sure 0..1, how much the view counts
   * @param dt seconds since the view before
   */
  see(across: number, out: number, rest: number, slope: number, sure: number, dt: number): void {
    const first = !this.#seen
    if (!first) this.#forget(across, out, rest, dt)
    this.#seen = true
    const turned = Math.asin(Math.max(-1, Math.min(1, across < 0 ? -out : out)))
    const at = Math.max(0, Math.min(DIRECTIONS - 1.001, turned / WIDTH + (DIRECTIONS - 1) / 2))
    const below = Math.floor(at)
    const gain = sure * (first ? 1 : 1 - Math.exp(-dt / SETTLE))
    this.#learn(below, gain * (1 - (at - below)), across, out, rest, slope)
    this.#learn(below + 1, gain * (at - below), across, out, rest, slope)
  }

  /** @param expected tangent of the bend as a single picture tells it @param slope of the palm now, radians */
  solve(expected: number, slope: number): void {
    let aa = 1 / SIDEWAYS.deviation ** 2
    let ao = 0
    let oo = 1 / TOLD ** 2
    let ar = aa * SIDEWAYS.mean
    let or = oo * expected
    const views = this.#views
    for (let i = 0; i < views.length; i += STRIDE) {
      const mass = views[i] as number
      if (mass === 0) continue
      const moved = WRIST * (slope - (views[i + 6] as number))
      const weight = mass / (NOISE * NOISE + moved * moved)
      aa += weight * (views[i + 1] as number)
      ao += weight * (views[i + 2] as number)
      oo += weight * (views[i + 3] as number)
      ar += weight * (views[i + 4] as number)
      or += weight * (views[i + 5] as number)
    }
    const determinant = aa * oo - ao * ao
    this.flexion = Math.max(-MOST, Math.min(MOST, (or * aa - ar * ao) / determinant))
    this.sideways = (ar - ao * this.flexion) / aa
  }

  /** A direction's means move towards what is seen, the more the less was seen of it. */
  #learn(direction: number, gain: number, across: number, out: number, rest: number, slope: number): void {
    if (gain <= 0) return
    const views = this.#views
    const i = direction * STRIDE
    const mass = (views[i] as number) + gain * (1 - (views[i] as number))
    const share = gain / mass
    views[i] = mass
    views[i + 1] = (views[i + 1] as number) + share * (across * across - (views[i + 1] as number))
    views[i + 2] = (views[i + 2] as number) + share * (across * out - (views[i + 2] as number))
    views[i + 3] = (views[i + 3] as number) + share * (out * out - (views[i + 3] as number))
    views[i + 4] = (views[i + 4] as number) + share * (across * rest - (views[i + 4] as number))
    views[i + 5] = (views[i + 5] as number) + share * (out * rest - (views[i + 5] as number))
    views[i + 6] = (views[i + 6] as number) + share * (slope - (views[i + 6] as number))
  }

  /** Slowly by itself, at once when this view contradicts the others. */
  #forget(across: number, out: number, rest: number, dt: number): void {
    const off = rest - across * this.sideways - out * this.flexion
    this.#surprise += (1 - Math.exp(-dt / PATIENCE)) * (off * off - this.#surprise)
    const opened = this.#surprise > SURPRISE * SURPRISE
    const kept = Math.exp(-dt / (opened ? PATIENCE : REMEMBER))
    for (let i = 0; i < this.#views.length; i += STRIDE) this.#views[i] = kept * (this.#views[i] as number)
  }
}
