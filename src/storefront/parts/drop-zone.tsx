import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { withSwitches } from '../address'
import { useMessages, useShop } from '../shop-context'
import { Icon } from './icon'

/** Takes a file that is dragged anywhere onto the shop, and shows that it would. */
export function DropZone() {
  const [over, setOver] = useState(false)
  const messages = useMessages()
  const openFile = useOpenFile()

  useEffect(() => {
    // dragenter and dragleave fire for every element crossed: count how deep the file is.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFile(event)) return
      depth += 1
      setOver(true)
    }
    const move = (event: DragEvent) => {
      if (carriesFile(event)) event.preventDefault()
    }
    const leave = (event: DragEvent) => {
      if (!carriesFile(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) openFile(file)
    }
    const events = { dragenter: enter, dragover: move, dragleave: leave, drop }
    for (const [type, handler] of Object.entries(events)) addEventListener(type, handler as EventListener)
    return () => {
      for (const [type, handler] of Object.entries(events))
        removeEventListener(type, handler as EventListener)
    }
  }, [openFile])

  return (
    <div className="drop-veil" data-over={over} aria-hidden="true">
      <p>
        <Icon name="file" />
        {messages('file.dropHere')}
      </p>
    </div>
  )
}

/** Keeps a file for this visit and goes to the page that shows it. */
export function useOpenFile(): (file: File) => void {
  const { store } = useShop()
  const search = useSearch()
  const [, navigate] = useLocation()
  return (file) => {
    store.setState({ file })
    if (location.pathname !== '/file') navigate(withSwitches('/file', search))
  }
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
