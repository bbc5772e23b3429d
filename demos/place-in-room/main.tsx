import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Catalogue } from '../../src/core/catalogue'
import { createIntentDoor } from '../../src/core/intent-door'
import { localText } from '../../src/core/local-text'
import { createMessages, resolveLanguage } from '../../src/core/messages'
import { parseCatalogue } from '../../src/core/parse-catalogue'
import { decodeRoom } from '../../src/core/room-code'
import { Viewer } from '../../src/engine/viewer'
import { emulatorAsked } from '../../src/experiences/placement/emulator/emulator-asked'

const language = resolveLanguage({
  asked: new URLSearchParams(location.search).get('lang'),
  preferred: navigator.languages,
})
const files = import.meta.glob<Record<string, string>>(
  '../../assets/messages/*/{core,engine,placement}.json',
  {
    import: 'default',
  },
)
const rooms = await Promise.all(
  Object.entries(files).flatMap(([path, load]) => (path.includes(`/${language}/`) ? [load()] : [])),
)
const messages = createMessages(language, Object.assign({}, ...rooms))

// An address with ?xr=emulate brings an emulated headset, ?xr=emulate-phone a phone.
const emulated = emulatorAsked(location.search)
if (emulated) {
  const { installEmulator } = await import('../../src/experiences/placement/emulator/install-emulator')
  await installEmulator(emulated)
}

// Fetched before the click: the browser opens AR only while it still remembers one.
const placement = import('../../src/experiences/placement/open-placement')
const door = createIntentDoor()

function App({ catalogue }: { catalogue: Catalogue }) {
  const host = useRef<HTMLDivElement>(null)
  const viewer = useRef<Viewer>(undefined)
  const [sku, setSku] = useState(catalogue.products[0]?.sku)
  const [fault, setFault] = useState<string>()
  const [left, setLeft] = useState(0)
  const product = catalogue.products.find((each) => each.sku === sku)
  const variant = product?.variants[0]

  useEffect(() => {
    if (!host.current) return
    viewer.current = new Viewer(host.current)
    return () => viewer.current?.dispose()
  }, [])
  useEffect(() => {
    if (!product || !variant) return
    viewer.current?.show(`/${product.model.glb}`, {
      variant: variant.materialVariant,
      on: 'on' in product.situation ? product.situation.on : undefined,
    })
  }, [product, variant])

  const enter = async () => {
    const overlay = document.getElementById('overlay')
    if (!viewer.current || !overlay || !product || !variant) return
    setFault(undefined)
    const { openPlacement } = await placement
    const shared = location.hash ? decodeRoom(location.hash) : undefined
    const opened = await openPlacement({
      viewer: viewer.current,
      models: viewer.current.models,
      catalogue,
      ...(shared?.ok ? { room: shared.room } : { first: { sku: product.sku, variant: variant.id } }),
      messages,
      language,
      door,
      overlay,
      onEnd: (room) => setLeft(room.items.length),
    })
    if (!opened.ok) setFault(messages(`placement.fault.${opened.fault.code}`))
  }

  return (
    <main>
      <div className="stage" ref={host} />
      <p>
        <select aria-label="Product" value={sku} onChange={(event) => setSku(event.target.value)}>
          {catalogue.products.map((each) => (
            <option key={each.sku} value={each.sku}>
              {localText(each.name, language)}
            </option>
          ))}
        </select>{' '}
        <button type="button" className="go" onClick={enter}>
          See it in your room
        </button>
      </p>
      {left > 0 ? <p>Left standing in your room: {left}</p> : null}
      {fault ? (
        <p className="fault" role="alert">
          {fault}
        </p>
      ) : null}
    </main>
  )
}

const parsed = parseCatalogue(await (await fetch('/catalogue.json')).json())
const root = document.getElementById('root')
if (parsed.ok && root) createRoot(root).render(<App catalogue={parsed.catalogue} />)
