import type { ReactNode } from 'react'
import type { MalloryWords } from '../../../words/mallory.js'
import { useWords } from '../../../words/words.js'
import { useWholeView } from '../../session-hooks.js'
import { ByCode } from './ByCode.js'
import { ByCommand } from './ByCommand.js'
import { ByVoice } from './ByVoice.js'
import styles from './Comparing.module.css'
import { inSentence, useNodeId, useStanding } from './use-mallory.js'

/** Both session ids, as the two ends have them. */
export interface BothIds {
  readonly ours: string
  /** Undefined until the node has said it. */
  readonly theirs: string | undefined
  /** Who has the other one. */
  readonly node: string
}

/** What there is against her: three ways to compare two session ids, and what each of them finds. */
export function Comparing({ TEXT }: { readonly TEXT: MalloryWords }) {
  const { compare: words } = TEXT
  const { comparing } = useWords().state
  const standing = useStanding()
  const ours = useWholeView(({ status }) => status.sessionId)
  const peer = useWholeView(({ settings }) => settings.peer)
  const { id: theirs } = useNodeId()
  if (!standing || ours === undefined) return null
  const ids = { ours, theirs, node: inSentence(peer, { ...comparing, inbound: words.node }) }
  return (
    <section className={styles.comparing} aria-label={words.title} data-testid="comparing">
      <div className={styles.head}>
        <h3>{words.title}</h3>
        <p>{words.why}</p>
      </div>
      <div className={styles.methods}>
        <Method name={words.methods.command} isName>
          <ByCommand TEXT={TEXT} ids={ids} />
        </Method>
        <Method name={words.methods.voice}>
          <ByVoice TEXT={TEXT} ids={ids} />
        </Method>
        <Method name={words.methods.code}>
          <ByCode TEXT={TEXT} ids={ids} />
        </Method>
      </div>
    </section>
  )
}

interface MethodProps {
  readonly name: string
  readonly isName?: boolean
  readonly children: ReactNode
}

function Method({ name, isName = false, children }: MethodProps) {
  return (
    <article className={styles.method} aria-label={name}>
      <h4 translate={isName ? 'no' : undefined}>{name}</h4>
      {children}
    </article>
  )
}
