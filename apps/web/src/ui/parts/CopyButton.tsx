import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button.js'
import styles from './CopyButton.module.css'

const TEXT = { copy: 'copy', copied: 'copied', failed: 'select and copy by hand' }
const SHOWN_FOR_MS = 1600

interface Props {
  readonly text: string
  /** What is copied: `session id`. */
  readonly what: string
  /** Says "copy" beside the icon. */
  readonly labelled?: boolean
}

export function CopyButton({ text, what, labelled = false }: Props) {
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy')
  useEffect(() => {
    if (state === 'copy') return
    const timer = setTimeout(() => setState('copy'), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () => {
    const written =
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setState('copied'),
      () => setState('failed'),
    )
  }
  const icon = state === 'copied' ? <Check size={14} /> : <Copy size={14} />
  return (
    <Button
      look="ghost"
      icon={!labelled}
      className={styles.copy}
      onClick={copy}
      aria-label={`${TEXT.copy} ${what}`}
      title={state === 'copy' ? `${TEXT.copy} ${what}` : TEXT[state]}
    >
      {icon}
      {labelled && <span>{TEXT[state]}</span>}
      <span role="status" className={styles.said}>
        {state === 'copy' ? '' : TEXT[state]}
      </span>
    </Button>
  )
}
