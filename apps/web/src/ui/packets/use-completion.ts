/** The list of what could stand in the filter: when it is open, which of it is active, what accepts it. */

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { viewedSession } from '../../session/store.js'
import { useSessionStore } from '../session-hooks.js'
import { writeFilter } from '../ui-store.js'
import { accept, type Completion, complete, type Option } from './complete.js'
import { TypeCounts } from './type-counts.js'

interface Open extends Completion {
  readonly active: number | undefined
}

export function useCompletion(field: RefObject<HTMLInputElement | null>) {
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const typesOf = useTypes()

  const write = (text: string, cursor: number) =>
    setOpen({ ...complete(text, cursor, typesOf()), active: undefined })
  const close = () => setOpen(undefined)
  const take = (option: Option) => {
    const input = field.current
    if (!open || !input) return
    const { text, cursor } = accept(input.value, open, option)
    writeFilter(text)
    // the cursor can be put there once the text is there
    requestAnimationFrame(() => input.setSelectionRange(cursor, cursor))
    if (option.of === 'key') write(text, cursor)
    else close()
  }
  const move = (by: number) => {
    const input = field.current
    if (!input) return
    const now = open ?? {
      ...complete(input.value, input.selectionStart ?? input.value.length, typesOf()),
      active: undefined,
    }
    const { length } = now.options
    if (length === 0) return
    const from = now.active ?? (by > 0 ? -1 : length)
    setOpen({ ...now, active: (from + by + length) % length })
  }

  const options = open?.options ?? []
  const isOpen = options.length > 0
  const active = isOpen ? open?.active : undefined
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = active === undefined ? undefined : options[active]
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault()
        move(event.key === 'ArrowDown' ? 1 : -1)
        break
      case 'Enter':
      case 'Tab':
        if (chosen) {
          event.preventDefault()
          take(chosen)
        } else close()
        break
      case 'Escape':
        if (isOpen) close()
        else writeFilter('')
        break
      default:
        break
    }
  }
  return { options, active, isOpen, write, close, accept: take, onKeyDown }
}

/** The types that occur in the session that is shown; counted when they are asked for. */
function useTypes(): () => ReadonlyMap<string, number> {
  const store = useSessionStore()
  const counts = useRef<{ session: number; types: TypeCounts } | undefined>(undefined)
  return () => {
    const session = viewedSession(store.getState())
    if (!session) return new Map()
    if (counts.current?.session !== session.id) {
      counts.current = { session: session.id, types: new TypeCounts() }
    }
    return counts.current.types.of(session.items)
  }
}
