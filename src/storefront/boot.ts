/**
 * The first code of every page, kept small. On a product's page it starts the 3D view at once over the prerendered
 * HTML, and React takes the page over after the first frame or at the shopper's first touch, whichever is earlier.
 */
import { isLanguage } from '../core/languages'
import type { Stand } from '../core/product'
import { Stage } from './stage'

/** Events by which a shopper shows that the page must answer now. */
const TOUCHES = ['pointerdown', 'keydown', 'focusin', 'dragenter'] as const

/** Starts the page; where its address names a language's folder, once that is left. */
export function boot(): void {
  if (isLanguage(location.pathname.split('/')[1])) {
    void import('./language-folder')
      .then(({ leaveLanguageFolder }) => leaveLanguageFolder())
      .then(start, start)
  } else start()
}

function start(): void {
  const stage = new Stage()
  const early = keepClicks()
  const slot = document.querySelector<HTMLElement>('.stage-slot[data-model]')
  if (slot) startEarly(stage, slot, early)
  else takeOver(stage, early)
}

/** Shows the product of the page, in the variant of the address, from what the HTML says. */
function startEarly(stage: Stage, slot: HTMLElement, early: EarlyClicks): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('.variants input')]
  const asked = new URLSearchParams(location.search).get('v')
  const radio = radios.find(({ value }) => value === asked) ?? radios.find(({ checked }) => checked)
  const poster = document.querySelector<HTMLImageElement>('.stage-poster')
  if (radio && radio.value === asked) {
    radio.checked = true
    if (poster && radio.dataset.poster) poster.src = radio.dataset.poster
  }
  const { model = '', name = '', on } = slot.dataset
  stage.attach(slot)
  const shown = stage.show({
    key: model,
    source: model,
    label: name,
    ...(on ? { on: on as Stand } : {}),
    ...(radio?.dataset.material ? { variant: radio.dataset.material } : {}),
  })
  const touched = new Promise<Event>((resolve) => {
    for (const type of TOUCHES) addEventListener(type, resolve, { once: true, capture: true })
  })
  document.addEventListener('change', followChoice)
  void Promise.race([shown, touched]).then(() => takeOver(stage, early))
}

/** Before React: a chosen variant goes into the address, from where React will read it. */
function followChoice(event: Event): void {
  const { target } = event
  if (!(target instanceof HTMLInputElement) || target.name !== 'variant') return
  const address = new URL(location.href)
  address.searchParams.set('v', target.value)
  history.replaceState(history.state, '', address)
}

interface EarlyClicks {
  /** React answers from now on: what it hears itself must not be repeated. */
  stop(): void
  /** Makes the last press before that again. */
  repeat(): void
}

/** Remembers the last button pressed before React can answer it. */
function keepClicks(): EarlyClicks {
  let last: HTMLElement | undefined
  const keep = (event: Event) => {
    if (event.target instanceof Element) last = event.target.closest<HTMLElement>('button') ?? undefined
  }
  addEventListener('click', keep, true)
  return {
    stop: () => removeEventListener('click', keep, true),
    repeat() {
      if (last?.isConnected) last.click()
    },
  }
}

function takeOver(stage: Stage, early: EarlyClicks): void {
  // On its way at the same time as the code that reads it.
  const catalogue = fetch('/catalogue.json')
  catalogue.catch(() => undefined)
  import('./take-over')
    .then(({ takeOver }) =>
      takeOver(stage, catalogue, () => {
        document.removeEventListener('change', followChoice)
        early.stop()
      }),
    )
    .then(early.repeat)
    .catch(reportUnreachable)
}

/** The HTML stays readable without its script; whoever was promised more can try again by reloading. */
function reportUnreachable(error: unknown): void {
  document.documentElement.dataset.script = 'unreachable'
  throw error
}
