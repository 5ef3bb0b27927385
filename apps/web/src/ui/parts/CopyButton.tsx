import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../words/words.js'
import { Button } from './Button.js'
import styles from './CopyButton.module.css'

const SHOWN_FOR_MS = 1600

interface Props {
  /** Made when it is copied, where making it takes time. */
  readonly text: string | (() => string)
  /** What is copied: `session id`. */
  readonly what: string
  /** Says "copy" beside the icon. */
  readonly labelled?: boolean
  /** Said beside the icon instead, and all that it is called by. */
  readonly label?: string
}

export function CopyButton({ text, what, labelled = false, label }: Props) {
  const TEXT = useWords().parts
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  useEffect(() => {
    if (state === 'copy') return
    const timer = setTimeout(() => setState('copy'), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () => {
    const written =
      navigator.clipboard?.writeText(typeof text === 'string' ? text : text()) ??
      Promise.reject(new Error('no clipboard'))
    written.then(
      () => setState('copied'),
      () => setState('copyFailed'),
    )
  }
  const icon = state === 'copied' ? <Check size={14} /> : <Copy size={14} />
  return (
    <Button
      look="ghost"
      icon={!labelled && label === undefined}
      className={styles.copy}
      onClick={copy}
      aria-label={label === undefined ? TEXT.copyWhat(what) : undefined}
      title={state === 'copy' ? TEXT.copyWhat(what) : TEXT[state]}
    >
      {icon}
      {labelled && <span>{TEXT[state]}</span>}
      {label !== undefined && <span>{state === 'copy' ? label : TEXT[state]}</span>}
      <span role="status" className={styles.said}>
        {state === 'copy' ? '' : TEXT[state]}
      </span>
    </Button>
  )
}
