import type { Leg } from '@v2scope/lab'
import { ArrowLeftRight } from 'lucide-react'
import type { MalloryWords } from '../../../words/mallory.js'
import { join } from '../../parts/join.js'
import type { Connection } from './IdBlock.js'
import { useIsOver } from './use-mallory.js'
import styles from './Wire.module.css'

interface Props {
  readonly TEXT: MalloryWords
  /** Undefined where there is no such connection. */
  readonly leg: Leg | undefined
  readonly of: Connection
  readonly ends: readonly [string, string]
}

/** One of the two connections: what anybody at its ends is told of it. */
export function Wire({ TEXT, leg, of, ends }: Props) {
  const isOver = useIsOver()
  const state = stateOf(leg, isOver)
  return (
    <div
      className={join(styles.wire, styles[of], styles[state])}
      data-testid={`wire-${of}`}
      data-state={state}
    >
      <span className={styles.spoken}>{TEXT.leg.between(...ends)}</span>
      <span className={styles.line} aria-hidden>
        <ArrowLeftRight size={16} />
      </span>
      <span className={styles.says}>{TEXT.leg[state]}</span>
      {leg?.failure && (
        <code className={styles.code} translate="no">
          {leg.failure.code} {leg.failure.row}
        </code>
      )}
    </div>
  )
}

/** A connection that is over says nothing of encryption any more. */
function stateOf(
  leg: Leg | undefined,
  isOver: boolean,
): 'none' | 'failed' | 'ended' | Leg['transport'] {
  if (!leg) return 'none'
  if (leg.failure) return 'failed'
  return isOver ? 'ended' : leg.transport
}
