// The whole engine on a plain page: copy this file, its HTML and its CSS, and change the address of the model.
import english from '../../assets/messages/en/engine.json'
import { createMessages } from '../../src/core/messages'
import type { ModelSource } from '../../src/engine/model-source'
import { Viewer } from '../../src/engine/viewer'

const messages = createMessages('en', english)
const get = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`#${id} is missing`)
  return element
}
const stage = get('stage', HTMLElement)
const progress = get('progress', HTMLProgressElement)
const fault = get('fault', HTMLElement)
const name = get('name', HTMLElement)
const choices = get('variants', HTMLFieldSetElement)
const dimensions = get('dimensions', HTMLInputElement)
const size = get('size', HTMLElement)
const file = get('file', HTMLInputElement)

const viewer = new Viewer(get('viewer', HTMLElement), { label: 'Lounge chair' })
viewer.on('view', (view) => {
  get('spoken', HTMLElement).textContent = messages('view.describe', { ...view })
})

async function show(source: ModelSource, title: string): Promise<void> {
  stage.dataset.state = 'loading'
  stage.setAttribute('aria-busy', 'true')
  fault.hidden = true
  progress.value = 0
  const result = await viewer.show(source, {
    onProgress: ({ loaded, total }) => {
      if (total > 0) progress.value = loaded / total
    },
  })
  stage.setAttribute('aria-busy', 'false')
  if (!result.ok) {
    stage.dataset.state = 'fault'
    fault.textContent = messages(`fault.${result.fault.code}`, result.fault.detail)
    fault.hidden = false
    return
  }
  name.textContent = title
  const { width, height, depth } = result.model.dimensions
  const rows = { Width: width, Height: height, Depth: depth }
  size.replaceChildren(
    ...Object.entries(rows).flatMap(([term, metres]) => [
      element('dt', term),
      element('dd', centimetres(metres)),
    ]),
  )
  offerVariants(result.model.variants)
  drawDimensions()
  stage.dataset.state = 'ready'
}

function offerVariants(names: readonly string[]): void {
  choices.hidden = names.length < 2
  const labels = names.map((variant, index) => {
    const radio = document.createElement('input')
    radio.type = 'radio'
    radio.name = 'variant'
    radio.checked = index === 0
    radio.addEventListener('change', () => viewer.setVariant(variant))
    const label = element('label', variant)
    label.prepend(radio)
    return label
  })
  choices.querySelector('.choices')?.replaceChildren(...labels)
}

function drawDimensions(): void {
  const measured = viewer.model?.dimensions
  viewer.setDimensions(
    dimensions.checked && measured
      ? {
          width: centimetres(measured.width),
          height: centimetres(measured.height),
          depth: centimetres(measured.depth),
        }
      : null,
  )
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function centimetres(metres: number): string {
  return `${(metres * 100).toFixed(1)} cm`
}

dimensions.addEventListener('change', drawDimensions)
file.addEventListener('change', () => {
  const [picked] = file.files ?? []
  if (picked) show(picked, picked.name)
})
const asked = new URLSearchParams(location.search).get('model')
show(asked ?? '/models/lounge-chair/lounge-chair.glb', asked ? 'Your model' : 'Lounge chair')
