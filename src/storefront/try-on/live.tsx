import { useState } from 'react'
import { useStore } from 'zustand'
import { localText } from '../../core/local-text'
import type { Messages } from '../../core/messages'
import type { Product, Variant } from '../../core/product'
import type { Wear } from '../../core/wear'
import type { ModelPerson } from '../../experiences/tryon/people-list'
import { subjectOf } from '../../experiences/tryon/subject'
import type { TryOnSource, Worn } from '../../experiences/tryon/try-on-state'
import { productAddress, tryAddress } from '../address'
import { Icon } from '../parts/icon'
import { Sheet } from '../parts/sheet'
import { ShopLink } from '../parts/shop-link'
import { useLanguage, useShop } from '../shop-context'
import { BeforeLine } from './before-line'
import { isSame, type Piece, pieceOf, rivalOf, sideNames } from './compare'
import { FaultCard } from './fault-card'
import { Panel } from './panel'
import { PictureSheet } from './picture-sheet'
import { type SettingSwitch, SettingsSheet } from './settings-sheet'
import { type Side, SideChoice } from './side-choice'
import { Sources } from './sources'
import { type Tool, Tools } from './tools'
import { TryIcon } from './try-icon'
import type { TryVisit } from './try-visit'
import { TurnSlider } from './turn-slider'
import { usePicture } from './use-picture'
import { useCameras, useTryOnState } from './use-try-on-state'
import { useTurning } from './use-turning'
import { View } from './view'

/** The picture with what is worn, its tools, and the panel of what can be worn. */
export function Live(props: {
  visit: TryVisit
  kind: Wear['kind']
  product: Product
  variant: Variant
  source: TryOnSource
  models: readonly ModelPerson[]
  messages: Messages
  onWear: (product: Product, variant: Variant) => void
}) {
  const { visit, kind, product, variant, source, models, messages, onWear } = props
  const { catalogue, announce } = useShop()
  const language = useLanguage()
  const state = useTryOnState(visit)
  const { layout, hidesRoom, fault: ownFault } = useStore(visit.store)
  const [sheet, setSheet] = useState<'sources' | 'settings'>()
  const [side, setSide] = useState<Side>('left')
  /** What was to be seen beside could not be fetched. */
  const [missed, setMissed] = useState(false)
  const picture = usePicture(visit, messages)
  const model = source.kind === 'model' ? models.find(({ id }) => id === source.id) : undefined
  const turning = useTurning(visit, source, model)
  const cameras = useCameras(source.kind === 'camera' && state?.phase === 'running')
  const name = localText(product.name, language)
  const mirrored = state?.mirrored ?? false
  const fault = ownFault ?? state?.fault
  const running = state?.phase === 'running' && !fault
  const worn = { sku: product.sku, variant: variant.id }

  const rival = running && layout.kind === 'beside' ? pieceOf(catalogue, layout.other) : undefined

  const seeBeside = async (other: Worn) => {
    setMissed(false)
    const seen = await visit.layOut({ kind: 'beside', other })
    setMissed(!seen)
    return seen
  }
  const wear = (piece: Product, finish: Variant) => {
    if (layout.kind === 'beside' && side === 'right') {
      void seeBeside({ sku: piece.sku, variant: finish.id })
    } else onWear(piece, finish)
  }
  const compare = () => {
    if (layout.kind === 'beside') {
      void visit.layOut({ kind: 'single' })
      return
    }
    setSide('right')
    const other = rivalOf(catalogue, worn)
    const beside = pieceOf(catalogue, other)
    const call = (one: Piece) =>
      `${localText(one.product.name, language)}, ${localText(one.variant.name, language)}`
    void seeBeside(other).then((seen) => {
      if (!seen || !beside) return
      announce(messages('tryon.say.beside', { left: call({ product, variant }), right: call(beside) }))
    })
  }
  // It stays where it is while the other opens, so that it keeps the focus.
  const flip = (from: 'user' | 'environment') => {
    const facing = from === 'user' ? 'environment' : 'user'
    void visit.use({ kind: 'camera', facing, unlike: state?.device })
    announce(messages('tryon.say.flipped'))
  }
  const stop = () => {
    visit.stop()
    announce(messages('tryon.say.stopped'))
  }

  // Without a picture there is nothing to compare, and no room.
  const idle = fault !== undefined
  const before: Tool[] = [
    {
      icon: 'slider',
      idle,
      label: messages('tryon.slider'),
      pressed: layout.kind === 'slider',
      onPress: () =>
        void visit.layOut(layout.kind === 'slider' ? { kind: 'single' } : { kind: 'slider', share: 0.5 }),
    },
    {
      icon: 'beside',
      idle,
      label: messages('tryon.beside'),
      pressed: layout.kind === 'beside',
      onPress: compare,
    },
  ]
  const mirror: Tool = {
    icon: 'mirror',
    idle,
    label: messages('tryon.mirror'),
    pressed: mirrored,
    onPress: () => visit.mirror(!mirrored),
  }
  const hidden = hidesRoom && state?.room !== 'failed'
  const room: Tool = {
    icon: 'room',
    idle,
    label: messages('tryon.room'),
    pressed: hidden,
    busy: running && state.room === 'hiding',
    onPress: () => visit.hideRoom(!hidden),
  }
  // A model stands before a bare wall; a hand before the camera is not told from the room.
  const hasRoom = source.kind !== 'model' && subjectOf(kind) === 'face'
  const after: Tool[] = [
    hasRoom ? room : mirror,
    {
      icon: 'change',
      label: messages('tryon.change'),
      opens: true,
      onPress: () => setSheet('sources'),
    },
  ]
  const switches: SettingSwitch[] = [
    ...(hasRoom
      ? [{ label: messages('tryon.roomSetting'), on: hidden, onSwitch: (on: boolean) => visit.hideRoom(on) }]
      : []),
    { label: messages('tryon.mirrorSetting'), on: mirrored, onSwitch: (on) => visit.mirror(on) },
    { label: messages('tryon.settings.countdown'), on: picture.countdown, onSwitch: picture.setCountdown },
  ]

  return (
    <article className="try-live">
      <div className="try-stage">
        <View
          visit={visit}
          state={state}
          failed={fault !== undefined}
          subject={subjectOf(kind)}
          source={source.kind}
          name={name}
          variantName={localText(variant.name, language)}
          messages={messages}
          fetching={state?.worn !== undefined && !isSame(state.worn, worn)}
          notice={picture.failed ? 'picture.failed' : missed ? 'fault.model-unreachable' : undefined}
          onDrag={turning.can ? turning.drag : undefined}
        >
          <div className="try-top">
            <ShopLink to={productAddress(product.sku, variant.id)} className="try-round">
              <Icon name="close" />
              <span className="spoken">{messages('tryon.back')}</span>
            </ShopLink>
            {source.kind === 'camera' && !fault && (
              <button type="button" className="try-stop" onClick={stop}>
                <TryIcon name="stop" />
                {messages('tryon.stopCamera')}
              </button>
            )}
            <button
              type="button"
              className="try-round"
              aria-label={messages('tryon.settings')}
              aria-haspopup="dialog"
              onClick={() => setSheet('settings')}
            >
              <TryIcon name="settings" />
            </button>
          </div>
          {running && layout.kind === 'slider' && (
            <BeforeLine
              share={layout.share}
              messages={messages}
              onMove={(share) => void visit.layOut({ kind: 'slider', share })}
            />
          )}
          {rival && (
            <SideChoice
              side={side}
              names={sideNames({ product, variant }, rival, language)}
              messages={messages}
              onChoose={setSide}
            />
          )}
          {turning.can && running && (
            <TurnSlider
              index={turning.index}
              count={turning.count}
              yaw={turning.yaw}
              messages={messages}
              onTurn={turning.turnTo}
            />
          )}
          {source.kind === 'camera' && cameras > 1 && !fault && (
            <button
              type="button"
              className="try-round try-flip"
              aria-label={messages('tryon.flip')}
              aria-disabled={!running}
              onClick={() => {
                if (running) flip(source.facing)
              }}
            >
              <TryIcon name="flip" />
            </button>
          )}
          {picture.counting !== undefined && (
            <p className="try-count" aria-hidden="true">
              {picture.counting}
            </p>
          )}
          {fault && (
            <FaultCard
              fault={fault}
              visit={visit}
              address={tryAddress(product.sku, variant.id)}
              messages={messages}
              onSources={() => setSheet('sources')}
            />
          )}
        </View>
        <Tools
          before={before}
          after={after}
          counting={picture.counting}
          canTake={running}
          messages={messages}
          onTake={picture.ask}
        />
      </div>
      <Panel
        kind={kind}
        product={product}
        variant={variant}
        layout={layout}
        side={side}
        state={state}
        messages={messages}
        onWear={wear}
      />
      {sheet === 'sources' && (
        <Sheet
          title={messages('tryon.changeTitle')}
          close={messages('tryon.close')}
          onClose={() => setSheet(undefined)}
        >
          <Sources
            visit={visit}
            kind={kind}
            models={models}
            messages={messages}
            onChosen={() => setSheet(undefined)}
          />
        </Sheet>
      )}
      {sheet === 'settings' && (
        <SettingsSheet
          visit={visit}
          kind={kind}
          messages={messages}
          switches={switches}
          onClose={() => setSheet(undefined)}
        />
      )}
      {picture.blob && (
        <PictureSheet
          blob={picture.blob}
          product={product}
          variant={variant}
          messages={messages}
          onAgain={() => {
            picture.discard()
            picture.ask()
          }}
          onClose={picture.discard}
        />
      )}
    </article>
  )
}
