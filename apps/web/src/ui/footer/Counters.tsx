import { REKEY_INTERVAL } from '@v2scope/bip324'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { SessionStatus } from '../../session/status.js'
import { useWords } from '../../words/words.js'
import { RelayLeft } from '../bridge/lazy-bridge.js'
import { Term } from '../glossary/Term.js'
import { count, percent, size } from '../parts/format.js'
import { Meter } from '../parts/Meter.js'
import { useView, useWholeView } from '../session-hooks.js'
import styles from './Counters.module.css'

/** What has gone each way, how long its keys still serve, and how fast the peer answers. */
export function Counters({ narrow }: { readonly narrow: boolean }) {
  const TEXT = useWords().footer
  const droppedBytes = useView(({ status }) => status.droppedBytes)
  const v1 = useView(({ status }) => status.transport === 'v1')
  const isBounded = useWholeView(({ status }) => mayRunShort(status))
  const leftOut = useView(({ recording, status }) => recording && status.stats === undefined)
  if (leftOut) return <p className={styles.counters}>{TEXT.notCounted}</p>
  return (
    <div className={styles.counters}>
      <Way way="sent" />
      <Way way="received" />
      {narrow && <Latency />}
      {!v1 && <Rekey way="sent" />}
      {!v1 && <Rekey way="received" />}
      {!v1 && <Share />}
      {!narrow && <Latency />}
      {isBounded && <RelayLeft />}
      {droppedBytes > 0 && <span>{TEXT.dropped(droppedBytes)}</span>}
    </div>
  )
}

/** Whether the bridge bounds what crosses it, or how long it does. */
const mayRunShort = ({ relay }: SessionStatus): boolean =>
  relay?.bounds !== undefined &&
  (relay.bounds.bytesInAll !== null || relay.bounds.lifetime !== null)

type Which = 'sent' | 'received'

const Arrow = ({ way }: { readonly way: Which }) => {
  const Icon = way === 'sent' ? ArrowRight : ArrowLeft
  return (
    <Icon
      size={13}
      strokeWidth={2.5}
      className={styles[way]}
      aria-label={useWords().footer.ways[way]}
    />
  )
}

function Way({ way }: { readonly way: Which }) {
  const TEXT = useWords().footer
  const packets = useView(({ status }) => status.stats?.[way].packets ?? 0)
  const total = useView(({ status }) => status.stats?.[way].bytes ?? 0)
  return (
    <span data-testid={`counter-${way}`}>
      <Arrow way={way} />
      {count(packets)} <span className={styles.word}>{TEXT.packets(packets)}</span> ·{' '}
      <span translate="no">{size(total)}</span>
    </span>
  )
}

function Rekey({ way }: { readonly way: Which }) {
  const TEXT = useWords().footer
  const left = useView(({ status }) => status.stats?.[way].packetsUntilRekey ?? REKEY_INTERVAL)
  return (
    <span data-testid={`rekey-${way}`}>
      <Term id="rekey">{TEXT.rekey}</Term>
      <Arrow way={way} />
      <Meter
        value={REKEY_INTERVAL - left}
        most={REKEY_INTERVAL}
        label={TEXT.rekeyMeter(way, left)}
      />
      {TEXT.rekeyIn(left)}
    </span>
  )
}

function Latency() {
  const TEXT = useWords().footer
  const latency = useView(({ status }) => status.latencyMs)
  return <span data-testid="latency">{TEXT.ping(latency)}</span>
}

function Share() {
  const TEXT = useWords().footer
  const share = useView(({ status: { stats } }) =>
    stats === undefined
      ? undefined
      : percent(
          stats.sent.decoyBytes + stats.received.decoyBytes,
          stats.sent.bytes + stats.received.bytes,
        ),
  )
  return share === undefined ? null : <Term id="decoy">{TEXT.decoyShare(share)}</Term>
}
