/**
 * The session's hit tests: one along the shopper's gaze, one along each tracked controller or hand, and on phones
 * one along each finger (where the browser can).
 */
export class HitSources {
  private viewer: XRHitTestSource | undefined
  private touch: XRTransientInputHitTestSource | undefined
  private readonly inputs = new Map<XRInputSource, XRHitTestSource | undefined>()
  private ended = false

  constructor(private readonly session: XRSession) {}

  async start(): Promise<void> {
    const { session } = this
    if (!session.requestHitTestSource) return
    session.addEventListener('inputsourceschange', this.onInputs)
    for (const input of session.inputSources) this.add(input)
    const space = await session.requestReferenceSpace('viewer')
    const source = await session.requestHitTestSource({ space })
    if (!source) return
    if (this.ended) source.cancel()
    else this.viewer = source
    const touch = await session
      .requestHitTestSourceForTransientInput?.({ profile: 'generic-touchscreen' })
      ?.catch(() => undefined)
    if (!touch) return
    if (this.ended) touch.cancel()
    else this.touch = touch
  }

  /** Hits along an input's ray, or along the gaze. Nearest first; empty while the source is not ready. */
  along(frame: XRFrame, input: XRInputSource | undefined): readonly XRHitTestResult[] {
    const source = (input && this.inputs.get(input)) ?? this.viewer
    return source ? frame.getHitTestResults(source) : NONE
  }

  /** Hits under the first finger on the glass. */
  underFinger(frame: XRFrame): readonly XRHitTestResult[] {
    if (!this.touch) return NONE
    return frame.getHitTestResultsForTransientInput(this.touch)[0]?.results ?? NONE
  }

  dispose(): void {
    this.ended = true
    this.session.removeEventListener('inputsourceschange', this.onInputs)
    for (const source of [this.viewer, this.touch, ...this.inputs.values()]) cancel(source)
    this.inputs.clear()
    this.viewer = undefined
    this.touch = undefined
  }

  private readonly onInputs = (event: XRInputSourcesChangeEvent) => {
    for (const input of event.removed) {
      cancel(this.inputs.get(input))
      this.inputs.delete(input)
    }
    for (const input of event.added) this.add(input)
  }

  private add(input: XRInputSource): void {
    if (input.targetRayMode !== 'tracked-pointer' || this.inputs.has(input)) return
    this.inputs.set(input, undefined)
    this.session
      .requestHitTestSource?.({ space: input.targetRaySpace })
      ?.then((source) => {
        if (this.ended || !this.inputs.has(input)) source.cancel()
        else this.inputs.set(input, source)
      })
      .catch(() => undefined)
  }
}

const NONE: readonly XRHitTestResult[] = Object.freeze([])

function cancel(source: { cancel(): void } | undefined): void {
  try {
    source?.cancel()
  } catch {
    // The session has ended and took its sources along.
  }
}
