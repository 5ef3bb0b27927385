import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useDismiss } from '../parts/use-dismiss.js'
import { useUi } from '../ui-store.js'
import styles from './CopyMenu.module.css'
import { COPY_FORMS, type CopyForm, copyAs } from './copy-forms.js'
import type { FieldNode } from './field-node.js'
import { spanOf } from './leaves.js'

/** The same in every language. */
const NAMES: Readonly<Record<CopyForm, string>> = {
  hex: 'hex',
  typescript: 'Uint8Array',
  c: 'C',
  python: 'Python',
  rust: 'Rust',
}
const GAP_PX = 4
const SAID_FOR_MS = 2500

interface Props {
  /** The name of the bytes. */
  readonly label: string
  readonly data: Uint8Array
  readonly fields: readonly FieldNode[]
}

interface Scope {
  readonly kind: 'chosen' | 'field' | 'all'
  readonly label: string
  readonly start: number
  readonly end: number
}

/** Copies the chosen bytes, the field or all of them in one of five forms. */
export function CopyMenu({ label, data, fields }: Props) {
  const TEXT = useWords().details.copy
  const root = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState<Scope['kind']>('chosen')
  const [said, setSaid] = useState('')
  const id = useId()
  const scopes = useScopes(fields, data.length)
  const scope = scopes.find(({ kind }) => kind === wanted) ?? scopes[0]
  useDismiss(root, open, () => setOpen(false))
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [said])
  const copy = (form: CopyForm) => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
    if (!scope) return
    const text = copyAs(form, data.subarray(scope.start, scope.end))
    const written =
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setSaid(TEXT.copied(scope.end - scope.start, NAMES[form])),
      () => setSaid(TEXT.failed),
    )
  }
  return (
    <div ref={root} className={styles.copy}>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Button
        look="ghost"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={TEXT.label(label)}
        className={styles.button}
        onClick={() => setOpen(!open)}
        data-testid="copy-as"
      >
        {TEXT.button}
        <ChevronDown size={14} aria-hidden />
      </Button>
      {open && (
        <Menu id={id} label={TEXT.label(label)} onClose={() => setOpen(false)}>
          {scopes.map(({ kind, label: what }) => (
            <button
              key={kind}
              type="button"
              role="menuitemradio"
              aria-checked={kind === scope?.kind}
              tabIndex={-1}
              className={styles.scope}
              onClick={() => setWanted(kind)}
            >
              {what}
            </button>
          ))}
          <hr />
          {COPY_FORMS.map((form) => (
            <button
              key={form}
              type="button"
              role="menuitem"
              tabIndex={-1}
              translate="no"
              className={styles.form}
              onClick={() => copy(form)}
            >
              {NAMES[form]}
            </button>
          ))}
        </Menu>
      )}
    </div>
  )
}

/** What there is to copy: a choice is told from its field where it is another. */
function useScopes(fields: readonly FieldNode[], length: number): readonly Scope[] {
  const TEXT = useWords().details.copy
  const bytes = useUi((state) => state.bytes)
  const id = useUi((state) => state.field)
  const field = id === undefined ? undefined : spanOf(fields, id)
  const isField = field && bytes?.start === field.start && bytes.end === field.end
  const scopes: Scope[] = []
  if (bytes && !isField) {
    const chosen = TEXT.chosen(bytes.end - bytes.start)
    scopes.push({ kind: 'chosen', label: chosen, start: bytes.start, end: bytes.end })
  }
  if (field && field.end > field.start) {
    const { name, start, end } = field
    scopes.push({ kind: 'field', label: TEXT.field(name, end - start), start, end })
  }
  scopes.push({ kind: 'all', label: TEXT.all(length), start: 0, end: length })
  return scopes
}

interface MenuProps {
  readonly id: string
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Above everything, as the pane that its button is in is small. */
function Menu({ id, label, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = menu.current
    const button = element?.previousElementSibling
    if (!element || !button) return
    element.showPopover?.()
    const { bottom, top, right } = button.getBoundingClientRect()
    const below = innerHeight - bottom > element.offsetHeight + GAP_PX
    element.style.top = `${below ? bottom + GAP_PX : Math.max(top - element.offsetHeight - GAP_PX, 0)}px`
    element.style.left = `${Math.max(right - element.offsetWidth, GAP_PX)}px`
    element.querySelector('button')?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')]
    const at = items.findIndex((item) => item === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') onClose()
    if (to === undefined) return
    event.preventDefault()
    items.at(to % items.length)?.focus()
  }
  return (
    <div
      ref={menu}
      id={id}
      role="menu"
      aria-label={label}
      popover="manual"
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  )
}
