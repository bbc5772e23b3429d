import type { Language } from '../../../core/languages'
import { formatDimensions } from '../../../core/length'
import { localText } from '../../../core/local-text'
import { directionOf, type Messages } from '../../../core/messages'
import { hintOf } from '../hint'
import type { Placeable, PlaceableVariant } from '../placeable'
import { type PlacementState, selectedOf } from '../placement-state'

/** Width of the panel, millimetres. */
export const PANEL_WIDTH = 400
/** The tallest the panel gets, millimetres: its texture is made once. */
export const PANEL_TALLEST = 520
/** Height of a button: the 64 mm a poking finger needs, more than the 48 mm of a ray. */
export const TARGET = 64
const GAP = 10
const PADDING = 18
/** Em of a button's and a heading's text. At the panel's 0.55 m an em of 15 mm is 1.6 degrees. */
export const TEXT_EM = 15
export const TITLE_EM = 19
/** Products on one page of the picker. */
export const PAGE = 6

/** What pressing a button does; the binding turns it into the session's calls. */
export type PanelAction =
  | {
      readonly do:
        | 'leave'
        | 'add'
        | 'close'
        | 'cancel'
        | 'remove'
        | 'undo'
        | 'picture'
        | 'share'
        | 'sizes'
        | 'save'
    }
  | { readonly do: 'turn'; readonly radians: number }
  | { readonly do: 'carry'; readonly item: string }
  | { readonly do: 'variant'; readonly sku: string; readonly variant: string }
  | { readonly do: 'choose'; readonly sku: string }
  | { readonly do: 'page'; readonly page: number }

/** A button, in millimetres from the panel's top left. */
export interface PanelButton {
  readonly action: PanelAction
  readonly label: string
  /** A second, quieter line. */
  readonly detail?: string
  readonly swatch?: string
  readonly pressed?: boolean
  readonly strong?: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the panel shows. */
export interface PanelLayout {
  readonly height: number
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly text: string
  readonly warning: boolean
  /** Top of the text and how many lines of it there is room for. */
  readonly textTop: number
  readonly textLines: number
  readonly buttons: readonly PanelButton[]
}

type Cell = Omit<PanelButton, 'x' | 'y' | 'width' | 'height'>

/** Lays the panel out for a state. Pure: the same state gives the same panel. */
export function layOutPanel(
  state: PlacementState,
  placeables: readonly Placeable[],
  messages: Messages,
  language: Language,
  page: number,
): PanelLayout {
  const { title, text, warning } = words(state, messages)
  const rows = rowsOf(state, placeables, messages, language, page)
  const rtl = directionOf(language) === 'rtl'
  const textTop = PADDING + TITLE_EM * 1.7
  const textLines = 3
  let y = textTop + textLines * TEXT_EM * 1.35 + GAP
  const buttons: PanelButton[] = []
  for (const row of rows) {
    if (row.length === 0) continue
    const tall = row.some((cell) => cell.detail !== undefined) ? TARGET * 1.25 : TARGET
    const width = (PANEL_WIDTH - 2 * PADDING - GAP * (row.length - 1)) / row.length
    row.forEach((cell, index) => {
      const x = PADDING + index * (width + GAP)
      buttons.push({ ...cell, x: rtl ? PANEL_WIDTH - x - width : x, y, width, height: tall })
    })
    y += tall + GAP
  }
  const height = y - GAP + PADDING
  return { height, direction: directionOf(language), title, text, warning, textTop, textLines, buttons }
}

/** The button at a point of the panel, millimetres from its top left. */
export function buttonAt(layout: PanelLayout, x: number, y: number): PanelButton | undefined {
  return layout.buttons.find((b) => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height)
}

function words(state: PlacementState, messages: Messages): Pick<PanelLayout, 'title' | 'text' | 'warning'> {
  const { sheet, pending } = state
  if (sheet?.kind === 'picker') return { title: messages('placement.picker.title'), text: '', warning: false }
  if (sheet?.kind === 'share') {
    const copied = sheet.copied ? `${messages('placement.say.copied')}. ` : ''
    const text = `${copied}${messages('placement.share.text')}`
    return { title: messages('placement.share.title'), text, warning: false }
  }
  if (sheet?.kind === 'picture') {
    const text = messages(`placement.picture.contains.${sheet.contains}`)
    return { title: messages('placement.picture.title'), text, warning: false }
  }
  const hint = hintOf(state)
  const text = hint ? messages(hint.key, hint.values) : ''
  const warning = hint?.warning ?? false
  if (pending) {
    const title =
      pending.kind === 'room' ? messages('placement.room.name', { count: pending.count }) : pending.name
    return { title, text, warning }
  }
  return { title: selectedOf(state)?.name ?? messages('placement.title'), text, warning }
}

function rowsOf(
  state: PlacementState,
  placeables: readonly Placeable[],
  messages: Messages,
  language: Language,
  page: number,
): Cell[][] {
  const { sheet, pending } = state
  const close: Cell = { action: { do: 'close' }, label: messages('placement.close') }
  if (sheet?.kind === 'picker') return picker(placeables, language, page, close)
  if (sheet?.kind === 'picture') {
    return [[{ action: { do: 'save' }, label: messages('placement.picture.save'), strong: true }, close]]
  }
  if (sheet) return [[close]]
  const rows: Cell[][] = []
  const item = selectedOf(state)
  if (pending?.kind === 'product') {
    rows.push(swatches(pending.sku, pending.variants, pending.variant, language))
  } else if (item && !pending) {
    rows.push(swatches(item.sku, item.variants, item.variant, language))
  }
  const stand = pending?.stand ?? item?.stand
  const cells: Cell[] = []
  if (stand && stand !== 'wall') {
    const left: Cell = { action: { do: 'turn', radians: TURN }, label: messages('placement.turnLeft') }
    const right: Cell = { action: { do: 'turn', radians: -TURN }, label: messages('placement.turnRight') }
    // Rows run from right to left in Arabic; left stays left.
    cells.push(...(directionOf(language) === 'rtl' ? [right, left] : [left, right]))
  }
  const add: Cell = {
    action: { do: 'add' },
    label: messages(pending ? 'placement.choose' : 'placement.another'),
    strong: !pending,
  }
  const leave: Cell = { action: { do: 'leave' }, label: messages('placement.leave') }
  if (pending) {
    const back = state.placed.length > 0 || pending.kind === 'carried'
    if (back) cells.push({ action: { do: 'cancel' }, label: messages('placement.cancel') })
    cells.push(add, leave)
    return [...rows, ...inRows(cells)]
  }
  if (item) {
    cells.push(
      { action: { do: 'carry', item: item.id }, label: messages('placement.move') },
      { action: { do: 'remove' }, label: messages('placement.remove') },
    )
  }
  if (state.undo) cells.push({ action: { do: 'undo' }, label: messages('placement.undo.button') })
  if (state.placed.length > 0) {
    cells.push(
      { action: { do: 'sizes' }, label: messages('placement.dimensions'), pressed: state.dimensions },
      { action: { do: 'picture' }, label: messages('placement.picture') },
      { action: { do: 'share' }, label: messages('placement.share') },
    )
  }
  cells.push(add, leave)
  return [...rows, ...inRows(cells)]
}

/** Rows of at most three, as even as can be. */
function inRows(cells: readonly Cell[]): Cell[][] {
  const rows = Math.ceil(cells.length / 3)
  const each = Math.ceil(cells.length / Math.max(1, rows))
  return Array.from({ length: rows }, (_, row) => cells.slice(row * each, (row + 1) * each))
}

function picker(placeables: readonly Placeable[], language: Language, page: number, close: Cell): Cell[][] {
  const pages = Math.max(1, Math.ceil(placeables.length / PAGE))
  const current = Math.min(Math.max(0, page), pages - 1)
  const cells = placeables.slice(current * PAGE, (current + 1) * PAGE).map(
    (placeable): Cell => ({
      action: { do: 'choose', sku: placeable.sku },
      label: localText(placeable.name, language),
      ...(placeable.dimensions
        ? { detail: formatDimensions(placeable.dimensions, language, 'cm') }
        : { detail: '' }),
    }),
  )
  const rows: Cell[][] = []
  for (let i = 0; i < cells.length; i += 2) rows.push(cells.slice(i, i + 2))
  const last: Cell[] = []
  if (current > 0) last.push({ action: { do: 'page', page: current - 1 }, label: '‹' })
  last.push(close)
  if (current < pages - 1) last.push({ action: { do: 'page', page: current + 1 }, label: '›' })
  rows.push(last)
  return rows
}

function swatches(
  sku: string,
  variants: readonly PlaceableVariant[],
  chosen: string,
  language: Language,
): Cell[] {
  if (variants.length < 2) return []
  return variants.map((variant) => ({
    action: { do: 'variant', sku, variant: variant.id },
    label: localText(variant.name, language),
    swatch: variant.swatch,
    pressed: variant.id === chosen,
  }))
}

/** A button's turn: 15 degrees. */
const TURN = Math.PI / 12
