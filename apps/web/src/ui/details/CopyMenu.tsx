import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useDismiss } from '../parts/use-dismiss.js'
import styles from './CopyMenu.module.css'
import { COPY_FORMS, type CopyForm, copyAs } from './copy-forms.js'
import type { FieldNode } from './field-node.js'
import { PopMenu } from './PopMenu.js'
import { type CopyScope, useCopyScopes } from './use-copy-scopes.js'

/** The same in every language. */
const NAMES: Readonly<Record<CopyForm, string>> = {
  hex: 'hex',
  typescript: 'Uint8Array',
  c: 'C',
  python: 'Python',
  rust: 'Rust',
}
const SAID_FOR_MS = 2500

interface Props {
  /** The name of the bytes. */
  readonly label: string
  readonly data: Uint8Array
  readonly fields: readonly FieldNode[]
}

/** Copies the chosen bytes, the field or all of them in one of five forms. */
export function CopyMenu({ label, data, fields }: Props) {
  const TEXT = useWords().details.copy
  const root = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState<CopyScope['kind']>('chosen')
  const [said, setSaid] = useState('')
  const id = useId()
  const scopes = useCopyScopes(fields, data.length)
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
        <PopMenu id={id} label={TEXT.label(label)} onClose={() => setOpen(false)}>
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
        </PopMenu>
      )}
    </div>
  )
}
