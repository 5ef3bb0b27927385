import type { Leg, MalloryStanding } from '@v2scope/lab'
import type { MalloryWords } from '../../../words/mallory.js'
import { useWholeView } from '../../session-hooks.js'
import { useLabPeer } from '../peer/lab-peer.js'
import styles from './Columns.module.css'
import { Id, Key, NodeIdLine, Party } from './Party.js'
import { peerName, useNodeId, useStanding } from './use-mallory.js'
import { Wire } from './Wire.js'

/** You, Mallory and the node, with her two connections between them. */
export function Columns({ TEXT }: { readonly TEXT: MalloryWords }) {
  const standing = useStanding()
  const { draft } = useLabPeer()
  const settings = useWholeView((view) => view.settings)
  const node = peerName(standing ? settings.peer : draft.peer, TEXT)
  const { parties } = TEXT
  return (
    <section className={styles.columns} aria-label={parties.label} data-testid="mallory-columns">
      <You TEXT={TEXT} standing={standing} />
      <Wire TEXT={TEXT} leg={standing?.withUs} of="first" ends={[parties.you, parties.mallory]} />
      <Her TEXT={TEXT} standing={standing} />
      <Wire TEXT={TEXT} leg={standing?.withPeer} of="second" ends={[parties.mallory, node]} />
      <Node TEXT={TEXT} standing={standing} name={node} />
    </section>
  )
}

interface Props {
  readonly TEXT: MalloryWords
  readonly standing: MalloryStanding | undefined
}

function You({ TEXT, standing }: Props) {
  const { parties } = TEXT
  const ours = useWholeView(({ status }) => status.sessionId)
  const role = useWholeView(({ settings }) => settings.role)
  return (
    <Party
      name={parties.you}
      what={parties.youAre}
      role={standing && parties.roles[role]}
      className={styles.you}
    >
      <Id
        TEXT={TEXT}
        id={standing && ours}
        of="first"
        isV1={isV1(standing?.withUs)}
        testId="id-yours"
      />
      <Key TEXT={TEXT} hex={standing?.withUs.ellswiftTheirs} isV1={isV1(standing?.withUs)} />
    </Party>
  )
}

/** Both her ends side by side: the two ids differ, and only she sees both. */
function Her({ TEXT, standing }: Props) {
  const { parties } = TEXT
  return (
    <Party name={parties.mallory} what={parties.malloryIs} className={styles.mallory}>
      <div className={styles.ends}>
        <End TEXT={TEXT} name={parties.towardsYou} leg={standing?.withUs} of="first" />
        <End TEXT={TEXT} name={parties.towardsNode} leg={standing?.withPeer} of="second" />
      </div>
    </Party>
  )
}

interface EndProps {
  readonly TEXT: MalloryWords
  readonly name: string
  readonly leg: Leg | undefined
  readonly of: 'first' | 'second'
}

function End({ TEXT, name, leg, of }: EndProps) {
  return (
    <div className={styles.end}>
      <p className={styles.towards}>
        {name}
        {leg && <span> · {TEXT.parties.roles[leg.role]}</span>}
      </p>
      <Id TEXT={TEXT} id={leg?.sessionId} of={of} isV1={isV1(leg)} testId={`id-hers-${of}`} />
      <Key TEXT={TEXT} hex={leg?.ellswiftOurs} isV1={isV1(leg)} />
    </div>
  )
}

function Node({ TEXT, standing, name }: Props & { readonly name: string }) {
  const { parties } = TEXT
  const { state, id } = useNodeId()
  const leg = standing?.withPeer
  return (
    <Party
      name={name}
      isName={![parties.simulated, parties.demo, parties.node].includes(name)}
      what={parties.nodeIs}
      role={leg && parties.roles[leg.role === 'initiator' ? 'responder' : 'initiator']}
      className={styles.node}
    >
      <Id
        TEXT={TEXT}
        id={standing && id}
        of="second"
        isV1={isV1(leg)}
        testId="id-nodes"
        {...(leg?.sessionId !== undefined && { none: <NodeIdLine TEXT={TEXT} state={state} /> })}
      >
        {standing && id !== undefined && <NodeIdLine TEXT={TEXT} state={state} />}
      </Id>
      <Key TEXT={TEXT} hex={leg?.ellswiftTheirs} isV1={isV1(leg)} />
    </Party>
  )
}

const isV1 = (leg: Leg | undefined): boolean => leg?.transport === 'v1'
