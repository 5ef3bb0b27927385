import { LoaderCircle, TriangleAlert, X } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useApp } from '../session-hooks.js'
import { closeRefusal, useOpeningUi } from './dropped-file.js'
import styles from './Opening.module.css'

/** A recording on its way, or why it could not be shown: below the header, whatever the layout. */
export function Opening() {
  const TEXT = useWords().recording
  const opening = useApp((state) => state.opening)
  const { dropped, closed } = useOpeningUi()
  const close = () => closeRefusal(opening)
  if (dropped !== undefined) {
    return (
      <Refusal
        title={TEXT.opening.notOpened}
        message={TEXT.drop.problem(dropped)}
        onClose={close}
      />
    )
  }
  switch (opening.state) {
    case 'none':
      return null
    case 'reading':
      return (
        <p className={styles.reading} role="status" data-testid="opening-reading">
          <LoaderCircle size={15} className={styles.turning} aria-hidden />
          {TEXT.opening.reading(opening.name)}
        </p>
      )
    case 'refused': {
      if (opening === closed) return null
      const { refused, problem } = TEXT.opening
      const { name, code } = opening
      const title = refused(name)
      return <Refusal {...{ title, code }} message={problem(opening)} onClose={close} />
    }
  }
}

interface RefusalProps {
  readonly title: string
  readonly message: string
  readonly code?: string
  readonly onClose: () => void
}

function Refusal({ title, message, code, onClose }: RefusalProps) {
  const TEXT = useWords().recording
  return (
    <div className={styles.refused} role="alert" data-testid="opening-refused">
      <TriangleAlert size={16} className={styles.icon} aria-hidden />
      <div className={styles.said}>
        <strong>{title}</strong>
        <p>{message}</p>
        <p className={styles.small}>
          {code !== undefined && (
            <code translate="no" data-testid="opening-code">
              {code}
            </code>
          )}{' '}
          {TEXT.opening.stays}
        </p>
      </div>
      <Button look="ghost" icon aria-label={TEXT.close} onClick={onClose}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
