import { KeyRound } from 'lucide-react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useActions, useIsStepping, useWholeView } from '../session-hooks.js'
import { selectKeyNode } from '../ui-store.js'
import styles from './ComputedLine.module.css'

interface Props {
  readonly what: 'ecdh' | 'keys'
  /** Of its event. */
  readonly seq: number
  /** What it came to, in the key schedule. */
  readonly keyNode: string
  readonly animated: boolean
}

/** Something was computed, and nothing of it crossed the wire. */
export function ComputedLine({ what, seq, keyNode, animated }: Props) {
  const words = useWords().ladder.milestones
  const isStepping = useIsStepping()
  const isNow = useWholeView(({ cursor }) => cursor === seq) && isStepping
  const { goTo } = useActions()
  return (
    <div
      role="presentation"
      className={join(styles.line, isNow && styles.now, animated && styles.animated)}
      data-testid="ladder-computed"
      data-what={what}
    >
      <button
        type="button"
        tabIndex={-1}
        title={words.toKeys}
        aria-current={isNow ? 'step' : undefined}
        onClick={() => {
          selectKeyNode(keyNode)
          goTo('keys')
        }}
      >
        <KeyRound size={13} aria-hidden />
        {words[what]}
      </button>
    </div>
  )
}
