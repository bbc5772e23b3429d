import { useFrame } from '@react-three/fiber'
import { useXRStore } from '@react-three/xr'
import { useEffect } from 'react'
import { ArrayCamera } from 'three'
import type { PlacementWorld } from './placement-world'

interface Props {
  readonly world: PlacementWorld
  /** Before the world reads the frame. */
  readonly onFrame: (frame: XRFrame, space: XRReferenceSpace, seconds: number) => void
  /** Everything that listens for the session is mounted: it may begin. */
  readonly onReady: () => void
}

/** Hangs the framework-free world into the XR scene and gives it each frame. */
export function WorldBinding({ world, onFrame, onReady }: Props) {
  const store = useXRStore()
  useEffect(onReady, [onReady])
  useFrame(({ camera }, seconds, frame) => {
    const space = store.getState().originReferenceSpace
    if (!frame || !space) return
    // Of a phone's one view or a headset's two, the first: rays from the glass go through it.
    world.camera = camera instanceof ArrayCamera ? (camera.cameras[0] ?? camera) : camera
    onFrame(frame, space, seconds)
    world.update(frame, space)
  })
  return <primitive object={world.node} dispose={null} />
}
