// Trying on on a plain page: copy this file, its HTML and its CSS, and change the catalogue and the kind.
import english from '../../assets/messages/en/tryon.json'
import { createMessages } from '../../src/core/messages'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import { openTryOn } from '../../src/experiences/tryon/open-try-on'

const messages = createMessages('en', english)
const get = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`#${id} is missing`)
  return element
}
const show = (element: HTMLElement, text: string) => {
  element.hidden = text === ''
  element.textContent = text
}

const parsed = parseCatalogue(await (await fetch('/catalogue.json')).json())
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
const { catalogue } = parsed
const frames = catalogue.products.filter(({ kind }) => kind === 'eyewear')

// A demo may wait for its code; a shop fetches it on intent.
const tryOn = await openTryOn({ catalogue, address: (path) => new URL(`/${path}`, location.href).href })
tryOn.attach(get('picture'))
tryOn.store.subscribe(({ phase, fault, guidance, seen, source }) => {
  show(
    get('fault'),
    fault ? `${messages(`tryon.fault.${fault.code}`)} ${messages(`tryon.remedy.${fault.code}`)}` : '',
  )
  show(
    get('hint'),
    phase === 'loading' ? 'One moment …' : guidance ? messages(`tryon.guidance.${guidance}`) : '',
  )
  const who = source?.kind === 'model' ? 'A model' : 'You'
  get('picture').setAttribute('aria-label', seen ? `${who} with the glasses` : 'Nobody is seen yet')
})

get('frames').replaceChildren(
  ...frames.map(({ sku, name, variants }, index) => {
    const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'frame' })
    radio.checked = index === 0
    radio.addEventListener('change', () => tryOn.wear({ sku, variant: variants[0]?.id ?? '' }))
    const label = document.createElement('label')
    label.append(radio, name.en)
    return label
  }),
)

get('camera').addEventListener('click', () => tryOn.use({ kind: 'camera', facing: 'user' }))
get('model').addEventListener('click', () => tryOn.use({ kind: 'model', id: 'kenji' }))
get('photo').addEventListener('change', ({ currentTarget }) => {
  const [file] = (currentTarget as HTMLInputElement).files ?? []
  if (file) void tryOn.use({ kind: 'photo', file })
})
addEventListener('pagehide', () => tryOn.stop())

const [first] = frames
if (first) {
  void tryOn.wear({ sku: first.sku, variant: first.variants[0]?.id ?? '' })
  await tryOn.use({ kind: 'model', id: 'kenji' })
}
