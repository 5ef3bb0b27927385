import type { TicketLimits } from '../../session/bridge-limits.js'
import type { BridgeWords } from '../../words/bridge.js'
import { TAGS, useLanguage } from '../../words/words.js'
import { Button } from '../parts/Button.js'
import { useActions, useApp } from '../session-hooks.js'
import styles from './Facts.module.css'
import { TicketField } from './TicketField.js'

/** The ticket of this tab: what it allows, what is left of it, and another in its place. */
export function TicketPart({ words }: { readonly words: BridgeWords }) {
  const needsTicket = useApp(({ limits }) => limits?.needsTicket === true)
  const hasTicket = useApp((state) => state.hasTicket)
  const ticket = useApp(({ limits }) => limits?.ticket)
  const { forgetTicket } = useActions()
  const TEXT = words.ticket
  if (!needsTicket && !hasTicket) return null
  return (
    <section aria-label={TEXT.title} data-testid="ticket" className={styles.part}>
      <p className={styles.title}>{TEXT.title}</p>
      {!hasTicket && <p className={styles.bad}>{TEXT.wanted}</p>}
      {hasTicket && !needsTicket && <p className={styles.note}>{TEXT.notAsked}</p>}
      {hasTicket && ticket && <Allows words={words} ticket={ticket} />}
      {hasTicket && (
        <p>
          <Button title={TEXT.forgetWhy} onClick={forgetTicket} data-testid="ticket-forget">
            {TEXT.forget}
          </Button>
        </p>
      )}
      <TicketField words={TEXT} />
    </section>
  )
}

interface AllowsProps {
  readonly words: BridgeWords
  readonly ticket: TicketLimits
}

function Allows({ words: { limits, ticket: TEXT }, ticket }: AllowsProps) {
  const language = useLanguage((state) => state.language)
  if ('refused' in ticket) return <Refused words={TEXT} reason={ticket.refused} />
  const { targets, connections, bytes, until } = ticket
  const isUsedUp = connections.left === 0 || bytes?.left === 0
  const grants = new Map([
    ['*', TEXT.everything],
    ['public', TEXT.public],
    ['listen', TEXT.listen],
  ])
  return (
    <>
      {isUsedUp && <p className={styles.bad}>{TEXT.usedUp}</p>}
      <dl className={styles.facts}>
        <dt>{TEXT.for}</dt>
        <dd>
          {targets.map((name) => (
            <span
              key={name}
              translate={grants.has(name) ? undefined : 'no'}
              className={styles.grant}
            >
              {grants.get(name) ?? name}
            </span>
          ))}
        </dd>
        <dt>{TEXT.connections}</dt>
        <dd>{limits.left(connections.left, connections.most)}</dd>
        <dt>{TEXT.bytes}</dt>
        <dd>{bytes === null ? limits.unbounded : limits.bytesLeft(bytes.left, bytes.most)}</dd>
        <dt>{TEXT.until}</dt>
        <dd translate="no">
          {new Date(until).toLocaleString(TAGS[language], {
            dateStyle: 'medium',
            timeStyle: 'short',
          })}
        </dd>
      </dl>
    </>
  )
}

interface RefusedProps {
  readonly words: BridgeWords['ticket']
  readonly reason: string
}

function Refused({ words, reason }: RefusedProps) {
  switch (reason) {
    case 'expired':
    case 'forged':
    case 'malformed':
      return <p className={styles.bad}>{words[reason]}</p>
    default:
      return (
        <p className={styles.bad}>
          {words.refused} <span translate="no">{reason}</span>
        </p>
      )
  }
}
