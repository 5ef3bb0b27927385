import type { ReactNode } from 'react'
import type { MalloryWords } from '../../../words/mallory.js'
import { useWords } from '../../../words/words.js'
import { join } from '../../parts/join.js'
import { type Connection, IdBlock } from './IdBlock.js'
import styles from './Party.module.css'
import { type NodeId, useIsOver } from './use-mallory.js'

interface Props {
  readonly name: string
  /** A name is the same in every language. */
  readonly isName?: boolean
  readonly what: string
  readonly role?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Party({ name, isName = false, what, role, className, children }: Props) {
  return (
    <article className={join(styles.party, className)} aria-label={name}>
      <header className={styles.head}>
        <h3 translate={isName ? 'no' : undefined}>{name}</h3>
        <p>
          {what}
          {role !== undefined && ` · ${role}`}
        </p>
      </header>
      {children}
    </article>
  )
}

interface IdProps {
  readonly TEXT: MalloryWords
  readonly id: string | undefined
  readonly of: Connection
  readonly isV1: boolean
  readonly testId: string
  /** In place of an id that is not there. */
  readonly none?: ReactNode
  readonly children?: ReactNode
}

export function Id({ TEXT, id, of, isV1, testId, none, children }: IdProps) {
  const { never } = useWords().state.id
  const later = useIsOver() ? never : TEXT.id.later
  return (
    <div className={styles.value} data-testid={testId}>
      <span className={styles.label}>
        {TEXT.id.name}
        {children}
      </span>
      {id !== undefined ? (
        <IdBlock hex={id} of={of} />
      ) : (
        <span className={styles.none}>{isV1 ? TEXT.id.v1 : (none ?? later)}</span>
      )}
    </div>
  )
}

/** Whose word it is. */
export function NodeIdLine({
  TEXT,
  state,
}: {
  readonly TEXT: MalloryWords
  readonly state: NodeId['state']
}) {
  const words: Readonly<Record<NodeId['state'], string>> = {
    'not asked': TEXT.id.notAsked,
    asking: TEXT.id.asking,
    unavailable: TEXT.id.unavailable,
    reported: TEXT.id.reported,
    pasted: TEXT.id.pasted,
  }
  return <span className={styles.said}>{words[state]}</span>
}

/** Of a public key that is shown, in hex digits: the first 8 bytes tell it from others. */
const SHOWN = 16

interface KeyProps {
  readonly TEXT: MalloryWords
  readonly hex: string | undefined
  readonly isV1: boolean
}

export function Key({ TEXT, hex, isV1 }: KeyProps) {
  if (isV1) return null
  return (
    <div className={styles.value}>
      <span className={styles.label}>{TEXT.key.name}</span>
      {hex === undefined ? (
        <span className={styles.none}>{TEXT.key.later}</span>
      ) : (
        <code className={styles.key} title={`${TEXT.key.why}\n${hex}`} translate="no">
          {hex.slice(0, SHOWN / 2)} {hex.slice(SHOWN / 2, SHOWN)}…
        </code>
      )}
    </div>
  )
}
