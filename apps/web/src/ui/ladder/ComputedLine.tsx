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
  const show = () => {
    selectKeyNode(keyNode)
    goTo('keys')
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a step to it and the key of the screen do the same
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      role="option"
      aria-selected={isNow}
      aria-current={isNow ? 'step' : undefined}
      className={join(styles.line, isNow && styles.now, animated && styles.animated)}
      onClick={show}
      data-testid="ladder-computed"
      data-what={what}
    >
      <span title={words.toKeys}>
        <KeyRound size={13} aria-hidden />
        {words[what]}
      </span>
    </div>
  )
}
