import { LoaderCircle, TriangleAlert, X } from 'lucide-react'
import { Button } from '../parts/Button.js'
import { useApp } from '../session-hooks.js'
import { closeRefusal, useOpeningUi } from './dropped-file.js'
import styles from './Opening.module.css'

const TEXT = {
  reading: (name: string) => `reading ${name}…`,
  refused: (name: string) => `${name} could not be opened`,
  notOpened: 'Nothing was opened',
  stays: 'The session on show goes on.',
  close: 'close',
}

/** A recording on its way, or why it could not be shown: below the header, whatever the layout. */
export function Opening() {
  const opening = useApp((state) => state.opening)
  const { dropped, closed } = useOpeningUi()
  const close = () => closeRefusal(opening)
  if (dropped !== undefined) {
    return <Refusal title={TEXT.notOpened} message={dropped} onClose={close} />
  }
  switch (opening.state) {
    case 'none':
      return null
    case 'reading':
      return (
        <p className={styles.reading} role="status" data-testid="opening-reading">
          <LoaderCircle size={15} className={styles.turning} aria-hidden />
          {TEXT.reading(opening.name)}
        </p>
      )
    case 'refused': {
      if (opening === closed) return null
      const { name, code, message } = opening
      return <Refusal title={TEXT.refused(name)} message={message} code={code} onClose={close} />
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
  return (
    <div className={styles.refused} role="alert" data-testid="opening-refused">
      <TriangleAlert size={16} className={styles.icon} aria-hidden />
      <div className={styles.said}>
        <strong>{title}</strong>
        <p>{message}</p>
        <p className={styles.small}>
          {code !== undefined && <code data-testid="opening-code">{code}</code>} {TEXT.stays}
        </p>
      </div>
      <Button look="ghost" icon aria-label={TEXT.close} onClick={onClose}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  )
}
