import {
  type Expected,
  type FaultPeer,
  type FaultPlan,
  type FaultStanding,
  matching,
  type Outcome,
} from '@v2scope/lab'
import { SIMULATED } from '@v2scope/recording'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { DEMO } from '../../../session/targets.js'
import type { FaultsWords, ResultWords } from '../../../words/faults.js'
import { useWords } from '../../../words/words.js'
import { isRow } from '../../explanations.js'
import { Button } from '../../parts/Button.js'
import { InEnglish } from '../../parts/InEnglish.js'
import { useActions, useApp } from '../../session-hooks.js'
import { selectBytes } from '../../ui-store.js'
import { useSelect } from '../../use-select.js'
import type { ChosenFault } from './chosen-fault.js'
import { Deed } from './Deed.js'
import { itemOfDeed, itemOfMisdeed, PARTS_OF_MISDEEDS } from './item-of-deed.js'
import styles from './ResultFacts.module.css'
import { rowsOf } from './rows-of-plan.js'

interface Props {
  readonly TEXT: FaultsWords
  readonly chosen: ChosenFault
  readonly plan: FaultPlan
  readonly standing: FaultStanding & { readonly outcome: Outcome }
}

export function ResultFacts(props: Props) {
  const { TEXT, plan, standing } = props
  const words = TEXT.result
  const { outcome, noticedBy, done, failure } = standing
  const isStalled = outcome === 'stalls'
  return (
    <dl className={styles.facts}>
      {outcome !== 'nothing changes' && (
        <Fact name={words.noticed} testId="noticed">
          {isStalled ? words.noticedBy(undefined) : words.noticedBy(noticedBy)}
          {isStalled && noticedBy && <small>{words.gaveUp(noticedBy)}</small>}
        </Fact>
      )}
      <Fact name={words.where} testId="where">
        {done && <p>{words.place(done)}</p>}
        {plan.on === 'peer' && <p>{placeOfPeer(words, plan)}</p>}
        {done && <Deed words={words} deed={done} />}
        <Open {...props} />
      </Fact>
      {failure && (
        <Fact name={words.error} testId="error">
          <Failure TEXT={TEXT} failure={failure} isPeers={noticedBy === 'peer'} />
        </Fact>
      )}
      {outcome === 'fails at once' && !failure && (
        <Fact name={words.error} testId="error">
          {words.saysNothing}
        </Fact>
      )}
      <Rules {...props} />
      <Known {...props} />
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly testId: string
  readonly children: ReactNode
}

function Fact({ name, testId, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd data-testid={`fault-${testId}`}>{children}</dd>
    </div>
  )
}

const placeOfPeer = (words: ResultWords, plan: Extract<FaultPlan, { on: 'peer' }>): string =>
  words.placeOfPeer(plan.place === 'us' ? 'sent' : 'received', PARTS_OF_MISDEEDS[plan.misbehaviour])

interface FailureProps {
  readonly TEXT: FaultsWords
  readonly isPeers: boolean
  readonly failure: NonNullable<FaultStanding['failure']>
}

function Failure({ TEXT, isPeers, failure: { code, message, offset } }: FailureProps) {
  const { failures } = useWords()
  return (
    <>
      <p>
        <code translate="no">{code}</code>{' '}
        {offset !== undefined && <small>{TEXT.result.offset(offset)}</small>}
      </p>
      {isPeers && <small>{TEXT.result.saysPeer}</small>}
      <p>{failures.what(code, message)}</p>
      <InEnglish>{message}</InEnglish>
    </>
  )
}

/** To the Session screen, with what was done selected; where that is no item, with the last one. */
function Open({ TEXT, plan, standing: { done } }: Props) {
  const items = useApp(({ current }) => current?.items)
  const { goTo } = useActions()
  const select = useSelect()
  if (!items || items.length === 0) return null
  const deed = done && itemOfDeed(items, done)
  const found = plan.on === 'peer' ? itemOfMisdeed(items, plan) : deed?.item
  const show = () => {
    const seq = (found ?? items.last())?.seq
    if (seq === undefined) return
    goTo('session')
    select(seq, true)
    if (deed && deed.start < deed.item.wireBytes) {
      selectBytes({ view: 'wire', start: deed.start, end: deed.start + 1 }, undefined)
    }
  }
  return (
    <Button onClick={show} className={styles.open} data-testid="open-in-session">
      <ExternalLink size={14} aria-hidden />
      {found ? TEXT.result.open : TEXT.result.openFailed}
    </Button>
  )
}

/** The one that was applied, then those that the fault is about. */
function Rules({ TEXT, chosen, plan, standing: { failure, done } }: Props) {
  const { rules } = useWords().explain
  const about = chosen.type === 'catalogue' ? chosen.fault.rows : rowsOf(plan, done?.part)
  const rows = [...new Set([...(failure ? [failure.row] : []), ...about])].filter(isRow)
  if (rows.length === 0) return null
  return (
    <Fact name={TEXT.result.rule} testId="rule">
      <ul className={styles.rules}>
        {rows.map((row) => (
          <li key={row}>
            <b translate="no">{row}</b>
            <span>{rules[row]}</span>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

/** What tests have seen with a peer of this kind: a node’s own line, and what else may come. */
function Known({ TEXT, chosen, standing }: Props) {
  const words = TEXT.result
  const settings = useApp(({ current }) => current?.settings)
  if (chosen.type === 'own' || !settings) return null
  const { expected, asResponder } = chosen.fault
  const known = (settings.role === 'responder' ? asResponder : undefined) ?? expected
  const usual = known[kindOf(settings.peer)]
  if (!usual) return null
  const isAsUsual = possible(usual).some(({ outcome }) => outcome === standing.outcome)
  // a node writes of what has come of it, which may be what chance decided
  const nodeLog = matching(usual, standing)?.nodeLog
  return (
    <>
      {nodeLog !== undefined && (
        <Fact name={words.nodeLog} testId="node-log">
          <code translate="no">{nodeLog}</code>
        </Fact>
      )}
      {!isAsUsual && <p className={styles.note}>{words.usual(usual.outcome)}</p>}
      {usual.or && usual.or.outcome !== usual.outcome && (
        <p className={styles.note}>{words.chance(usual.or.chance, usual.or.outcome)}</p>
      )}
    </>
  )
}

const possible = (expected: Expected): readonly Expected[] => [
  expected,
  ...(expected.or ? possible(expected.or) : []),
]

function kindOf(peer: string): FaultPeer {
  if (peer === SIMULATED) return 'simulated'
  // whoever dials us is a node, too
  return peer === DEMO ? 'demo' : 'bitcoind'
}
