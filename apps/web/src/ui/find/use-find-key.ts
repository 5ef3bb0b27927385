import { useEffect } from 'react'
import { openFind } from './find-store.js'

/** Ctrl F or ⌘F in a pane looks for bytes; elsewhere it is the browser's. */
export function useFindKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      const isFind = key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey
      if (!isFind || !(target instanceof Element) || !target.closest('main')) return
      event.preventDefault()
      openFind()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
