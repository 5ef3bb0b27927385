import type { KeyNode } from '@v2scope/key-schedule'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '../../words/words.js'
import { useView } from '../session-hooks.js'
import { Candidates } from './Candidates.js'
import styles from './KeyColumns.module.css'
import { type Look, NodeCard } from './NodeCard.js'
import { Part } from './Part.js'

interface Props {
  readonly nodes: readonly KeyNode[]
}

const COLUMNS = {
  two: ['private_key', 'public_x', 'ellswift_ours', 'x_ours', 'ellswift_theirs', 'x_theirs'],
  one: ['ecdh_x', 'shared_secret', 'salt', 'prk'],
  six: [
    'session_id',
    'garbage_terminators',
    'initiator_L',
    'initiator_P',
    'responder_L',
    'responder_P',
  ],
} as const
const TERMINATORS = ['send_garbage_terminator', 'recv_garbage_terminator']

/** From the private key to the keys of the ciphers, each part as far as the session has come. */
export function KeyColumns({ nodes }: Props) {
  const TEXT = useWords().keys
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes])
  const role = useView(({ settings }) => settings.role)
  const authenticated = useView(({ status }) => status.transport === 'v2')
  const present = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const contentOf = (node: KeyNode): ReactNode => {
    if (node.kind === 'x') return <Candidates x={node} nodes={nodes} />
    if (node.id !== 'garbage_terminators') return undefined
    return present(TERMINATORS).map((half) => <Part key={half.id} node={half} withValue />)
  }
  return (
    <>
      {COLUMN_NAMES.map((column) => {
        const shown = present(COLUMNS[column])
        if (shown.length === 0) return null
        return (
          <Column key={column} title={TEXT.columns[column]}>
            {shown.map((node) => (
              <NodeCard
                key={node.id}
                node={node}
                look={lookOf(node, role)}
                withheld={node.id === 'session_id' && !authenticated ? TEXT.withheld : undefined}
              >
                {contentOf(node)}
              </NodeCard>
            ))}
          </Column>
        )
      })}
    </>
  )
}
const COLUMN_NAMES = ['two', 'one', 'six'] as const

function lookOf({ id, kind }: KeyNode, role: string): Look {
  if (kind === 'ellswift_ours' || kind === 'ellswift_theirs') return 'key'
  if (id === 'session_id') return 'session'
  if (id === 'garbage_terminators') return 'terminator'
  if (kind === 'expansion') return id.startsWith(role) ? 'you' : 'peer'
  if (id === 'x_ours') return 'you'
  return id === 'x_theirs' ? 'peer' : 'plain'
}

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.column}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
