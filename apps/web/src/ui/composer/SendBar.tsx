import { Send } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { ItemLink } from '../details/ItemLink.js'
import { Links } from '../details/Links.js'
import { Button } from '../parts/Button.js'
import styles from './Composer.module.css'
import type { Composition } from './compose.js'
import { type Sent, useWhyNot } from './use-send.js'

interface Props {
  readonly composition: Composition
  readonly sent: Sent
  readonly onSend: () => void
  /** Something is to be looked at that this covers. */
  readonly onLeave: () => void
}

/** What is wrong, the button, and what came of it. */
export function SendBar({ composition, sent, onSend, onLeave }: Props) {
  const { problem: say, send: TEXT } = useWords().composer
  const why = useWhyNot()
  const whyNot = why && TEXT.whyNot[why]
  const problems = composition.ok ? [] : composition.problems
  const [first, ...others] = problems
  const error = sent.refusal ?? (first && say(first))
  const field = sent.refusal === undefined && first ? nameOf(first.path) : ''
  return (
    <div className={styles.foot}>
      {error !== undefined && (
        <p role="alert" className={styles.error} data-testid="composer-error">
          <span translate="no">{field}</span>
          {error}
          {others.length > 0 && <span>{TEXT.others(others.length)}</span>}
        </p>
      )}
      <div className={styles.sending}>
        <Button
          look="primary"
          disabled={whyNot !== undefined || !composition.ok}
          title={whyNot}
          onClick={onSend}
          data-testid="composer-send"
        >
          <Send size={14} aria-hidden />
          {TEXT.send}
        </Button>
        {whyNot !== undefined && <span className={styles.quiet}>{whyNot}</span>}
        <span role="status" className={styles.sent}>
          {sent.isHeld && TEXT.held}
          {sent.item && (
            <>
              {TEXT.sent} <ItemLink item={sent.item} onOpen={onLeave} />
            </>
          )}
        </span>
      </div>
      {sent.item && <Links item={sent.item} onOpen={onLeave} />}
    </div>
  )
}

/** Keys of a form, as they are written: `inventory.0.hash: `. Others are told by their words alone. */
const nameOf = (path: string): string => (path === '' || path.startsWith('#') ? '' : `${path}: `)
