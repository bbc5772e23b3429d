// The peer's page, written as its documentation shows, with every setting that keeps the comparison even.
import { ModelViewerElement } from './model-viewer.min.js'

const { searchParams } = new URL(location.href)
// Same pixels: no lowering of the resolution while it moves.
ModelViewerElement.minimumRenderScale = 1
// The decoder is inside the library, which loads the model only after this script has come: one without a trip.
ModelViewerElement.meshoptDecoderLocation = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }))

const element = document.createElement('model-viewer')
for (const [name, value] of Object.entries({
  'camera-controls': '',
  'interaction-prompt': 'none',
  'environment-image': 'neutral',
  'tone-mapping': 'neutral',
  'shadow-intensity': '1',
  loading: 'eager',
  'camera-orbit': searchParams.get('orbit'),
  'camera-target': searchParams.get('target'),
  'field-of-view': searchParams.get('fov'),
  src: searchParams.get('model'),
})) {
  if (value !== null) element.setAttribute(name, value)
}
element.style.setProperty('--width', `${searchParams.get('width')}px`)
element.style.setProperty('--height', `${searchParams.get('height')}px`)
element.addEventListener('load', () => {
  window.benchLoaded = performance.now()
})
document.body.append(element)
