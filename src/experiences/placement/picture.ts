import { PerspectiveCamera, type Scene, type WebGLRenderer } from 'three'
import { activeEmulator } from './emulator/active-emulator'
import type { PlacementWorld } from './placement-world'

/** Longest edge of a picture, pixels: enough for any chat, small enough to send. */
const LONGEST_EDGE = 2048

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
  renderer.clear()
  renderer.render(scene, view)
  const canvas = document.createElement('canvas')
  const source = renderer.domElement
  const scale = Math.min(1, LONGEST_EDGE / Math.max(source.width, source.height))
  canvas.width = Math.round(source.width * scale)
  canvas.height = Math.round(source.height * scale)
  const context = canvas.getContext('2d')
  const emulator = activeEmulator()
  if (context) {
    if (emulator) context.drawImage(emulator.drawRoom(), 0, 0, canvas.width, canvas.height)
    else ground(context, canvas.width, canvas.height)
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
  }
  renderer.xr.enabled = enabled
  renderer.setRenderTarget(target)
  marks.forEach((mark, index) => {
    mark.visible = seen[index] ?? false
  })
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob ? { blob, contains: emulator ? 'room' : 'products' } : undefined
}

/** A warm, light ground: a studio's paper. */
function ground(context: CanvasRenderingContext2D, width: number, height: number): void {
  const paper = context.createLinearGradient(0, 0, 0, height)
  paper.addColorStop(0, '#f4f1ec')
  paper.addColorStop(1, '#ddd7ce')
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
}
