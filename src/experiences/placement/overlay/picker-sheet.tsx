import { formatDimensions } from '../../../core/length'
import { localText } from '../../../core/local-text'
import type { OverlayParts } from './overlay-context'
import { SheetFrame } from './sheet-frame'

/** The catalogue, as far as it can be placed. */
export function PickerSheet({ session, messages, language }: OverlayParts) {
  return (
    <SheetFrame
      title={messages('placement.picker.title')}
      messages={messages}
      onClose={() => session.closeSheet()}
    >
      <ul className="vp-picker">
        {session.placeables.map((placeable) => (
          <li key={placeable.sku}>
            <button type="button" className="vp-product" onClick={() => session.choose(placeable.sku)}>
              {placeable.poster ? (
                <img src={placeable.poster} alt="" width="96" height="96" loading="lazy" />
              ) : null}
              <span className="vp-product-name">{localText(placeable.name, language)}</span>
              {placeable.dimensions ? (
                <bdi className="vp-product-size">
                  {formatDimensions(placeable.dimensions, language, 'cm')}
                </bdi>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </SheetFrame>
  )
}
