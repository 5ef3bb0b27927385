import { FileClock, RotateCcw } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { SHIPPED } from '../recording/shipped.js'
import { useActions, useApp } from '../session-hooks.js'
import { FileButton } from './FileButton.js'
import styles from './TooFew.module.css'
import type { Sides } from './use-sides.js'

/** Where there is nothing to be compared yet: how to come by it. */
export function TooFew({ openUrl, openFile }: Pick<Sides, 'openUrl' | 'openFile'>) {
  const { compare, recording } = useWords()
  const TEXT = compare.few
  const { again } = useActions()
  const hasOne = useApp(({ current }) => current !== undefined)
  const canRepeat = useApp(({ current }) => current !== undefined && !current.recording)
  return (
    <section className={styles.few} aria-label={TEXT.title} data-testid="compare-few">
      <strong>{TEXT.title}</strong>
      <p>{hasOne ? TEXT.why : TEXT.none}</p>
      <div className={styles.ways}>
        {canRepeat && (
          <Button look="primary" onClick={() => again()} data-testid="compare-again">
            <RotateCcw size={14} aria-hidden />
            {TEXT.again}
          </Button>
        )}
        {SHIPPED.map(({ url, name }) => (
          <Button key={url} onClick={() => openUrl('right', url)} data-testid={`compare-${name}`}>
            <FileClock size={14} aria-hidden />
            {recording.shipped[name]}
          </Button>
        ))}
        <FileButton side="right" onFile={openFile} />
      </div>
    </section>
  )
}
