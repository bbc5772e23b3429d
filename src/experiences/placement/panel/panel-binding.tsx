import type { ThreeEvent } from '@react-three/fiber'
import type { Panel } from './panel'

/** Gives the panel what rays and fingertips do to it. */
export function PanelBinding({ panel }: { readonly panel: Panel }) {
  const on = (act: (input: XRInputSource, event: ThreeEvent<PointerEvent>) => void) => {
    return (event: ThreeEvent<PointerEvent>) => {
      const input = inputOf(event)
      if (!input) return
      event.stopPropagation()
      act(input, event)
    }
  }
  return (
    <primitive
      object={panel.node}
      dispose={null}
      onPointerMove={on((input, event) => panel.point(input, event.point))}
      onPointerEnter={on((input, event) => panel.point(input, event.point))}
      onPointerLeave={on((input) => panel.point(input, undefined))}
      onPointerDown={on((input, event) => panel.press(input, event.point))}
      onPointerUp={on((input, event) => panel.release(input, event.point))}
    />
  )
}

/** The XR input behind a pointer event of @pmndrs/pointer-events. */
function inputOf(event: ThreeEvent<PointerEvent>): XRInputSource | undefined {
  const { pointerState } = event as { pointerState?: { inputSource?: XRInputSource } }
  return pointerState?.inputSource
}
