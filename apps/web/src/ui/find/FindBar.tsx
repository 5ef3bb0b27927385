import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { ByteRange } from '../../session/look.js'
import { useWords } from '../../words/words.js'
import { useCommand } from '../commands/registry.js'
import { Button } from '../parts/Button.js'
import { useApp, useView } from '../session-hooks.js'
import { selectBytes, useUi } from '../ui-store.js'
import { useSelect } from '../use-select.js'
import styles from './FindBar.module.css'
import { FindCount } from './FindCount.js'
import { changeFind, closeFind, openFind, useFind } from './find-store.js'
import { FIND_MODES, type FindMode, parseNeedle } from './needle.js'
import { nextHit, previousHit } from './next-hit.js'
import { useFindKey } from './use-find-key.js'
import { useSearch } from './use-search.js'

const SCOPES: readonly ByteRange['view'][] = ['plain', 'wire']
const NOTHING = [] as const

/** Finds bytes in everything that is kept. */
export function FindBar() {
  const open = useFind((state) => state.open)
  useCommand('find', openFind)
  useFindKey()
  return open ? <OpenBar /> : null
}

function OpenBar() {
  const TEXT = useWords().details.find
  const { text, mode, scope, opened } = useFind()
  const parsed = useMemo(() => parseNeedle(text, mode), [text, mode])
  const input = useRef<HTMLInputElement>(null)
  const before = useRef(document.activeElement)
  const go = useGo()
  useSearch(parsed, scope)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is opened
  useEffect(() => input.current?.select(), [opened])
  const close = () => {
    closeFind()
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input.current) go(!event.shiftKey)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know the search element
    <div role="search" aria-label={TEXT.label} className={styles.bar} onKeyDown={onKeyDown}>
      <input
        ref={input}
        className={styles.field}
        aria-label={TEXT.label}
        aria-invalid={parsed.state === 'wrong'}
        placeholder={TEXT.placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => changeFind({ text: target.value })}
        data-testid="find"
      />
      <Choice
        label={TEXT.mode}
        value={mode}
        options={FIND_MODES.map((one) => [one, TEXT.modes[one]])}
        onChange={(to) => changeFind({ mode: to })}
      />
      <Choice
        label={TEXT.scope}
        value={scope}
        options={SCOPES.map((one) => [one, TEXT.scopes[one]])}
        onChange={(to) => changeFind({ scope: to })}
      />
      {([false, true] as const).map((forwards) => {
        const label = forwards ? TEXT.next : TEXT.previous
        const Chevron = forwards ? ChevronDown : ChevronUp
        return (
          <Button
            key={label}
            icon
            className={styles.step}
            aria-label={label}
            title={label}
            onClick={() => go(forwards)}
          >
            <Chevron size={15} />
          </Button>
        )
      })}
      <FindCount parsed={parsed} />
      <Button
        icon
        look="ghost"
        className={styles.close}
        aria-label={TEXT.close}
        title={TEXT.close}
        onClick={close}
      >
        <X size={15} />
      </Button>
    </div>
  )
}

/** Goes to the next hit, or the one before, from where the reader is; and selects its bytes. */
function useGo(): (forwards: boolean) => void {
  const hits = useApp(({ search }) => search?.hits ?? NOTHING)
  const selected = useView((view) => view.selected)
  const byte = useUi(({ bytes }) => bytes?.start)
  const select = useSelect()
  return (forwards) => {
    const place = { seq: selected ?? -1, byte: byte ?? -1 }
    const hit = forwards ? nextHit(hits, place) : previousHit(hits, place)
    if (!hit) return
    select(hit.seq, true)
    selectBytes(hit.bytes, undefined)
  }
}

interface ChoiceProps<T extends FindMode | ByteRange['view']> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChange: (to: T) => void
}

function Choice<T extends FindMode | ByteRange['view']>(props: ChoiceProps<T>) {
  const { label, value, options, onChange } = props
  return (
    <select
      aria-label={label}
      className={styles.choice}
      value={value}
      onChange={({ target }) => {
        const to = options.find(([one]) => one === target.value)
        if (to) onChange(to[0])
      }}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  )
}
