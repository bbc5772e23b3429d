import { createRoot, extend } from '@react-three/fiber'
import type { ReactNode } from 'react'
import { BoxGeometry, Group, Mesh, NeutralToneMapping, PlaneGeometry, Scene, Vector2 } from 'three'
import type { PlacementViewer } from './placement-host'

/** A React Three Fiber root on the viewer's own renderer, for as long as a session lasts. */
export interface SessionRoot {
  readonly scene: Scene
  render(children: ReactNode): void
  /** From now on XR frames are drawn. */
  run(): void
  /** Gives the renderer back as it was. */
  end(): void
}

/**
 * Lends the viewer's renderer to React Three Fiber, so that a page holds one WebGL context and a model that the
 * viewer shows is not uploaded a second time. Only the classes the XR components use are registered.
 */
export function createSessionRoot(viewer: PlacementViewer): SessionRoot {
  extend({ Group, Mesh, BoxGeometry, PlaneGeometry })
  const { renderer } = viewer
  const canvas = renderer.domElement
  const { width: styleWidth, height: styleHeight } = canvas.style
  const { width, height } = renderer.getSize(new Vector2())
  const { enabled: xrWasEnabled } = renderer.xr
  const scene = new Scene()
  scene.environment = viewer.scene.environment
  scene.environmentIntensity = viewer.scene.environmentIntensity
  const root = createRoot(canvas)
  // A renderer instance is configured synchronously; the promise is only for factories.
  void root.configure({
    gl: renderer,
    scene,
    // Outside of XR frames the viewer draws, not this root.
    frameloop: 'never',
    dpr: renderer.getPixelRatio(),
    size: { width, height, top: 0, left: 0 },
  })
  // It styles the canvas in pixels and takes a tone mapping of its own.
  canvas.style.width = styleWidth
  canvas.style.height = styleHeight
  renderer.toneMapping = NeutralToneMapping
  renderer.toneMappingExposure = 1
  const store = root.render(null)
  return {
    scene,
    render: (children) => void root.render(children),
    run: () => store.getState().setFrameloop('always'),
    end() {
      store.getState().setFrameloop('never')
      // Unmounting frees whatever hangs on the scene; the environment is the viewer's.
      scene.environment = null
      root.unmount()
      renderer.xr.enabled = xrWasEnabled
      renderer.setAnimationLoop(null)
      canvas.style.width = styleWidth
      canvas.style.height = styleHeight
    },
  }
}
