import { useId, useMemo } from 'react'
import { useStore } from 'zustand'
import { suspectUnits } from '../implausible-size'
import { DimensionToggle } from '../parts/dimension-toggle'
import { useOpenFile } from '../parts/drop-zone'
import { FileArButton } from '../parts/file-ar-button'
import { Icon } from '../parts/icon'
import { NoScript } from '../parts/no-script'
import { SizeTable } from '../parts/size-table'
import { StageView } from '../parts/stage-view'
import { usePage } from '../parts/use-page'
import { useSeen } from '../parts/use-seen'
import { useLanguage, useMessages, useShop, useShopState } from '../shop-context'

/** A shopper's own GLB: seen, measured and placed without leaving the device. */
export function FilePage() {
  const { stage } = useShop()
  const messages = useMessages()
  const file = useShopState((state) => state.file)
  const { key, phase, fault, dimensions, variants, notes } = useStore(stage.store)
  usePage(file?.name ?? messages('file.title'))
  const request = useMemo(() => (file ? requestOf(file) : undefined), [file])
  const shown = phase === 'shown' && key === request?.key
  const opened = key === request?.key && (phase === 'shown' ? 'ok' : fault?.code)
  useSeen(request && opened ? `${request.key} ${opened}` : undefined, () => ({
    name: 'file_open',
    bytes: file?.size ?? 0,
    code: opened || 'ok',
  }))

  return (
    <article className="product">
      {request ? (
        <StageView name={request.label} request={request}>
          <DimensionToggle />
          <button type="button" className="tool" onClick={() => stage.resetView()}>
            <Icon name="reset" />
            <span>{messages('stage.reset')}</span>
          </button>
        </StageView>
      ) : (
        <div className="stage stage-invitation">
          <Icon name="file" />
          <p className="for-mice">{messages('file.invitation')}</p>
        </div>
      )}
      <div className="product-label">
        <h1 tabIndex={-1} className={file ? 'file-name' : ''} dir="auto">
          {file?.name ?? messages('file.heading')}
        </h1>
        <p className="product-summary">{messages('file.intro')}</p>
        <NoScript />
        <ChooseFile again={file !== undefined} />
        <p className="file-privacy">
          <Icon name="lock" />
          {messages('file.privacy')}
        </p>
        {shown && variants.length > 1 && <FileVariants key={key} names={variants} />}
        {shown && dimensions && file && (
          <>
            <FileArButton file={file} />
            <section className="product-facts" aria-labelledby="facts">
              <h2 id="facts">{messages('file.measured')}</h2>
              <UnitsHint />
              <SizeTable dimensions={dimensions} caption={messages('file.measuredCaption')} />
              <FileBytes bytes={file.size} />
              {notes.map(({ code, detail }) => (
                <p key={code} className="hint">
                  {messages(`note.${code}`, detail)}
                </p>
              ))}
            </section>
          </>
        )}
      </div>
    </article>
  )
}

function requestOf(file: File) {
  return { key: `file ${file.name} ${file.size} ${file.lastModified}`, source: file, label: file.name }
}

/** The way in for those who do not drag: a file input that looks like a button and is one tab stop. */
function ChooseFile({ again }: { again: boolean }) {
  const messages = useMessages()
  const openFile = useOpenFile()
  const id = useId()
  return (
    <p className="choose-file">
      <input
        id={id}
        type="file"
        accept=".glb,model/gltf-binary"
        className="spoken"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file chosen again, mended meanwhile, must be read again.
          event.target.value = ''
          if (file) openFile(file)
        }}
      />
      <label htmlFor={id} className={again ? 'button' : 'button button-main'}>
        <Icon name="file" />
        {messages(again ? 'file.chooseAnother' : 'file.choose')}
      </label>
    </p>
  )
}

/** A hint where the size is unlikely. The file is shown as it says, never rescaled. */
function UnitsHint() {
  const { stage } = useShop()
  const messages = useMessages()
  const { dimensions } = useStore(stage.store)
  const unit = dimensions && suspectUnits(dimensions)
  if (!unit) return null
  return <p className="hint">{messages('file.units', { unit })}</p>
}

/** How large the file is. */
function FileBytes({ bytes }: { bytes: number }) {
  const messages = useMessages()
  const language = useLanguage()
  const megabytes = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 1e6 ? 2 : 1,
  }).format(bytes / 1e6)
  return (
    <dl className="facts">
      <div>
        <dt>{messages('file.bytes')}</dt>
        <dd>{megabytes}</dd>
      </div>
    </dl>
  )
}

/** The variants a file brings, under the names its maker gave them. */
function FileVariants({ names }: { names: readonly string[] }) {
  const { stage } = useShop()
  const messages = useMessages()
  return (
    <fieldset className="variants">
      <legend>{messages('variants.legend')}</legend>
      <div className="variants-row">
        {names.map((name, index) => (
          <label key={name} className="variant variant-text">
            <input
              type="radio"
              name="file-variant"
              defaultChecked={index === 0}
              onChange={() => void stage.setVariant(name)}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
