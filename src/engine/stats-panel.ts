import type { Stats } from './stats'

const REFRESH_MS = 500

/**
 * A small panel in the corner of a viewer: what the last frame cost. Loaded only for `?stats`; it reads, and never
 * asks for a frame.
 *
 * @returns removes the panel
 */
export function showStatsPanel(host: HTMLElement, read: () => Stats): () => void {
  const panel = document.createElement('pre')
  panel.className = 'vitrine-stats'
  panel.dir = 'ltr'
  panel.setAttribute('aria-hidden', 'true')
  panel.style.cssText =
    'position:absolute;inset-block-start:8px;inset-inline-start:8px;z-index:3;margin:0;padding:8px 10px;' +
    'border-radius:8px;pointer-events:none;color:#f2f4f5;background:rgb(18 22 24/.86);' +
    'font:500 11px/1.45 ui-monospace,SFMono-Regular,Menlo,monospace;text-align:start'
  host.append(panel)
  let last = ''
  const refresh = () => {
    const text = format(read())
    if (text !== last) panel.textContent = text
    last = text
  }
  refresh()
  const timer = setInterval(refresh, REFRESH_MS)
  return () => {
    clearInterval(timer)
    panel.remove()
  }
}

function format(stats: Stats): string {
  const rows: [string, string][] = [
    ['draws', String(stats.draws)],
    ['triangles', stats.triangles.toLocaleString('en')],
    ['textures', `${stats.textures} · ${megabytes(stats.textureBytes)}`],
    ['geometries', String(stats.geometries)],
    ['programs', String(stats.programs)],
    ['js ms', `${stats.jsMs.p50.toFixed(1)} · p95 ${stats.jsMs.p95.toFixed(1)}`],
    ['frames', String(stats.framesDrawn)],
    ['heap', stats.heap === undefined ? '–' : megabytes(stats.heap)],
    ['pixels', `×${stats.pixelRatio.toFixed(2)}`],
  ]
  return rows.map(([name, value]) => `${name.padEnd(11)}${value}`).join('\n')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
