import type { KeyNode } from '@v2scope/key-schedule'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { useUi } from '../ui-store.js'
import { useChooseNode } from './choose-node.js'
import { useRevealed } from './NodeCard.js'
import { noteOf, titleOf } from './node-words.js'
import styles from './Part.module.css'
import { Value } from './Value.js'
import { Workings } from './Workings.js'

interface Props {
  readonly node: KeyNode
  /** Shown at the end of its line. */
  readonly outcome?: ReactNode
  readonly strong?: boolean
  /** Shows its value, not only once it is chosen. */
  readonly withValue?: boolean
}

/** A value within a card: a line that opens to its value, its inputs and its command. */
export function Part({ node, outcome, strong = false, withValue = false }: Props) {
  const TEXT = useWords().keys
  const chosen = useUi(({ keyNode }) => keyNode === node.id)
  const choose = useChooseNode()
  const line = useRevealed<HTMLDivElement>(chosen)
  const title = titleOf(node.id, TEXT)
  return (
    <div
      ref={line}
      className={join(styles.part, chosen && styles.chosen, strong && styles.strong)}
      data-node={node.id}
      data-kind={node.kind}
    >
      <button
        type="button"
        aria-expanded={chosen}
        onClick={() => choose(chosen ? undefined : node.id)}
      >
        <b translate={title.verbatim ? 'no' : undefined}>{title.text}</b>
        <span translate="no">{node.formula}</span>
        {outcome !== undefined && <em>{outcome}</em>}
      </button>
      {(chosen || withValue) && <Value bytes={node.output} secret={node.secret} />}
      {chosen && (
        <>
          <p>{noteOf(node, TEXT)}</p>
          <Workings node={node} />
        </>
      )}
    </div>
  )
}
