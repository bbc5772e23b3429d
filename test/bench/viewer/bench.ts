import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../architecture/source-files'
import { type Bench, type Row, spread } from '../bench'
import { CONDITIONS } from './condition'
import { type Opened, openAndMeasure, type Sample } from './measure'
import { peerName, serveSite } from './site'

type Metric = keyof Sample

const UNITS: Readonly<Record<Metric, string>> = {
  time_to_frame_ms: 'ms',
  js_gzip_kb: 'KB',
  main_thread_ms: 'ms',
  heap_mb: 'MB',
  draws: '',
  frame_ms: 'ms',
  idle_frames: '',
}

const OURS = ['engine', 'product'] as const
const PEER = 'model-viewer'
type Case = (typeof OURS)[number] | typeof PEER

/** Ours / theirs at most; a target for the value itself where it must be exact. */
const TARGETS: Readonly<Record<(typeof OURS)[number], Partial<Record<Metric, number>>>> = {
  engine: { time_to_frame_ms: 0.8, js_gzip_kb: 0.7, main_thread_ms: 0.75, heap_mb: 0.7, idle_frames: 0 },
  product: { time_to_frame_ms: 0.9, js_gzip_kb: 1, idle_frames: 0 },
}

/**
 * Our viewer beside the peer's, with the same file, framing and pixels: `engine` is a bare page with the
 * framework-free engine, `product` the storefront's product page, cold.
 *
 * Extra switches: `--sku lounge-chair`, `--model FILE.glb` (engine and peer only), `--pictures FOLDER`.
 */
export const bench: Bench = {
  name: 'viewer',
  async run({ runs, extra }) {
    const sku = extra.sku ?? 'lounge-chair'
    const cases: Case[] = [...OURS.filter((name) => name === 'engine' || !extra.model), PEER]
    const server = await serveSite(extra.model)
    const base = `http://127.0.0.1:${server.port}`
    const pictures = extra.pictures ?? join(ROOT, '.cache', 'bench', 'pictures')
    mkdirSync(pictures, { recursive: true })
    try {
      const model = extra.model ? '/bench/model.glb' : `/models/${sku}/${sku}.glb`
      const productUrl = `${base}/p/${sku}?tier=high&lang=en`
      // Not measured: finds the size of the storefront's picture and our framing, which every page is then given.
      const calm = { name: 'rehearsal', cpu: 1 }
      const canvas = extra.model
        ? { width: 800, height: 600 }
        : (await openAndMeasure(productUrl, calm)).canvas
      const size = `model=${encodeURIComponent(model)}&width=${canvas.width}&height=${canvas.height}`
      const engineUrl = `${base}/bench/engine.html?${size}`
      const { view } = await openAndMeasure(engineUrl, calm)
      if (!view) throw new Error('the engine page told no view')
      const orbit = `${view.yaw}rad ${Math.PI / 2 - view.pitch}rad ${view.distance}m`
      const target = view.target.map((metres) => `${metres}m`).join(' ')
      const peerUrl = `${base}/bench/model-viewer.html?${size}&${new URLSearchParams({ orbit, target, fov: `${view.fov}deg` })}`
      const urls: Record<Case, string> = { engine: engineUrl, product: productUrl, [PEER]: peerUrl }

      const rows: Row[] = []
      for (const condition of CONDITIONS) {
        const samples = new Map<Case, Sample[]>(cases.map((name) => [name, []]))
        for (let run = 0; run < runs; run++) {
          for (const name of shuffled(cases)) {
            const picture = run === 0 ? join(pictures, `${name}-${condition.cpu}.png`) : undefined
            const opened = await openAndMeasure(urls[name], condition, picture)
            complain(name, opened, canvas)
            samples.get(name)?.push(opened.sample)
          }
          console.log(`${condition.name}: run ${run + 1} of ${runs}`)
        }
        for (const name of cases) rows.push(...rowsOf(name, condition.name, samples))
      }
      const pixels = `${Math.round(canvas.width)}x${Math.round(canvas.height)}`
      return { rows, notes: notes(model, pixels) }
    } finally {
      await server.close()
    }
  },
}

function rowsOf(name: Case, condition: string, samples: ReadonlyMap<Case, readonly Sample[]>): Row[] {
  const own = samples.get(name) ?? []
  const theirs = samples.get(PEER) ?? []
  return (Object.keys(UNITS) as Metric[]).map((metric) => {
    const base = {
      case: `${name}, ${condition}`,
      metric,
      unit: UNITS[metric],
      ...spread(own.map((sample) => sample[metric])),
      runs: own.length,
    }
    if (name === PEER) return base
    const target = TARGETS[name][metric]
    const aim = target === undefined ? {} : { target }
    // Nothing is divided by a count that may be nought.
    if (metric === 'idle_frames') return { ...base, ...aim }
    const ratios = own.map((sample, run) => sample[metric] / (theirs[run]?.[metric] ?? Number.NaN))
    const { value: ratio, min: ratioMin, max: ratioMax } = spread(ratios)
    return { ...base, peer: peerName(), ratio, ratioMin, ratioMax, ...aim }
  })
}

function notes(model: string, pixels: string): string[] {
  return [
    `Both show ${model} on ${pixels} pixels at device pixel ratio 1, with the same camera (position, target, angle of view), Khronos PBR Neutral tone mapping, a neutral studio light and a contact shadow. The lights are each viewer's own.`,
    'time_to_frame_ms: from navigation until the first large draw to the screen has left the GPU (a fence has passed) and, where the page says so itself, the model is loaded.',
    'js_gzip_kb: every script that arrived until 1.5 s after that, gzip. main_thread_ms: tasks of the main thread until then. heap_mb: JavaScript heap after a collection.',
    'frame_ms: median time between two drawn frames during a drag of 3 s. Without a GPU it is the rasteriser that is timed. idle_frames: frames drawn in 5 s without input, once the turn has come to rest.',
    'The peer reads meshopt through a decoder it carries; its decoder address is a blob, so that it waits on no request. It draws at full resolution while it moves (minimumRenderScale = 1), as ours does.',
    'Every page comes from one server with gzip, a fresh browser and an empty cache each time, in shuffled order.',
  ]
}

/** A run that drew something else than it should is no measurement. */
function complain(name: Case, { errors, canvas }: Opened, wanted: { width: number; height: number }): void {
  const wrong = Math.abs(canvas.width - wanted.width) > 1 || Math.abs(canvas.height - wanted.height) > 1
  if (wrong)
    console.warn(`${name}: canvas is ${canvas.width}x${canvas.height}, not ${wanted.width}x${wanted.height}`)
  for (const error of errors) console.warn(`${name}: ${error}`)
}

function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items]
  const order: T[] = []
  while (left.length > 0) order.push(...left.splice(Math.floor(Math.random() * left.length), 1))
  return order
}
