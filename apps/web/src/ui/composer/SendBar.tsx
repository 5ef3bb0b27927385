import { Send } from 'lucide-react'
import { ItemLink } from '../details/ItemLink.js'
import { Links } from '../details/Links.js'
import { Button } from '../parts/Button.js'
import { plural } from '../parts/format.js'
import styles from './Composer.module.css'
import type { Composition } from './compose.js'
import { type Sent, useWhyNot } from './use-send.js'

const TEXT = {
  send: 'Send',
  sent: 'sent as',
  others: (n: number) => `and ${plural(n, 'more problem')}`,
}

interface Props {
  readonly composition: Composition
  readonly sent: Sent
  readonly onSend: () => void
  /** Something is to be looked at that this covers. */
  readonly onLeave: () => void
}

/** What is wrong, the button, and what came of it. */
export function SendBar({ composition, sent, onSend, onLeave }: Props) {
  const whyNot = useWhyNot()
  const problems = composition.ok ? [] : composition.problems
  const [first, ...others] = problems
  const error = sent.refusal ?? (first && [nameOf(first.path), first.message].join(''))
  return (
    <div className={styles.foot}>
      {error !== undefined && (
        <p role="alert" className={styles.error} data-testid="composer-error">
          {error}
          {others.length > 0 && <span> {TEXT.others(others.length)}</span>}
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
