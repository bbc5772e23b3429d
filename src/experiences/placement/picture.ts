import { type Camera, PerspectiveCamera, type Scene, Vector4, type WebGLRenderer } from 'three'
import { activeEmulator } from './emulator/active-emulator'
import type { PlacementWorld } from './placement-world'

/** Longest edge of a picture, pixels: enough for any chat, small enough to send. */
const LONGEST_EDGE = 2048

const viewport = new Vector4()

/** A picture of the room, and what can be seen in it. */
export interface Picture {
  readonly blob: Blob
  readonly contains: 'products' | 'room'
}

/**
 * Takes a picture of what is placed, as the shopper sees it.
 *
 * A browser does not hand out the camera's image in AR, so the picture shows the products on a plain ground; with an
 * emulated device the room is there too. Reticle, ghost and marks are not in it.
 *
 * @returns undefined when the device gave no picture
 */
export async function takePicture(
  renderer: WebGLRenderer,
  scene: Scene,
  world: PlacementWorld,
): Promise<Picture | undefined> {
  const { camera } = world
  if (!camera) return undefined
  const marks = [world.reticle.node, world.ghost.node, ...world.marks]
  const seen = marks.map((mark) => mark.visible)
  for (const mark of marks) mark.visible = false
  const view = new PerspectiveCamera()
  view.matrixWorldAutoUpdate = false
  view.matrixAutoUpdate = false
  view.matrixWorld.copy(camera.matrixWorld)
  view.matrixWorldInverse.copy(camera.matrixWorldInverse)
  view.projectionMatrix.copy(camera.projectionMatrix)
  view.projectionMatrixInverse.copy(camera.projectionMatrixInverse)
  const target = renderer.getRenderTarget()
  const { enabled } = renderer.xr
  // Into the canvas itself: the session's own framebuffer cannot be read.
  renderer.xr.enabled = false
  renderer.setRenderTarget(null)
  renderer.getViewport(viewport)
  const ratio = renderer.getPixelRatio()
  const { width, height } = eyeSize(camera, renderer.domElement)
  renderer.setViewport(0, 0, width / ratio, height / ratio)
  renderer.clear()
  renderer.render(scene, view)
  const canvas = document.createElement('canvas')
  const source = renderer.domElement
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  const emulator = activeEmulator()
  if (context) {
    if (emulator) context.drawImage(emulator.drawRoom(), 0, 0, canvas.width, canvas.height)
    else ground(context, canvas.width, canvas.height)
    // WebGL's viewport begins at the bottom left, an image's at the top left.
    const top = source.height - height
    context.drawImage(source, 0, top, width, height, 0, 0, canvas.width, canvas.height)
  }
  renderer.setViewport(viewport)
  renderer.xr.enabled = enabled
  renderer.setRenderTarget(target)
  marks.forEach((mark, index) => {
    mark.visible = seen[index] ?? false
  })
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob ? { blob, contains: emulator ? 'room' : 'products' } : undefined
}

/** Size of one eye's picture in pixels, as far as the canvas holds it. */
function eyeSize(camera: Camera, canvas: HTMLCanvasElement): { width: number; height: number } {
  const { projectionMatrix } = camera
  // Columns 0 and 1 hold 1/aspect and 1 of the same focal length.
  const aspect = (projectionMatrix.elements[5] ?? 1) / (projectionMatrix.elements[0] ?? 1)
  const width = Math.min(canvas.width, Math.round(canvas.height * aspect))
  return { width, height: Math.min(canvas.height, Math.round(width / aspect)) }
}

/** A warm, light ground: a studio's paper. */
function ground(context: CanvasRenderingContext2D, width: number, height: number): void {
  const paper = context.createLinearGradient(0, 0, 0, height)
  paper.addColorStop(0, '#f4f1ec')
  paper.addColorStop(1, '#ddd7ce')
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
}
