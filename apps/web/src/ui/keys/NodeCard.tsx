import type { KeyNode } from '@v2scope/key-schedule'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../words/words.js'
import { Rule } from '../details/Rule.js'
import { asTerm, termOfNode } from '../glossary/terms.js'
import { CopyButton } from '../parts/CopyButton.js'
import { toHexText } from '../parts/format.js'
import { join } from '../parts/join.js'
import { useUi } from '../ui-store.js'
import { useChooseNode } from './choose-node.js'
import styles from './NodeCard.module.css'
import { noteOf, titleOf } from './node-words.js'
import { useSecrets } from './secrets.js'
import { Value } from './Value.js'
import { Workings } from './Workings.js'

export type Look = 'key' | 'terminator' | 'session' | 'you' | 'peer' | 'plain'

interface Props {
  readonly node: KeyNode
  readonly look?: Look
  /** Why its value isn't shown yet. */
  readonly withheld?: string | undefined
  readonly children?: ReactNode
}

/** One value of the key schedule; chosen, it opens to its inputs and its command. */
export function NodeCard({ node, look = 'plain', withheld, children }: Props) {
  const TEXT = useWords().keys
  const { id, kind, output, secret, formula, row } = node
  const chosen = useUi(({ keyNode }) => keyNode === id)
  const choose = useChooseNode()
  const card = useRevealed<HTMLElement>(chosen)
  const title = titleOf(id, TEXT)
  return (
    <article
      ref={card}
      className={join(styles.card, styles[look], chosen && styles.chosen)}
      data-node={id}
      data-kind={kind}
    >
      <header>
        <h4>
          <button
            type="button"
            className={styles.title}
            aria-expanded={chosen}
            onClick={() => choose(chosen ? undefined : id)}
            translate={title.verbatim ? 'no' : undefined}
            {...asTerm(termOfNode(id))}
          >
            {title.text}
          </button>
        </h4>
        {secret && (
          <span className={styles.secret} title={TEXT.secretWhy}>
            {TEXT.secret}
          </span>
        )}
        {node.given && <span className={styles.given}>{TEXT.given}</span>}
        <span className={styles.end}>
          <Rule row={row} />
          {withheld === undefined && <Copy node={node} name={title.text} />}
        </span>
      </header>
      {kind === 'ellswift_ours' || kind === 'ellswift_theirs' ? (
        <Halves bytes={output} />
      ) : (
        <Value bytes={output} secret={secret} withheld={withheld} />
      )}
      <p className={styles.formula} translate="no">
        {formula}
        <span className={styles.section}>§{node.section}</span>
      </p>
      <p className={styles.note}>{noteOf(node, TEXT)}</p>
      {children}
      {chosen && <Workings node={node} withheld={withheld} />}
    </article>
  )
}

/** Nothing that is hidden, or left out, is copied. */
function Copy({ node, name }: { readonly node: KeyNode; readonly name: string }) {
  const shown = useSecrets((state) => state.shown)
  if (node.output.length === 0 || (node.secret && !shown)) return null
  return <CopyButton text={toHexText(node.output)} what={name} />
}

/** The two halves of a key on the wire, by their names. */
function Halves({ bytes }: { readonly bytes: Uint8Array }) {
  const middle = bytes.length / 2
  const halves = [
    { name: 'u', half: bytes.subarray(0, middle) },
    { name: 't', half: bytes.subarray(middle) },
  ]
  return (
    <dl className={styles.halves}>
      {halves.map(({ name, half }) => (
        <div key={name}>
          <dt translate="no">{name}</dt>
          <dd>
            <Value bytes={half} secret={false} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What is chosen elsewhere is brought into view. */
export function useRevealed<T extends Element>(chosen: boolean) {
  const element = useRef<T>(null)
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView?.({ block: 'nearest' })
  }, [chosen])
  return element
}
