/** What the picker shows, and what its keys do. */

import { type KeyboardEvent, useMemo, useState } from 'react'
import { useWords } from '../../words/words.js'
import { changeComposer, type Subject, useComposer } from './composer-store.js'
import { choiceOf, searchChoices, type TypeChoice, typeChoices } from './type-choices.js'

export interface TypeSearch {
  /** In the text field: what is chosen, or what is being looked for. */
  readonly text: string
  readonly chosen: TypeChoice | undefined
  readonly found: readonly TypeChoice[]
  /** Index of the one that Enter takes. */
  readonly active: number
  readonly open: boolean
  readonly show: () => void
  readonly close: () => void
  /** A name written whole is chosen at once. */
  readonly search: (text: string) => void
  readonly choose: (subject: Subject) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function useTypeSearch(): TypeSearch {
  const words = useWords()
  const choices = useMemo(() => typeChoices(words), [words])
  const subject = useComposer((state) => state.subject)
  const chosen = choiceOf(choices, subject)
  const [query, setQuery] = useState<string | undefined>(undefined)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = searchChoices(choices, query ?? '')
  const close = () => {
    setOpen(false)
    setQuery(undefined)
  }
  const show = () => {
    if (open) return
    setOpen(true)
    setActive(Math.max(chosen ? found.indexOf(chosen) : 0, 0))
  }
  const choose = (picked: Subject) => {
    changeComposer({ subject: picked })
    close()
  }
  const search = (text: string) => {
    setQuery(text)
    setOpen(true)
    setActive(0)
    const exact = searchChoices(choices, text).find(
      ({ label }) => label === text.trim().toLowerCase(),
    )
    if (exact) changeComposer({ subject: exact.subject })
  }
  const move = (by: number) =>
    open ? setActive((active + by + found.length) % Math.max(found.length, 1)) : show()
  const keys: Partial<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const picked = open ? found[active] : undefined
      if (picked) choose(picked.subject)
    },
    ...(open && { Escape: close }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keys[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  const text = query ?? chosen?.label ?? ''
  return { text, chosen, found, active, open, show, close, search, choose, onKeyDown }
}
