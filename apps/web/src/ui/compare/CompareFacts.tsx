import { Equal, EqualNot } from 'lucide-react'
import { useMemo } from 'react'
import { compareFacts, type Fact } from '../../session/compare-facts.js'
import type { SessionView } from '../../session/session-view.js'
import { useWords } from '../../words/words.js'
import { join } from '../parts/join.js'
import { Pane } from '../parts/Pane.js'
import styles from './CompareFacts.module.css'
import { FactText } from './FactText.js'

interface Props {
  readonly left: SessionView
  readonly right: SessionView
}

/** Settings and outcomes of both, in a line each. */
export function CompareFacts({ left, right }: Props) {
  const TEXT = useWords().compare
  const facts = useMemo(() => compareFacts(left, right), [left, right])
  const differing = facts.filter(({ differs }) => differs).length
  return (
    <Pane title={TEXT.facts.title} aside={TEXT.facts.count(differing, facts.length)}>
      <table className={styles.facts} data-testid="compare-facts">
        <thead>
          <tr>
            <th scope="col">{TEXT.facts.fact}</th>
            <th scope="col">{TEXT.sides.left}</th>
            <th scope="col">{TEXT.facts.difference}</th>
            <th scope="col">{TEXT.sides.right}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={fact.name} fact={fact} />
          ))}
        </tbody>
      </table>
    </Pane>
  )
}

function FactRow({ fact: { name, left, right, differs } }: { readonly fact: Fact }) {
  const TEXT = useWords().compare
  const Mark = differs ? EqualNot : Equal
  return (
    <tr
      className={join(differs && styles.differs)}
      data-fact={name}
      data-differs={differs ? '' : undefined}
    >
      <th scope="row">{TEXT.facts.names[name]}</th>
      <td className={styles.left}>
        <span className={styles.side}>{TEXT.sides.left}</span>
        <FactText value={left} />
      </td>
      <td className={styles.mark}>
        <Mark size={14} strokeWidth={2.5} aria-hidden />
        {differs ? TEXT.differs : TEXT.same}
      </td>
      <td className={styles.right}>
        <span className={styles.side}>{TEXT.sides.right}</span>
        <FactText value={right} />
      </td>
    </tr>
  )
}
